import CareCoverage
import CareQuote
import PriceTableFiles

extension PlanRowText {
    /// On what the row's payment depends, and what holds where it pays nothing.
    var conditions: [String] {
        var parts: [String?] = [diagnoses, limits, authorization]
        if row.isReferralRequired, !isUnknown("referralRequired") {
            parts.append(words.say("with a referral", "con una remisión"))
        }
        if row.waitingPeriodMonths > 0, !isUnknown("waitingPeriodMonths") {
            let months = row.waitingPeriodMonths
            parts.append(
                words.say("after a wait of \(months) months", "tras esperar \(months) meses")
            )
        }
        if row.coversMaintenance, !isUnknown("maintenance") {
            parts.append(words.say("maintenance care too", "también mantenimiento"))
        }
        if row.coverage == .covered {
            if !row.countsTowardOutOfPocketMaximum, !isUnknown("countsTowardOutOfPocketMaximum") {
                parts.append(
                    words.say(
                        "does not count toward the out-of-pocket maximum",
                        "no cuenta para el máximo de gastos propios"
                    )
                )
            }
            let isWaivedKnown = !isUnknown("waivedAfterOutOfPocketMaximum")
            if !row.isWaivedAfterOutOfPocketMaximum, isWaivedKnown {
                parts.append(
                    words.say(
                        "owed beyond the out-of-pocket maximum too",
                        "se debe también tras el máximo de gastos propios"
                    )
                )
            }
        }
        parts += [outOfNetwork, uncovered]
        return parts.compactMap { $0 }
    }

    private var diagnoses: String? {
        switch row.diagnoses {
        case .only(let codes)?:
            words.audience == .patient
                ? words.say("for some diagnoses only", "solo para algunos diagnósticos")
                : words.say("only for ", "solo para ") + codes.joined(separator: ", ")
        case .except(let codes)?:
            words.audience == .patient
                ? words.say("but for some diagnoses", "salvo algunos diagnósticos")
                : words.say("but for ", "salvo ") + codes.joined(separator: ", ")
        case nil: nil
        }
    }

    private var limits: String? {
        guard !row.limits.isEmpty else { return nil }
        let names = row.limits.map { index -> String in
            let limit = page.plan.limits[index]
            let isOpen = page.document.isUnknown("/limits/\(index)/maximum")
            return words.audience == .desk || isOpen
                ? words.sort(of: limit) : words.amount(of: limit)
        }
        return words.say("limit: ", "límite: ") + names.joined(separator: ", ")
    }

    private var authorization: String? {
        if isUnknown("authorization") || isUnknown("authorization/required") {
            return words.say("authorization not known", "autorización: no se sabe")
        }
        guard let term = row.authorization else { return nil }
        let need: String
        if isUnknown("authorization/afterVisit") {
            need = words.say(
                "authorization after visits: not known",
                "autorización tras visitas: no se sabe"
            )
        } else if term.afterVisit == 0 {
            need = words.say("authorization needed", "exige autorización")
        } else {
            let visits = words.visits(term.afterVisit)
            need = words.say("authorization after \(visits)", "autorización tras \(visits)")
        }
        guard !isUnknown("authorization/ifMissing") else { return need }
        switch term.ifMissing {
        case .notBillable?:
            return need + words.say(", else the clinic bears it", ", si no, la clínica lo asume")
        case .patient?:
            return need + words.say(", else the patient pays", ", si no, paga el paciente")
        case .penalty(let part)?:
            let part =
                isUnknown("authorization/ifMissing/penaltyFraction") ? page.notKnown : "\(part)"
            return need
                + words.say(
                    ", else the plan pays \(part) less",
                    ", si no, el plan paga \(part) menos"
                )
        case nil: return need
        }
    }

    private var outOfNetwork: String? {
        guard let basis = row.outOfNetworkBasis else { return nil }
        let isOpen =
            isUnknown("outOfNetworkAllowed") || isUnknown("outOfNetworkAllowed/fractionOfCharge")
            || isUnknown("outOfNetworkAllowed/fractionOfMedicare")
        if isOpen {
            return words.say("allowed amount not known", "monto admitido: no se sabe")
        }
        return switch basis {
        case .fractionOfCharge(let part):
            words.say("allows \(part) of the charge", "admite \(part) del cargo")
        case .fractionOfMedicare(let ratio):
            words.say(
                "allows \(ratio) of Medicare's amount",
                "admite \(ratio) del monto de Medicare"
            )
        case .schedule(let name):
            words.audience == .desk
                ? words.say("allows the amounts of \(name)", "admite los montos de \(name)")
                : words.say("allows amounts of its own", "admite montos propios")
        }
    }

    /// What holds where the plan does not pay, or pays no more.
    private var uncovered: String? {
        if isUnknown("afterExhaustion") {
            return words.say(
                "price of what is not covered not known",
                "precio de lo no cubierto: no se sabe"
            )
        }
        guard let price = row.afterExhaustion else { return nil }
        let text = words.price(price)
        let whole =
            row.coverage == .covered
            ? words.say("once covered use ends: \(text)", "al terminar lo cubierto: \(text)")
            : text
        guard row.exhaustedWriteOff == .zero, !isUnknown("writeOffAfterExhaustion") else {
            return whole
        }
        return whole
            + words.say(
                ", and no contract's discount",
                ", y sin el descuento del contrato"
            )
    }
}
