import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

/// Puts a benefit row of a plan into a sentence.
struct PlanRowText {
    let row: Benefit
    let page: PlanText
    private let pointer: String

    init(_ row: Benefit, at index: Int, of page: PlanText) {
        self.row = row
        self.page = page
        pointer = "/benefits/\(index)"
    }

    var words: Words { page.words }

    func isUnknown(_ name: String) -> Bool {
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
}
