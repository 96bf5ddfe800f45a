import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

/// Puts a benefit row of a plan into a sentence.
struct PlanRowText {
    private let row: Benefit
    private let pointer: String
    private let page: PlanText

    init(_ row: Benefit, at index: Int, of page: PlanText) {
        self.row = row
        self.page = page
        pointer = "/benefits/\(index)"
    }

    private var words: Words { page.words }

    private func isUnknown(_ name: String) -> Bool {
        page.document.isUnknown("\(pointer)/\(name)")
    }

    /// The row: what it is about, its shares, and its conditions.
    func text() -> String {
        "\(subject): " + ([coverage] + conditions).compactMap { $0 }.joined(separator: "; ")
    }

    private var subject: String {
        let name = words.name(of: row.selector)
        let network: String
        if isUnknown("network") {
            network = words.say(" (network not known)", " (red: no se sabe)")
        } else if row.networks.count > 1 {
            network = words.say(" (in and out of network)", " (dentro y fuera de la red)")
        } else if row.networks.contains(.outOfNetwork) {
            network = words.say(" (out of network)", " (fuera de la red)")
        } else {
            network = ""
        }
        return name + network
    }

    private var coverage: String {
        if isUnknown("coverage") {
            return words.say(
                "whether it is covered is not known",
                "no se sabe si está cubierto"
            )
        }
        switch row.coverage {
        case .covered:
            return [copay, share].compactMap { $0 }.joined(separator: ", ")
        case .notCovered: return words.say("not covered", "no cubierto")
        case .excluded: return words.say("excluded", "excluido")
        }
    }

    private var copay: String? {
        if isUnknown("copay") {
            return words.say("a copay that is not known", "un copago que no se sabe")
        }
        guard let copay = row.copay else { return nil }
        let amount = isUnknown("copay/amount") ? page.notKnown : copay.amount.groupedText
        var text = words.say("copay of \(amount)", "copago de \(amount)")
        if !isUnknown("copay/basis") {
            switch copay.basis {
            case .perVisit: text += words.say(" a visit", " por visita")
            case .perService: text += words.say(" a service", " por servicio")
            case .perUnit: text += words.say(" a unit", " por unidad")
            }
        }
        if !copay.absorbs.isEmpty {
            let names = copay.absorbs.map(words.name).sorted().joined(separator: ", ")
            text += words.say(", which covers \(names) too", ", que cubre también \(names)")
        }
        if let cap = copay.capOfAllowed {
            let part = isUnknown("copay/capFractionOfAllowed") ? page.notKnown : "\(cap)"
            text += words.say(
                ", at most \(part) of what the plan allows",
                ", como máximo \(part) de lo admitido"
            )
        }
        guard page.plan.deductible != nil, !isUnknown("copay/deductible") else { return text }
        return switch copay.deductible {
        case .notSubject: text + words.say(", without the deductible", ", sin el deducible")
        case .before: text + words.say(", then the deductible", ", luego el deducible")
        case .after: text + words.say(", after the deductible", ", tras el deducible")
        }
    }

    private var share: String? {
        let isAfterDeductible =
            page.plan.deductible != nil && row.copay == nil && !isUnknown("deductibleApplies")
        let deductible =
            !isAfterDeductible
            ? ""
            : row.deductibleApplies
                ? words.say(", after the deductible", ", tras el deducible")
                : words.say(", without the deductible", ", sin el deducible")
        switch row.sharing {
        case .planPaysFixed(let fixed):
            let amount = isUnknown("planPaysFixed") ? page.notKnown : fixed.groupedText
            return words.say(
                "the plan pays \(amount) and the patient the rest",
                "el plan paga \(amount) y el paciente el resto"
            ) + deductible
        case .coinsurance(let part):
            if isUnknown("coinsurance") {
                return words.say(
                    "the patient's part is not known",
                    "la parte del paciente no se sabe"
                ) + deductible
            }
            if part == .zero {
                return row.copay == nil
                    ? words.say("the plan pays all of it", "el plan lo paga todo") + deductible
                    : nil
            }
            let base =
                row.coinsuranceBase == .allowed && !isUnknown("coinsuranceBase")
                ? words.say(" of all that is allowed", " de todo lo admitido") : ""
            return words.say("the patient pays \(part)", "el paciente paga \(part)") + base
                + deductible
        }
    }

    private var conditions: [String] {
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
