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
        if let plan = quote.request.primary?.plan {
            phrases = words.reasons(
                of: visit.lines,
                under: plan,
                endsDeductible: events.contains(.deductibleMet)
            )
        } else {
            let isOffer = quote.chosenWay.offerID != nil
            phrases.append(
                isOffer
                    ? words.say("price of the offer", "precio de la oferta")
                    : words.say("self-pay price", "precio sin seguro")
            )
        }
        let kind = visit.kind
        var text = phrases.joined(separator: "; ")
        if kind == .reEvaluation { text += words.say(", with re-exam", ", con reevaluación") }
        if kind == .new { text += words.say(", with exam", ", con examen") }
        self.text = text
        let isReset = events.contains { event in
            if case .benefitYearReset = event { true } else { false }
        }
        heading = isReset ? words.reset : nil
    }
}

extension Words {
    /// What stands before a visit that begins a benefit year: plain words for the patient.
    fileprivate var reset: String {
        audience == .patient
            ? say("new plan year", "nuevo año del plan") : say("RESET", "AÑO NUEVO")
    }

    /// Why lines cost the patient what they do, each reason once.
    fileprivate func reasons(
        of lines: [AdjudicatedLine],
        under plan: BenefitPlan,
        endsDeductible: Bool
    ) -> [String] {
        var phrases: [String] = []
        let covered = lines.filter { $0.denial == nil }
        if !covered.isEmpty {
            let shares = CoveredShares(covered, type: plan.type)
            phrases.append(shares.phrase(endsDeductible: endsDeductible, words: self))
        }
        // What lines cost for the same reason stands behind it, the reason once.
        var uncoveredLines: [(why: String, what: [String])] = []
        for (why, what) in lines.compactMap({ uncovered($0, under: plan) }) {
            let index = uncoveredLines.firstIndex { $0.why == why } ?? uncoveredLines.count
            if index == uncoveredLines.count { uncoveredLines.append((why, [])) }
            if let what, !uncoveredLines[index].what.contains(what) {
                uncoveredLines[index].what.append(what)
            }
        }
        return phrases
            + uncoveredLines.map { why, what in
                what.isEmpty ? why : "\(why): \(what.joined(separator: ", "))"
            }
    }

    /// Why the first plan does not cover a line, and what it costs then; nothing for other lines.
    private func uncovered(
        _ line: AdjudicatedLine,
        under plan: BenefitPlan
    ) -> (why: String, what: String?)? {
        guard let denial = line.denial,
            case .denied(_, let price)? = line.steps.first(where: \.isDenial)?.reason
        else { return nil }
        if plan.type == .discountPlan, price == .contracted { return (discountPlanPrice, nil) }
        let why = self.denial(denial, under: plan, price: price)
        if line.steps.contains(where: \.isOfDiscountPlan) { return (why, discountPlanPrice) }
        let isSecond =
            line.amounts.secondaryPays > .zero || line.amounts.secondWriteOff > .zero
            || line.steps.contains(where: \.isPassedOn)
        guard isSecond else { return (why, self.price(price)) }
        if line.amounts.patientPays == .zero {
            return (why, say("the second plan pays", "paga el segundo plan"))
        }
        return line.amounts.secondaryPays > .zero
            ? (why, say("the second plan pays part", "el segundo plan paga una parte"))
            : (why, say("price of the second plan", "precio del segundo plan"))
    }

    private var discountPlanPrice: String {
        say("discount plan's price", "precio del plan de descuento")
    }

    /// Why a plan does not cover a line, in the words of Medicare where it is Medicare.
    private func denial(
        _ denial: Denial,
        under plan: BenefitPlan,
        price: Benefit.UncoveredPrice
    ) -> String {
        switch (plan.type, denial) {
        case (.medicarePartB, .excluded), (.medicarePartB, .noBenefit):
            say("excluded by Medicare", "excluido por Medicare")
        case (.medicarePartB, .maintenance):
            price == .notBillable
                ? say("maintenance, no signed notice", "mantenimiento, sin aviso firmado")
                : say("maintenance, notice signed", "mantenimiento, aviso firmado")
        default: self.denial(denial)
        }
    }
}

/// The parts that the patient pays of some covered lines.
private struct CoveredShares {
    private let amounts: LineAmounts
    private let parts: [Percentage]
    private let hasReachedMaximum: Bool
    private let hasPenalty: Bool
    private let type: PlanType

    init(_ lines: [AdjudicatedLine], type: PlanType) {
        self.type = type
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

    /// What the patient pays for, and what a second plan takes over of it.
    func phrase(endsDeductible: Bool, words: Words) -> String {
        let own = ownPhrase(endsDeductible: endsDeductible, words: words)
        guard amounts.secondaryPays > .zero || amounts.secondWriteOff > .zero else { return own }
        if amounts.patientPays > .zero {
            return own + words.say("; the second plan pays part", "; el segundo plan paga parte")
        }
        return amounts.secondWriteOff > .zero
            ? words.say("nothing to pay", "nada que pagar")
            : words.say("the second plan pays the rest", "el segundo plan paga el resto")
    }

    private func ownPhrase(endsDeductible: Bool, words: Words) -> String {
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
            phrases.append(
                type == .autoMedical
                    ? words.say("the auto policy runs out", "se agota la póliza de auto")
                    : words.say("over a limit", "por encima de un límite")
            )
        }
        if amounts.balanceBill > .zero {
            phrases.append(
                type == .medicarePartB
                    ? words.say("up to the limiting charge", "hasta el cargo límite")
                    : words.say("what the plan does not allow", "lo que el plan no admite")
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

    /// Whether the step hands a line of an auto policy to the health plan.
    fileprivate var isPassedOn: Bool { reason == .passedOn }

    /// Whether the step puts the price of a discount plan in place of another.
    fileprivate var isOfDiscountPlan: Bool {
        if case .discountPlan = reason { true } else { false }
    }
}
