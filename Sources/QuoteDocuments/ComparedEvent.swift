import CareCoverage
import CareModel
import CareQuote

/// What happens in the course of a plan of care, as far as a comparison has room for it.
enum ComparedEvent: CaseIterable {
    case limit, reset, deductibleMet, maximumMet, authorization

    /// What happens, in the terms of the desk or in plain words.
    func label(_ words: Words) -> String {
        let isPlain = words.audience == .patient
        return switch self {
        case .limit:
            isPlain
                ? words.say("covered visits end", "termina lo cubierto")
                : words.say("LIMIT", "LÍMITE")
        case .reset:
            isPlain
                ? words.say("new plan year", "nuevo año del plan")
                : words.say("RESET", "AÑO NUEVO")
        case .deductibleMet: words.say("deductible met", "deducible listo")
        case .maximumMet: words.say("maximum met", "máximo alcanzado")
        case .authorization:
            isPlain
                ? words.say("no approval", "sin permiso")
                : words.say("no authorization", "sin autorización")
        }
    }

    /// The event in a quote, in a few words; empty where it does not happen.
    ///
    /// - Parameters:
    ///   - quote: The quote.
    ///   - words: The language.
    ///   - namesVisits: Whether a new benefit year is told with the first visit in it.
    /// - Returns: The text.
    func text(in quote: Quote, words: Words, namesVisits: Bool = false) -> String {
        let texts = quote.events.compactMap { event -> String? in
            guard var text = text(of: event, words: words) else { return nil }
            if case .benefitYearReset = event.kind, namesVisits {
                text += words.say(
                    ", before visit \(event.visit)",
                    ", antes de la visita \(event.visit)"
                )
            }
            return event.coverage == 0
                ? text : words.say("second plan \(text)", "segundo plan \(text)")
        }
        return texts.joined(separator: "; ")
    }

    private func text(of event: QuoteEvent, words: Words) -> String? {
        switch (self, event.kind) {
        case (.limit, .limitReached(let limit, let isDenied, _)) where limit.kind != .notice:
            isDenied
                ? words.say("from visit \(event.visit)", "desde la visita \(event.visit)")
                : words.say("after visit \(event.visit)", "tras la visita \(event.visit)")
        case (.reset, .benefitYearReset(let start)): words.day(start)
        case (.deductibleMet, .deductibleMet), (.maximumMet, .outOfPocketMaximumMet):
            words.say("at visit \(event.visit)", "en la visita \(event.visit)")
        case (.authorization, .authorizationEnds):
            words.say("from visit \(event.visit)", "desde la visita \(event.visit)")
        default: nil
        }
    }
}
