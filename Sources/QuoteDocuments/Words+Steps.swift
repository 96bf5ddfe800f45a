import CareCoverage
import CareModel

extension Words {
    /// Why a step of the arithmetic has its amount.
    func because(_ reason: StepReason) -> String {
        switch reason {
        case .price(let each, let units): times(each, units)
        case .chargeBelowRate(let rate, let units):
            say(
                "the charge is below the contracted \(times(rate, units))",
                "el cargo es menor que el contratado de \(times(rate, units))"
            )
        case .reducedPrice(let full, let fullUnits, let reduced, let reducedUnits):
            (fullUnits > 0 ? times(full, fullUnits) + " + " : "")
                + times(reduced, reducedUnits)
                + say(
                    ", reduced as a further procedure of the day",
                    ", reducido como otro procedimiento del día"
                )
        case .partOfCharge(let part):
            say("\(part) of the charge is allowed", "se admite \(part) del cargo")
        case .partOfMedicare(let ratio, let amount):
            say(
                "\(ratio) of Medicare's \(amount.groupedText)",
                "\(ratio) de los \(amount.groupedText) de Medicare"
            )
        case .dollarRoom(let room, let limit):
            say(
                "only \(room.groupedText) was left of \(whole(of: limit))",
                "quedaban solo \(room.groupedText) de \(whole(of: limit))"
            )
        case .writeOffEnds(let limit):
            say(
                "\(sort(of: limit)) is used up, and the contract's write-off ends with it",
                "\(sort(of: limit)) se agotó, y con él termina el descuento del contrato"
            )
        case .authorizationPenalty(let part):
            say(
                "no authorization: the plan pays \(part) less",
                "sin autorización: el plan paga \(part) menos"
            )
        case .contractualWriteOff:
            say(
                "above the contracted rate; nobody owes it",
                "por encima de la tarifa contratada; nadie lo debe"
            )
        case .aboveAllowed:
            say(
                "above what the plan allows out of network; the clinic bills it",
                "por encima de lo que el plan admite fuera de la red; la clínica lo cobra"
            )
        // An amount that nobody knows is bounded by what is left to pay, so it takes all of that.
        case .deductibleUnmet(_, .largestStated):
            say(
                "nobody knows how much the deductible is: taken to be more than this",
                "nadie sabe cuánto es el deducible: se supone que es más que esto"
            )
        case .copay(.largestStated, _):
            say(
                "nobody knows how much the copay is: taken to be more than this",
                "nadie sabe cuánto es el copago: se supone que es más que esto"
            )
        case .deductibleUnmet(let left, let whole):
            say(
                "\(left.groupedText) of \(whole.groupedText) still unmet",
                "faltan \(left.groupedText) de \(whole.groupedText)"
            )
        case .copay(let amount, let left):
            amount == left
                ? say("copay of \(amount.groupedText)", "copago de \(amount.groupedText)")
                : say(
                    "\(left.groupedText) of the copay of \(amount.groupedText) is still to pay",
                    "faltan \(left.groupedText) del copago de \(amount.groupedText)"
                )
        case .copayAbsorbs:
            say(
                "the copay of this visit covers this service too",
                "el copago de esta visita cubre también este servicio"
            )
        case .copayCapped(let part):
            say(
                "the copay may take at most \(part) of the allowed amount",
                "el copago puede tomar como máximo \(part) de lo admitido"
            )
        case .coinsurance(let part, let base):
            say("\(part) of \(base.groupedText)", "\(part) de \(base.groupedText)")
        case .planPaysFixed(let fixed):
            say(
                "the plan pays \(fixed.groupedText), the patient the rest",
                "el plan paga \(fixed.groupedText), el paciente el resto"
            )
        case .outOfPocketRoom(let room):
            say(
                "only \(room.groupedText) is left under the out-of-pocket maximum",
                "quedan solo \(room.groupedText) hasta el máximo de gastos propios"
            )
        case .nonParticipating(let part, let fee, let units):
            say(
                "\(part) of Medicare's \(times(fee, units)): the clinic does not participate",
                "\(part) de los \(times(fee, units)) de Medicare: la clínica no participa"
            )
        case .assignment:
            say(
                "above what Medicare approves; nobody owes it",
                "por encima de lo que Medicare aprueba; nadie lo debe"
            )
        case .limitingCharge(let ratio, let fee):
            say(
                "without assignment the clinic may charge \(ratio) of Medicare's "
                    + "\(fee.groupedText)",
                "sin asignación la clínica puede cobrar \(ratio) de los "
                    + "\(fee.groupedText) de Medicare"
            )
        case .qualifiedBeneficiary:
            say(
                "a qualified Medicare beneficiary owes no shares",
                "un beneficiario calificado de Medicare no debe su parte"
            )
        case .noBalanceBill(let type):
            say(
                "\(name(of: type)) forbids billing the patient above what it allows",
                "\(name(of: type)) prohíbe cobrar al paciente más de lo que admite"
            )
        case .secondPlan(let payment): secondPlan(payment)
        case .medigap(let deductible, let coinsurance, let copay):
            medigap(deductible: deductible, coinsurance: coinsurance, copay: copay)
        case .medicareSecond(let ofCharge, let alone, let ofAllowed, let leftOfBill):
            medicareSecond([ofCharge, alone, ofAllowed], leftOfBill: leftOfBill)
        case .secondPlanWriteOff:
            say(
                "Medicaid pays last, and the clinic may bill nobody for the rest",
                "Medicaid paga al final, y la clínica no puede cobrar el resto a nadie"
            )
        case .passedOn:
            say(
                "the auto policy pays nothing here, so the health plan is billed",
                "la póliza de auto no paga aquí, así que se cobra al plan de salud"
            )
        case .discountPlan(let price):
            say(
                "lowered to the discount plan's price of \(price.groupedText)",
                "se baja al precio de \(price.groupedText) del plan de descuento"
            )
        case .denied(let denial, let price): "\(self.denial(denial)): \(self.price(price))"
        case .selfPay(let each, let units):
            say("self-pay price, \(times(each, units))", "precio sin seguro, \(times(each, units))")
        case .offered(let selfPay):
            say(
                "price under the offer, instead of \(selfPay.groupedText)",
                "precio con la oferta, en vez de \(selfPay.groupedText)"
            )
        case .selfPayReduction:
            say(
                "the charge less what is paid; nobody owes it",
                "el cargo menos lo que se paga; nadie lo debe"
            )
        case .restOfAllowed:
            say(
                "what is left of the allowed amount",
                "lo que queda de lo admitido"
            )
        case .sumOfShares: say("the parts above, added up", "la suma de lo anterior")
        }
    }

