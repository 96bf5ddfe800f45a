import CareModel
import CareQuote
import JSONText

/// A quote in one short line: whether there is one, and what it comes to.
package struct QuoteSummary: Sendable {
    private let id: String
    private let asOf: CalendarDate
    private let outcome: String
    /// Who comes to the visits of a plan of care, where that is not the ordinary question.
    private let mode: String?
    /// What it comes to; absent where care comes first, and where a checkpoint has ended the plan.
    private let figures: Figures?

    private struct Figures: Sendable {
        let visits: Int
        /// The amounts in the order of ``amountNames``.
        let amounts: Amounts
    }

    private typealias Amounts = InlineArray<7, Money?>

    /// The names of the amounts in their order.
    private static let amountNames = [
        "today", "low", "expected", "high", "planPays", "secondaryPays", "p50",
    ]

    private static let idMember = JSONWriter.Name("id")
    private static let asOfMember = JSONWriter.Name("asOf")
    private static let outcomeMember = JSONWriter.Name("outcome")
    private static let visitsMember = JSONWriter.Name("visits")
    /// ``amountNames`` as members of JSON.
    private static let amountMembers = amountNames.map(JSONWriter.Name.init)

    package init(_ made: MadeQuote) {
        let quote = made.quote
        id = made.id
        asOf = quote.request.asOf
        outcome = quote.screening.outcome.rawValue
        mode = quote.request.care?.attendance == .typical ? "typical" : nil
        figures = Figures(
            visits: quote.visits.count,
            amounts: [
                quote.today, quote.range.low, quote.range.expected, quote.range.high,
                quote.totals.planPays, quote.totals.secondaryPays,
                quote.projection?.patientPays.p50,
            ]
        )
    }

    /// The summary of a quote of which nothing but the totals was worked out.
    init(id: String, asOf: CalendarDate, outcome: String, visits: Int, totals: CourseTotals) {
        mode = nil
        self.id = id
        self.asOf = asOf
        self.outcome = outcome
        figures = Figures(
            visits: visits,
            amounts: [
                totals.today, totals.range.low, totals.range.expected, totals.range.high,
                totals.planPays, .zero, nil,
            ]
        )
    }

    package init(_ careFirst: CareFirst) {
        id = careFirst.id
        asOf = careFirst.asOf
        outcome = careFirst.screening.outcome.rawValue
        mode = nil
        figures = nil
    }

    package init(_ ended: PlanEnded) {
        id = ended.id
        asOf = ended.asOf
        outcome = "planEnded"
        mode = nil
        figures = nil
    }

    /// One line of JSON with its line break; an amount that there is not is left out.
    package func json() -> [UInt8] {
        var json = JSONWriter(layout: .compact, size: 256)
        json.beginObject()
        json.member(QuoteSummary.idMember, id)
        json.member(QuoteSummary.asOfMember, asOf)
        json.member(QuoteSummary.outcomeMember, outcome)
        if let mode { json.member("mode", mode) }
        if let figures {
            json.key(QuoteSummary.visitsMember)
            json.integer(figures.visits)
            for index in figures.amounts.indices {
                guard let amount = figures.amounts[index] else { continue }
                json.member(QuoteSummary.amountMembers[index], amount)
            }
        }
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The names of the columns with their line break.
    package static let csvHeader =
        (["id", "asOf", "outcome", "mode", "visits"] + amountNames.map { "\($0)_usd" } + ["error"])
        .joined(separator: ",") + "\n"

    /// One row with its line break; what there is not is empty.
    package func csv() -> String {
        let amounts = QuoteSummary.amountNames.indices.map { index in
            figures?.amounts[index]?.decimalText ?? ""
        }
        let cells =
            [id, "\(asOf)", outcome, mode ?? "", figures.map { "\($0.visits)" } ?? ""]
            + amounts + [""]
        return cells.joined(separator: ",") + "\n"
    }

    /// The row of a request of which no quote is made, with its line break.
    ///
    /// - Parameter error: What is wrong with it.
    /// - Returns: The row.
    package static func csv(error: String) -> String {
        let empty = amountNames.map { _ in "" }
        let quoted = "\"" + error.replacing("\"", with: "\"\"") + "\""
        return (["", "", "error", "", ""] + empty + [quoted]).joined(separator: ",") + "\n"
    }
}
