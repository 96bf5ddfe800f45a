import CareCoverage
import CareModel
import CareQuote

extension QuoteWords {
    /// How clinic and payer stand to each other, where that means anything.
    func standing(of coverage: PatientCoverage) -> String? {
        switch coverage.plan.type {
        case .medicarePartB:
            guard let medicare = coverage.medicare else { return nil }
            if medicare.isParticipating {
                return words.say("the clinic participates", "la clínica participa")
            }
            return medicare.takesAssignment
                ? words.say(
                    "the clinic does not participate, but takes assignment",
                    "la clínica no participa, pero acepta la asignación"
                )
                : words.say(
                    "the clinic does not take assignment",
                    "la clínica no acepta la asignación"
                )
        case .workersCompensation, .autoMedical, .discountPlan: return nil
        case .preferredProvider, .healthMaintenance, .exclusiveProvider, .pointOfService,
            .highDeductible, .medicareAdvantage, .medicaid, .other:
            if coverage.plan.medigap != nil { return nil }
            return coverage.network == .inNetwork
                ? words.say("in network", "dentro de la red")
                : words.say("out of network", "fuera de la red")
        }
    }

    /// What each plan pays of the whole; empty where no plan is insurance.
    func paidByPlans(_ totals: LineAmounts) -> [String] {
        let request = quote.request
        guard let first = request.primary, request.isInsured else { return [] }
        let paid = totals.planPays.groupedText
        let isPaidBack = totals.reimbursed > .zero
        let own: String
        if isPaidBack, first.plan.type == .medicarePartB {
            own = paidBack(paid)
        } else {
            let payer =
                switch first.plan.type {
                case .medicarePartB: "Medicare"
                case .medicaid, .workersCompensation, .autoMedical:
                    words.name(of: first.plan.type)
                default:
                    request.hasSecondInsurance
                        ? words.say("the first plan", "el primer plan")
                        : words.say("insurance", "el seguro")
                }
            own = words.say("\(payer) pays \(paid)", "\(payer) paga \(paid)")
        }
        guard request.hasSecondInsurance else { return [own] }
        let second = totals.secondaryPays.groupedText
        return [
            own,
            isPaidBack && request.secondary?.plan.type == .medicarePartB
                ? paidBack(second)
                : words.say("the second plan pays \(second)", "el segundo plan paga \(second)"),
        ]
    }

    private func paidBack(_ amount: String) -> String {
        words.say("Medicare pays \(amount) back to you", "Medicare le devuelve \(amount)")
    }

    /// What is said beside today's amount where the first plan's deductible does not explain it.
    var payerRemark: String? {
        guard let first = quote.request.primary, let visit = quote.visits.first else {
            return nil
        }
        let reimbursed = visit.amounts.reimbursed
        if reimbursed > .zero {
            return words.say(
                "Medicare pays \(reimbursed.groupedText) of it back to you",
                "Medicare le devuelve \(reimbursed.groupedText)"
            )
        }
        switch first.plan.type {
        case .workersCompensation where quote.today == .zero:
            return words.say(
                "of an accepted claim the worker owes nothing",
                "de un reclamo aceptado el trabajador no debe nada"
            )
        case .autoMedical:
            return quote.today == .zero
                ? words.say("the auto policy pays first", "la póliza de auto paga primero")
                : words.say("what the auto policy leaves", "lo que deja la póliza de auto")
        case .discountPlan:
            return words.say("prices of the discount plan", "precios del plan de descuento")
                + membership
        default: break
        }
        if first.medicare?.isQualifiedBeneficiary == true {
            return words.say(
                "you owe no share of what Medicare covers",
                "usted no debe su parte de lo que Medicare cubre"
            )
        }
        if quote.request.hasSecondInsurance,
            quote.request.secondary?.plan.medigap?.coversDeductible != false
        {
            return visit.amounts.patientPays == .zero
                ? words.say("both plans together pay it", "lo pagan los dos planes juntos")
                : words.say("what both plans leave", "lo que dejan los dos planes")
        }
        guard visit.lines.allSatisfy({ $0.denial != nil }) else { return nil }
        return
            (first.plan.type == .medicarePartB
            ? words.say("Medicare does not pay for this visit", "Medicare no paga esta visita")
            : words.say("your plan does not cover this visit", "su plan no cubre esta visita"))
            + membership
    }

    /// The part of today's amount that is the membership of a discount plan; empty without one.
    var membership: String {
        let fee = quote.membershipToday
        guard fee > .zero else { return "" }
        return words.say(
            ", \(fee.groupedText) for the membership",
            ", \(fee.groupedText) por la cuota"
        )
    }
}

extension QuoteRequest {
    /// Whether a second plan pays claims; a discount plan pays none.
    var hasSecondInsurance: Bool {
        secondary.map { $0.plan.type != .discountPlan } ?? false
    }
}

extension Quote {
    /// What the patient pays at the first visit beside the visit, for a discount plan.
    fileprivate var membershipToday: Money {
        guard request.paymentOption == .perVisit, let date = visits.first?.date else {
            return .zero
        }
        return zip(visits, membershipFees).filter { $0.0.date == date }.map(\.1).sum()
    }
}