    private func times(_ each: Money, _ units: Int) -> String {
        units == 1 ? each.groupedText : "\(each.groupedText) × \(units)"
    }

    /// Why a plan does not cover a line.
    func denial(_ denial: Denial) -> String {
        switch denial {
        case .planNotInForce:
            say("the plan is not in force on that day", "el plan no está vigente ese día")
        case .noBenefit, .notCovered: say("not covered", "no cubierto")
        case .excluded: say("excluded by the plan", "excluido por el plan")
        case .authorizationMissing:
            say("no authorization", "sin autorización")
        case .waitingPeriod(let end):
            say("waiting period until \(day(end))", "período de espera hasta el \(day(end))")
        case .maintenance:
            say("maintenance care is not covered", "no se cubre el cuidado de mantenimiento")
        case .modifierMissing(let modifier):
            audience == .patient
                ? say("Medicare does not pay for this", "Medicare no paga esto")
                : say(
                    "Medicare does not pay a line without modifier \(modifier)",
                    "Medicare no paga una línea sin el modificador \(modifier)"
                )
        case .diagnosisNotPayable:
            say(
                "Medicare does not pay for this diagnosis",
                "Medicare no paga por este diagnóstico"
            )
        case .limitReached: say("LIMIT reached", "LÍMITE alcanzado")
        }
    }

    /// The price of a line that the plan does not cover.
    func price(_ price: Benefit.UncoveredPrice) -> String {
        switch price {
        case .contracted: say("contracted price", "precio contratado")
        case .billed: say("regular charge", "cargo normal")
        case .selfPay: say("self-pay price", "precio sin seguro")
        case .notBillable: say("nothing to pay", "nada que pagar")
        }
    }
}

extension Words {
    /// A sort of plan as people say it.
    func name(of type: PlanType) -> String {
        switch type {
        case .preferredProvider, .healthMaintenance, .exclusiveProvider, .pointOfService,
            .highDeductible:
            type.rawValue
        case .medicarePartB: say("Medicare Part B", "Medicare Parte B")
        case .medicareAdvantage: "Medicare Advantage"
        case .medicaid: "Medicaid"
        case .workersCompensation: say("workers' compensation", "la compensación laboral")
        case .autoMedical: say("the auto policy", "la póliza de auto")
        case .discountPlan: say("the discount plan", "el plan de descuento")
        case .other: say("the plan", "el plan")
        }
    }
}
