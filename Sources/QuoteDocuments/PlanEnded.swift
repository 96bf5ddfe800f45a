package import CareModel
package import CareQuote

/// What is said instead of a quote where a checkpoint was not met: care stops there by the plan's
/// own rule, nothing more is owed for it, and what else can help.
package struct PlanEnded: Hashable, Sendable {
    /// Twelve hexadecimal digits, the same for the same request on the same tables.
    package let id: String
    package let asOf: CalendarDate
    package let plan: EndedPlan
    /// What is settled of the visits that are done; absent where they are not known.
    var settlement: PlanSettlement?

    init(id: String, asOf: CalendarDate, plan: EndedPlan) {
        self.id = id
        self.asOf = asOf
        self.plan = plan
    }
}

/// What the page of an ended plan says, in sentences; each form sets them in its own way.
struct PlanEndedWords {
    let ended: PlanEnded
    let words: Words

    private var plan: EndedPlan { ended.plan }

    var title: String { words.say("CARE STOPS HERE", "EL CUIDADO TERMINA AQUÍ") }

    var number: String { words.say("quote \(ended.id)", "cotización \(ended.id)") }

    /// What the care was for.
    var pattern: String { plan.pattern.words.text(in: words.language) + "." }

    /// Why it stops.
    var reasons: [String] {
        let rules = plan.evidence.stopRules
        let visit = plan.checkpoint.visit
        let goesOn = rules.goesOn(plan.checkpoint.question, of: plan.pattern.id)?.words
            .text(in: words.language)
        let looked =
            goesOn.map { goesOn in
                words.say(
                    "Care was to go on after visit \(visit) only if: \(goesOn.lowercasedFirst)",
                    "Después de la visita \(visit) se iba a seguir solo si: \(goesOn.lowercasedFirst)"
                ) + " "
            } ?? ""
        return [
            looked
                + words.say(
                    "That is not so, and by its own rule the plan ends. It means that this care does "
                        + "not help enough; it is no judgement of you.",
                    "No es así, y el plan termina por su propia regla. Quiere decir que este cuidado "
                        + "no ayuda lo suficiente; no es un juicio sobre usted."
                ),
            words.say("From here: ", "Desde aquí: ")
                + rules.otherwise.words.text(in: words.language).lowercasedFirst,
        ]
    }

    /// What is owed for the rest, and what is settled of the visits that are done.
    var figures: [QuoteWords.Figure] {
        let left = ended.settlement?.visitsLeft ?? 0
        let notMade =
            left > 0
            ? words.say(
                "\(words.visits(left)) left \(left == 1 ? "is" : "are") not made and "
                    + "\(left == 1 ? "costs" : "cost") nothing",
                left == 1
                    ? "la visita que faltaba no se hace y no cuesta nada"
                    : "las \(words.visits(left)) que faltaban no se hacen y no cuestan nada"
            )
            : words.say(
                "the visits that were left are not made and cost nothing",
                "las visitas que faltaban no se hacen y no cuestan nada"
            )
        let rest = QuoteWords.Figure(
            label: words.say("FOR THE REST YOU PAY", "POR EL RESTO PAGA"),
            amount: .zero,
            remark: notMade
        )
        return [rest] + (ended.settlement?.figures(words) ?? [])
    }

    /// What is said beside the figures.
    var settling: String {
        guard let settlement = ended.settlement else {
            return words.say(
                "What the visits done cost is not known here. What was paid ahead for visits that "
                    + "are not made is paid back.",
                "Aquí no se sabe cuánto costaron las visitas hechas. Lo pagado por adelantado por "
                    + "visitas que no se hacen se devuelve."
            )
        }
        switch (settlement.owed > .zero, settlement.refund > .zero) {
        case (true, _):
            return words.say(
                "Nothing else is owed for this plan.",
                "Por este plan no se debe nada más."
            )
        case (false, true): return words.say("Nothing is owed for this plan.", "No se debe nada.")
        case (false, false):
            return words.say(
                "Nothing more is owed for this plan, and nothing was paid ahead that would come back.",
                "Por este plan no se debe nada más, y no hay nada pagado por adelantado que devolver."
            )
        }
    }

    var screening: [String] {
        plan.screening.messages.map { $0.words.text(in: words.language) }
    }

    var alternativesHeading: String { words.say("WHAT ELSE CAN HELP", "QUÉ MÁS PUEDE AYUDAR") }

    /// What can be done instead.
    var alternatives: [String] {
        plan.evidence.alternatives.shown.map { $0.words.text(in: words.language) }
    }

    var callHeading: String { words.say("WHEN TO CALL", "CUÁNDO LLAMAR") }

    /// When to call, and whom.
    var whenToCall: [String] {
        plan.evidence.advice.whenToCall.shown.map { $0.words.text(in: words.language) }
    }

    /// What a reader must know beside it.
    var notices: [(id: String, text: String)] {
        let estimate = words.notice(.estimateOnly)
        let again = words.say(
            "Another plan needs a new reason and a new quote; more of the same is not offered.",
            "Otro plan necesita un motivo nuevo y una cotización nueva; más de lo mismo no se ofrece."
        )
        return [("planEnded", again), (estimate.id, estimate.text)]
    }
}

extension String {
    /// The sentence without the stop at its end, to stand in another.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// The text with a small first letter, to stand after a colon.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The text with a large first letter, to begin a sentence.
    var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
