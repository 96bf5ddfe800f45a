import CareModel
import CareQuote

/// How a plan of care can end: a bar for each last visit, as long as it is likely.
struct CoursePicture {
    /// The places of the columns.
    private struct Columns {
        let number = 20.0
        let date = 26.0
        let amount: Double
        let bar: Double
        let longestBar: Double

        /// Days with their year need more room, and leave the bars less.
        init(hasYears: Bool) {
            let room = hasYears ? 32.0 : 0
            (amount, bar, longestBar) = (166 + room, 173 + room, 128 - room)
        }
    }

    private let projection: ProjectionWords
    private let words: Words
    private let column: Columns

    init(_ projection: ProjectionWords, words: Words) {
        self.projection = projection
        self.words = words
        column = Columns(
            hasYears: projection.rows.contains {
                words.weekday($0.date) != words.shortWeekday($0.date)
            }
        )
    }

    /// Whether some visits are done, so that the amounts are for what is left.
    private var isUnderWay: Bool { projection.plan.visitsDone > 0 }

    var figure: HTMLNode {
        var top = 22.0
        var shapes: [HTMLNode] = []
        let most = projection.rows.map(\.probability).max() ?? 1
        for outcome in projection.rows {
            let marks = projection.marks(of: outcome)
            shapes += row(outcome, of: most, top: top, marks: marks)
            top += marks.isEmpty ? 22 : 40
        }
        return HTMLPicture(
            id: "course",
            title: isUnderWay
                ? words.say(
                    "Your last visit, and what is still to pay until then",
                    "Su última visita, y lo que falta pagar hasta entonces"
                )
                : words.say(
                    "Your last visit, and what you will have paid by then",
                    "Su última visita, y lo que habrá pagado hasta entonces"
                ),
            description: projection.rows.map(sentence).joined(separator: " "),
            height: top,
            shapes: head + shapes
        ).figure
    }

    private var head: [HTMLNode] {
        [
            HTMLPicture.text(words.column(.lastVisit), x: 0, y: 13, style: "strong"),
            HTMLPicture.text(
                projection.paidColumn,
                x: column.amount,
                y: 13,
                style: "strong end"
            ),
            HTMLPicture.text(words.column(.ofHundred), x: column.bar, y: 13, style: "strong"),
        ]
    }

    private func row(
        _ outcome: ProjectedCost.Outcome,
        of most: Double,
        top: Double,
        marks: [String]
    ) -> [HTMLNode] {
        let isHeadline = outcome.visits == projection.headline?.visits
        let strong = isHeadline ? " strong" : ""
        let length = max(outcome.probability / most * column.longestBar, 1)
        let line = top + 15
        let cells = [
            HTMLPicture.text("\(outcome.visits)", x: column.number, y: line, style: "end" + strong),
            HTMLPicture.text(
                words.weekday(outcome.date),
                x: column.date,
                y: line,
                style: isHeadline ? "strong" : ""
            ),
            HTMLPicture.text(
                "\(outcome.patientPays)",
                x: column.amount,
                y: line,
                style: "end" + strong
            ),
            HTMLNode.element(
                "rect",
                [
                    HTMLAttribute("x", column.bar.coordinate),
                    HTMLAttribute("y", (top + 4).coordinate),
                    HTMLAttribute("width", length.coordinate),
                    HTMLAttribute("height", 14.0.coordinate),
                    HTMLAttribute("class", isHeadline ? "bar headline" : "bar"),
                    HTMLAttribute("data-visit", "\(outcome.visits)"),
                ],
                []
            ),
            HTMLPicture.text(
                projection.ofHundred(outcome),
                x: column.bar + length + 5,
                y: line,
                style: isHeadline ? "strong" : ""
            ),
        ]
        guard !marks.isEmpty else { return cells }
        return cells + [
            HTMLPicture.text(marks.joined(separator: " · "), x: column.date, y: top + 31)
        ]
    }

    /// A row in words.
    private func sentence(_ outcome: ProjectedCost.Outcome) -> String {
        let count = projection.ofHundred(outcome)
        let day = words.weekday(outcome.date)
        let marks = projection.marks(of: outcome).map { "; " + $0 }.joined()
        let paid =
            isUnderWay
            ? words.say("still to pay", "por pagar") : words.say("paid", "pagados")
        return words.say(
            "Visit \(outcome.visits), \(day): \(count) of 100 patients, "
                + "\(outcome.patientPays) \(paid)\(marks).",
            "Visita \(outcome.visits), \(day): \(count) de 100 pacientes, "
                + "\(outcome.patientPays) \(paid)\(marks)."
        )
    }
}

extension ProjectionWords {
    /// What is special about a last visit: that care is looked at again there, and that half of the
    /// courses have ended with it.
    fileprivate func marks(of outcome: ProjectedCost.Outcome) -> [String] {
        (isCheckpoint(outcome.visits) ? [weLookAgain] : [])
            + (outcome.visits == headline?.visits ? [halfHaveEnded] : [])
    }
}
