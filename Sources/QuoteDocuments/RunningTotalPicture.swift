import CareModel
import CareQuote

/// What the patient has to pay up to each visit, in steps, with a band for all that is not known.
struct RunningTotalPicture {
    private typealias Point = (x: Double, y: Double)

    private let visits: [QuotedVisit]
    private let totals: [AmountRange]
    /// The letters by which it refers to what happens.
    let marks: EventMarks
    private let words: Words
    private let scale: DollarScale
    private let left: Double
    private let right: Double
    private let top: Double
    private let letters: [(letter: String, x: Double, y: Double)]

    private static let depth = 150.0

    /// Draws the running total; a single visit, and visits that cost nothing, have no picture.
    ///
    /// Visits that keep up a gain are no part of the plan of care, so they are not drawn.
    init?(_ quote: Quote, words: Words) {
        let count = quote.projection?.outcomes.count ?? quote.visits.count
        let totals = Array(quote.runningTotals.prefix(count))
        let visits = Array(quote.visits.prefix(count))
        let marks = EventMarks(quote.changes, at: visits)
        guard totals.count > 1, totals.count == visits.count,
            let most = totals.map(\.high).max(), most > .zero,
            totals.allSatisfy({ $0.low >= .zero })
        else { return nil }
        self.visits = visits
        self.totals = totals
        self.marks = marks
        self.words = words
        scale = DollarScale(upTo: most)
        left = 8 + 7 * Double(scale.ticks.map(scale.label).map(\.count).max() ?? 0)
        let longest = totals.suffix(1).flatMap { ["\($0.low)", "\($0.high)"] }.map(\.count).max()
        right = HTMLPicture.width - 8 - 8 * Double(max(longest ?? 0, 6))
        let slot = (right - left) / Double(visits.count)
        let places = RunningTotalPicture.letters(visits, marks, left: left, slot: slot)
        letters = places
        top = (places.map(\.y).max() ?? 0) + 14
    }

    /// The letters above the plot, in a further row where they would overlap.
    private static func letters(
        _ visits: [QuotedVisit],
        _ marks: EventMarks,
        left: Double,
        slot: Double
    ) -> [(letter: String, x: Double, y: Double)] {
        var ends: [Double] = []
        return visits.enumerated().compactMap { index, visit in
            guard let letter = marks.letter(of: visit.number) else { return nil }
            let x = left + (Double(index) + 0.5) * slot
            let row = ends.firstIndex { $0 + 18 <= x } ?? ends.count
            if row == ends.count { ends.append(x) } else { ends[row] = x }
            return (letter, x, 10 + 18 * Double(row))
        }
    }

    private var bottom: Double { top + RunningTotalPicture.depth }
    private var slot: Double {
        (right - left) / Double(visits.count)
    }

    private func y(_ amount: Money) -> Double {
        bottom - scale.fraction(of: amount) * RunningTotalPicture.depth
    }

    // MARK: The picture

    var figure: HTMLNode {
        HTMLPicture(
            id: "paid",
            title: words.say(
                "What it has cost you, visit by visit",
                "Lo que le ha costado, visita por visita"
            ),
            description: description,
            height: bottom + 34,
            shapes: grid + band + eventLines + [line] + visitLabels + endLabels,
            notes: isExact
                ? []
                : [
                    words.say(
                        "The line is what you pay if nothing is used yet; the shaded band is how "
                            + "far it can differ.",
                        "La línea es lo que paga si aún no se ha usado nada; la franja es cuánto "
                            + "puede variar."
                    )
                ]
        ).figure
    }

    private var isExact: Bool { totals.allSatisfy(\.isExact) }

    private var description: String {
        guard let first = totals.first, let last = totals.last, let from = visits.first?.number,
            let end = visits.last?.number
        else { return "" }
        let course = words.say(
            "\(first.expected) after visit \(from), \(last.expected) after visit \(end)",
            "\(first.expected) tras la visita \(from), \(last.expected) tras la visita \(end)"
        )
        guard !last.isExact else { return course + "." }
        return course
            + words.say(
                ", between \(last.low) and \(last.high).",
                ", entre \(last.low) y \(last.high)."
            )
    }

    private var grid: [HTMLNode] {
        scale.ticks.flatMap { tick in
            [
                HTMLPicture.line(
                    from: (left, y(tick)),
                    to: (right, y(tick)),
                    style: tick == .zero ? "axis" : "grid"
                ),
                HTMLPicture.text(scale.label(tick), x: left - 5, y: y(tick) + 4, style: "end"),
            ]
        }
    }

    private func steps(_ amount: KeyPath<AmountRange, Money>) -> [Point] {
        totals.enumerated().flatMap { index, total -> [Point] in
            let start = left + Double(index) * slot
            let height = y(total[keyPath: amount])
            return [(start, height), (start + slot, height)]
        }
    }

    private var line: HTMLNode {
        HTMLPicture.path([(left, y(.zero))] + steps(\.expected), style: "total")
    }

    private var band: [HTMLNode] {
        guard !isExact else { return [] }
        let area = steps(\.high) + steps(\.low).reversed()
        return [HTMLPicture.path(area, isClosed: true, style: "band")]
    }

    private var eventLines: [HTMLNode] {
        letters.flatMap { letter, x, height in
            [
                HTMLPicture.line(from: (x, height + 8), to: (x, bottom), style: "event"),
                HTMLPicture.circle(x: x, y: height, radius: 8, style: "letter"),
                HTMLPicture.text(letter, x: x, y: height + 4, style: "middle strong"),
            ]
        }
    }

    /// The numbers of the visits as far as there is room, and the first and the last day.
    private var visitLabels: [HTMLNode] {
        let every = max(Int((22 / slot).rounded(.up)), 1)
        let numbers = visits.enumerated().filter { index, _ in
            index == visits.count - 1
                || index.isMultiple(of: every) && index <= visits.count - 1 - every
        }
        .map { index, visit in
            HTMLPicture.text(
                "\(visit.number)",
                x: left + (Double(index) + 0.5) * slot,
                y: bottom + 14,
                style: "middle"
            )
        }
        let first = visits.first.map { words.weekday($0.date) } ?? ""
        let last = visits.last.map { words.weekday($0.date) } ?? ""
        return numbers + [
            HTMLPicture.text(words.say("visit", "visita"), x: right + 12, y: bottom + 14),
            HTMLPicture.text(first, x: left, y: bottom + 30),
            HTMLPicture.text(last, x: right, y: bottom + 30, style: "end"),
        ]
    }

    /// The total at the right end, and where it is not known the most and the least beside it.
    private var endLabels: [HTMLNode] {
        guard let last = totals.last else { return [] }
        let amounts = Set([last.high, last.expected, last.low]).sorted(by: >)
        var places = amounts.map { y($0) + 4 }
        for index in places.indices.dropFirst() {
            places[index] = max(places[index], places[index - 1] + 14)
        }
        for index in places.indices.reversed() {
            let floor = index == places.count - 1 ? bottom : places[index + 1] - 14
            places[index] = min(places[index], floor)
        }
        return zip(amounts, places).map { amount, place in
            HTMLPicture.text(
                "\(amount)",
                x: right + 5,
                y: place,
                style: amount == last.expected ? "strong" : ""
            )
        }
    }
}
