import CareModel
import CareQuote

extension QuoteText {
    /// What the screening says, and when a plan of care stops: before any price.
    func addProtection(of quote: Quote, words: Words, to page: inout TextPage) {
        let messages = quote.screening.messages
        if !messages.isEmpty {
            page.line(words.say(" FIRST", " PRIMERO"))
            for message in messages {
                page.wrapped(message.words.text(in: words.language), after: "   ")
            }
        }
        guard let projected = quote.projection else { return }
        page.line(words.say(" WHEN CARE STOPS", " CUÁNDO SE PARA"))
        for rule in ProjectionWords(projected, words: words).stopRules {
            page.wrapped(rule, after: "   ")
        }
    }

    /// The headline of a plan of care, how many go on, and what the longest course costs.
    func addProjectedTotals(
        _ projected: ProjectedCost,
        remark: (ProjectedCost.Outcome) -> String,
        amountLine: (String, Money) -> String,
        words: Words,
        to page: inout TextPage
    ) {
        let sentences = ProjectionWords(projected, words: words)
        if let headline = sentences.headline {
            page.wrapped(
                [sentences.mostLikely, remark(headline)].filter { !$0.isEmpty }
                    .joined(separator: "; "),
                after: amountLine(
                    words.say(
                        "BY VISIT \(headline.visits) YOU PAY",
                        "A LA VISITA \(headline.visits) PAGA"
                    ),
                    headline.patientPays
                )
            )
        }
        if !sentences.goingOn.isEmpty { page.wrapped(sentences.goingOn, after: "   ") }
    }

    /// How likely each last visit is and what was paid by then, as a picture of characters.
    func addDistribution(_ projected: ProjectedCost, words: Words, to page: inout TextPage) {
        let sentences = ProjectionWords(projected, words: words)
        page.line(
            words.say(" HOW IT CAN END, OF 100 PATIENTS", " CÓMO PUEDE TERMINAR, DE 100 PACIENTES")
        )
        page.line(
            "   " + words.say("Last visit", "Última visita").padded(right: 24)
                + words.say("You paid", "Ha pagado").padded(left: 11)
        )
        let most = sentences.rows.map(\.probability).max() ?? 1
        for outcome in sentences.rows {
            let length = max(Int((outcome.probability / most * 30).rounded()), 1)
            page.line(
                "   " + "\(outcome.visits)".padded(left: 3) + "  "
                    + words.weekday(outcome.date).padded(right: 19)
                    + outcome.patientPays.groupedText.padded(left: 11) + "  "
                    + String(repeating: "█", count: length)
                    + " \(sentences.inHundred(outcome.probability))"
            )
        }
        page.wrapped(sentences.endings, after: "   ")
        page.wrapped(sentences.twelveMonths, after: "   ")
    }

    /// How pain goes without the plan, what else helps, and how well that is known.
    func addEvidence(_ projected: ProjectedCost, words: Words, to page: inout TextPage) {
        let sentences = ProjectionWords(projected, words: words)
        page.line(words.say(" AROUND A VISIT", " ANTES Y DESPUÉS DE UNA VISITA"))
        for sentence in sentences.visitAdvice { page.wrapped(sentence, after: "   ") }
        page.line(words.say(" BESIDE THIS PLAN", " ADEMÁS DE ESTE PLAN"))
        let all =
            sentences.naturalCourse + sentences.moreVisits + sentences.alternatives
            + sentences.evidence
        for sentence in all { page.wrapped(sentence, after: "   ") }
    }
}
