import CareCoverage
import CareModel
import CareQuote

/// An event in words: a capital word for the screen, a name for programs, and a sentence.
struct EventText: Hashable, Sendable {
    let kind: String
    let heading: String
    let text: String
}

extension Words {
    /// An event; with two plans the text begins with the name of the one it happens to.
    func event(_ event: QuoteEvent, plans: [BenefitPlan]) -> EventText {
        let plan = event.coverage < plans.count ? plans[event.coverage] : nil
        let text = self.event(event, plan: plan)
        guard let plan, plans.count == 2, !event.isOfPrice else { return text }
        return EventText(
            kind: text.kind,
            heading: text.heading,
            text: "\(name(of: plan)): \(text.text)"
        )
    }

    private func event(_ event: QuoteEvent, plan: BenefitPlan?) -> EventText {
        switch event.kind {
        case .limitReached(let limit, let isDenied, let renewsOn):
            EventText(
                kind: "limitReached",
                heading: say("LIMIT", "LÍMITE"),
                text: limitText(event, limit, isDenied: isDenied, renewsOn: renewsOn)
            )
        case .benefitYearReset(let start):
            EventText(
                kind: "benefitYearReset",
                heading: audience == .patient ? say("NEW YEAR", "AÑO") : say("RESET", "AÑO"),
                text: resetText(start, plan: plan)
            )
        case .authorizationEnds:
            EventText(
                kind: "authorizationEnds",
                heading: audience == .patient ? say("APPROVAL", "PERMISO") : say("AUTH", "AUTOR."),
                text: say(
                    "No authorization from visit \(event.visit), \(weekday(event.date)), on.",
                    "Sin autorización desde la visita \(event.visit), \(weekday(event.date))."
                )
            )
        case .deductibleMet:
            EventText(
                kind: "deductibleMet",
                heading: say("MET", "LISTO"),
                text: say(
                    "The deductible is met at visit \(event.visit), \(weekday(event.date)).",
                    "El deducible se completa en la visita \(event.visit), \(weekday(event.date))."
                )
            )
        case .outOfPocketMaximumMet:
            EventText(
                kind: "outOfPocketMaximumMet",
                heading: say("MAXIMUM", "MÁXIMO"),
                text: say(
                    "The out-of-pocket maximum is met at visit \(event.visit), "
                        + "\(weekday(event.date)).",
                    "El máximo de gastos propios se alcanza en la visita \(event.visit), "
                        + "\(weekday(event.date))."
                )
            )
        case .priceChanges(let line, let from, let to):
            EventText(
                kind: "priceChanges",
                heading: say("PRICE", "PRECIO"),
                text: say(
                    "\(name(of: line)) costs \(to.groupedText) instead of \(from.groupedText) "
                        + "from visit \(event.visit), \(weekday(event.date)).",
                    "\(name(of: line)) cuesta \(to.groupedText) en vez de \(from.groupedText) "
                        + "desde la visita \(event.visit), \(weekday(event.date))."
                )
            )
        }
    }

    private func limitText(
        _ event: QuoteEvent,
        _ limit: UsageLimit,
        isDenied: Bool,
        renewsOn: CalendarDate?
    ) -> String {
        if limit.unit == .dollars {
            let whole = whole(of: limit)
            let sentence = say(
                "\(whole) are used up at visit \(event.visit), \(weekday(event.date)).",
                "\(whole) se agotan en la visita \(event.visit), \(weekday(event.date))."
            )
            let text = sentence.prefix(1).uppercased() + sentence.dropFirst()
            guard let renewsOn else { return text }
            return text + say(" Anew on \(day(renewsOn)).", " De nuevo el \(day(renewsOn)).")
        }
        if limit.kind == .notice {
            return say(
                "\(limit.maximum) visits, the plan's level for a notice, are reached at visit "
                    + "\(event.visit), \(weekday(event.date)); the plan still covers.",
                "Se llega a \(limit.maximum) visitas, el nivel de aviso del plan, en la visita "
                    + "\(event.visit), \(weekday(event.date)); el plan sigue cubriendo."
            )
        }
        let isVisits = limit.unit == .visits
        let what = isVisits ? say("visits", "visitas") : say("services", "servicios")
        let covered = isVisits ? "cubiertas" : "cubiertos"
        let the = isVisits ? "Las" : "Los"
        let ending =
            isDenied
            ? say(
                "No covered \(what) are left from visit \(event.visit), \(weekday(event.date)).",
                "No quedan \(what) \(covered) desde la visita \(event.visit), "
                    + "\(weekday(event.date))."
            )
            : say(
                "Covered \(what) end after visit \(event.visit), \(weekday(event.date)).",
                "\(the) \(what) \(covered) terminan tras la visita \(event.visit), "
                    + "\(weekday(event.date))."
            )
        guard let renewsOn else { return ending }
        return ending
            + say(" New count on \(day(renewsOn)).", " Nueva cuenta el \(day(renewsOn)).")
    }

    private func resetText(_ start: CalendarDate, plan: BenefitPlan?) -> String {
        guard
            let amount = plan?.deductible?.individual(inYearFrom: start)
                ?? plan?.deductible?.family,
            // The largest amount stands for a deductible that nobody knows.
            amount > .zero, amount < .largestStated
        else {
            return say(
                "\(day(start)): a new benefit year begins.",
                "\(day(start)): empieza un nuevo año del plan."
            )
        }
        return say(
            "\(day(start)): the \(amount.groupedText) deductible starts again.",
            "\(day(start)): el deducible de \(amount.groupedText) empieza otra vez."
        )
    }
}

extension QuoteEvent {
    /// Whether it happens to a price, and not to a plan.
    fileprivate var isOfPrice: Bool {
        if case .priceChanges = kind { true } else { false }
    }
}
