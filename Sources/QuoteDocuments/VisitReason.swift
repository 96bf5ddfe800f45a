import CareComplexity
import CareCoverage
import CareModel
import CareQuote

/// Why a visit costs the patient what it does, in a few words.
struct VisitReason: Hashable {
    /// The reason without what happens to stand before it.
    let text: String
    /// A capital word before it, such as RESET.
    let heading: String?

    init(_ visit: QuotedVisit, in quote: Quote, words: Words) {
        let events = quote.events.filter { $0.visit == visit.number }.map(\.kind)
        var phrases: [String] = []
        let covered = visit.lines.filter { $0.denial == nil }
        if quote.request.primary == nil {
            let isOffer = quote.chosenWay.offerID != nil
            phrases.append(
                isOffer
                    ? words.say("price of the offer", "precio de la oferta")
                    : words.say("self-pay price", "precio sin seguro")
            )
        } else if !covered.isEmpty {
            phrases.append(
                CoveredShares(covered).phrase(
                    endsDeductible: events.contains(.deductibleMet),
                    words: words
                )
            )
        }
        for line in visit.lines {
            guard let denial = line.denial,
                case .denied(_, let price)? = line.steps.first(where: { $0.isDenial })?.reason
            else { continue }
            let phrase = "\(words.denial(denial)): \(words.price(price))"
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
        let kind = visit.kind
        var text = phrases.joined(separator: "; ")
        if kind == .reEvaluation { text += words.say(", with re-exam", ", con reevaluación") }
        if kind == .new { text += words.say(", with exam", ", con examen") }
        self.text = text
        let isReset = events.contains { event in
            if case .benefitYearReset = event { true } else { false }
        }
        heading = isReset ? words.say("RESET", "AÑO NUEVO") : nil
    }
}

/// The parts that the patient pays of some covered lines.
private struct CoveredShares {
    private let amounts: LineAmounts
    private let parts: [Percentage]
    private let hasReachedMaximum: Bool
    private let hasPenalty: Bool

    init(_ lines: [AdjudicatedLine]) {
        amounts = lines.reduce(into: LineAmounts()) { $0 += $1.amounts }
        var parts: [Percentage] = []
        var hasReachedMaximum = false
        var hasPenalty = false
        for step in lines.flatMap(\.steps) {
            if case .coinsurance(let part, _) = step.reason, !parts.contains(part) {
                parts.append(part)
            }
            if case .outOfPocketRoom = step.reason { hasReachedMaximum = true }
            if case .authorizationPenalty = step.reason { hasPenalty = true }
        }
        self.parts = parts
        self.hasReachedMaximum = hasReachedMaximum
        self.hasPenalty = hasPenalty
    }

    func phrase(endsDeductible: Bool, words: Words) -> String {
        let percents = parts.map(\.description).joined(separator: ", ")
        var phrases: [String] = []
        if amounts.copay > .zero { phrases.append(words.say("copay", "copago")) }
        if amounts.deductible > .zero {
            let isLast = endsDeductible
            let last = words.say("last of the deductible", "lo último del deducible")
            let some = words.say("deductible", "deducible")
            let deductible = isLast ? last : some
            let joint = isLast ? words.say(", then ", ", luego ") : ", "
            phrases.append(
                amounts.coinsurance > .zero ? deductible + joint + percents : deductible
            )
        } else if amounts.coinsurance > .zero {
            phrases.append(percents.isEmpty ? words.say("your part", "su parte") : percents)
        }
        if hasReachedMaximum {
            phrases.append(
                words.say("out-of-pocket maximum", "máximo de gastos propios")
            )
        }
        if hasPenalty { phrases.append(words.say("no authorization", "sin autorización")) }
        if amounts.overLimit > .zero {
            phrases.append(words.say("over a limit", "por encima de un límite"))
        }
        if amounts.balanceBill > .zero {
            phrases.append(
                words.say("what the plan does not allow", "lo que el plan no admite")
            )
        }
        return phrases.isEmpty
            ? words.say("nothing to pay", "nada que pagar") : phrases.joined(separator: ", ")
    }
}

extension Step {
    /// Whether the step tells that the plan does not cover the line.
    fileprivate var isDenial: Bool {
        if case .denied = reason { true } else { false }
    }
}
