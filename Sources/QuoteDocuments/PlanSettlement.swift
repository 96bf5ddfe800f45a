import CareModel
import CareQuote
import JSONText

/// What is settled where a plan of care ends before its last visit: what the visits made have cost,
/// and what is paid back of what was paid ahead.
package struct PlanSettlement: Hashable, Sendable {
    /// The name of the quote that the visits were made under.
    let quoteID: String
    /// How many of its visits are done.
    let visitsDone: Int
    /// How many are not made.
    let visitsLeft: Int
    /// The day of the last visit done.
    let lastDate: CalendarDate
    /// What the patient was to have paid by that day.
    let collected: Money
    /// What the clinic pays back.
    let refund: Money
    /// What the patient still owes for the visits made.
    let owed: Money
    /// What the visits made have cost the patient, once all of it is settled.
    let cost: Money
    /// Whether every figure of the quote was known.
    let isExact: Bool
    /// The visits of the plan that were made before the quote; absent where there are none, or where
    /// nobody knows what they cost.
    let before: VisitsBefore?
    /// How many visits of the plan were made before the quote.
    let visitsBefore: Int

    /// Whether nothing of what was made before the quote is unknown.
    var knowsAllBefore: Bool { visitsBefore == before?.visits ?? 0 }
    /// What all visits made have cost, those before the quote among them where that is known.
    private var costOfAll: Money { cost + (before?.cost ?? .zero) }

    /// The settlement of a quote after some of its visits; nothing where there are none.
    init?(of whole: MadeQuote, after count: Int) {
        let quote = whole.quote
        let way = quote.chosenWay
        guard count > 0, count <= way.settlements.count else { return nil }
        let settlement = way.settlements[count - 1]
        quoteID = whole.id
        visitsDone = count
        visitsLeft = quote.visits.count - count
        lastDate = settlement.date
        collected = way.schedule.filter { $0.date <= settlement.date }.map(\.amount).sum()
        refund = settlement.refund
        owed = settlement.owed
        isExact = quote.range.isExact
        // What the plan pays back to the patient has cost the patient nothing.
        let reimbursed =
            way.kind == .insurance
            ? quote.visits.prefix(count).map(\.amounts.reimbursed).sum() : .zero
        cost = collected - refund + owed - reimbursed
        // A request that gives its visits does not say how many were made before them.
        let known = quote.request.care.map(\.visitsDone)
        visitsBefore = known ?? whole.before?.visits ?? 0
        before = whole.before?.visits == visitsBefore ? whole.before : nil
    }

    /// What the visits made come to, before a plan pays any of it back.
    private var used: Money { collected - refund + owed }

    /// What is paid back and how it is worked out; nothing where nothing is.
    func refundWords(_ words: Words) -> String? {
        guard refund > .zero else { return nil }
        let (paid, made, back) = (collected.groupedText, used.groupedText, refund.groupedText)
        let visits = words.visits(visitsDone)
        let isOne = visitsDone == 1
        let (come, suman) =
            isOne ? ("comes", "La visita hecha suma") : ("come", "Las \(visits) hechas suman")
        return words.say(
            "\(paid) was paid by then, and the \(visits) made \(come) to \(made): "
                + "\(paid) - \(made) = \(back).",
            "Hasta entonces se pagaron \(paid). \(suman) \(made): \(paid) - \(made) = \(back)."
        )
    }

    /// What is still owed; nothing where nothing is.
    func owedWords(_ words: Words) -> String? {
        guard owed > .zero else { return nil }
        return words.say(
            "for the \(words.visits(visitsDone)) made: \(used.groupedText), of which "
                + "\(collected.groupedText) was paid",
            "por \(visitsDone == 1 ? "la visita hecha" : "las \(words.visits(visitsDone)) hechas"): "
                + "\(used.groupedText), de lo que se pagó \(collected.groupedText)"
        )
    }

    /// Which visits the cost is of, and how well it is known.
    func costWords(_ words: Words) -> String {
        let day = words.fullDate(lastDate)
        let taken =
            isExact && before?.isExact != false
            ? "" : words.say(", as the quote takes what is not known", ", según lo que se supone")
        return words.say(
            "\(words.visits(visitsDone)) of quote \(quoteID), the last on \(day)",
            "\(words.visits(visitsDone)) de la cotización \(quoteID), la última el \(day)"
        ) + beforeWords(words) + taken
    }

    /// Whether the visits that were made before the quote are in the cost.
    private func beforeWords(_ words: Words) -> String {
        guard visitsBefore > 0 else { return "" }
        return before == nil
            ? words.say(
                ", without the \(visitsBefore) before it, whose cost is not known here",
                ", sin lo de antes (\(words.visits(visitsBefore))), cuyo costo aquí no se sabe"
            )
            : words.say(
                ", and the \(visitsBefore) before it",
                ", y lo de antes (\(words.visits(visitsBefore)))"
            )
    }

    /// The figures with their remarks, the most urgent first.
    func figures(_ words: Words) -> [QuoteWords.Figure] {
        var figures: [QuoteWords.Figure] = []
        if let remark = owedWords(words) {
            figures.append(
                QuoteWords.Figure(
                    label: words.say("STILL TO PAY", "FALTA PAGAR"),
                    amount: owed,
                    remark: remark
                )
            )
        }
        if let remark = refundWords(words) {
            figures.append(
                QuoteWords.Figure(
                    label: words.say("PAID BACK TO YOU", "SE LE DEVUELVE"),
                    amount: refund,
                    remark: remark
                )
            )
        }
        figures.append(
            QuoteWords.Figure(
                label: words.say("VISITS MADE COST", "COSTO DE LO HECHO"),
                amount: costOfAll,
                remark: costWords(words)
            )
        )
        return figures
    }
}

extension JSONWriter {
    /// Writes a settlement as the member of that name.
    mutating func settlement(_ settlement: PlanSettlement, words: Words) {
        key("settlement")
        beginObject()
        member("quote", settlement.quoteID)
        key("visitsDone")
        integer(settlement.visitsDone)
        key("visitsLeft")
        integer(settlement.visitsLeft)
        member("collected", settlement.collected)
        member("cost", settlement.cost)
        if let before = settlement.before { visitsBefore(before) }
        member("owed", settlement.owed)
        member("refund", settlement.refund)
        member("because", settlement.refundWords(words) ?? settlement.owedWords(words))
        endObject()
    }
}
