import CareCoverage
import CareModel
import CareQuote

/// Writes a comparison as a page of text, at most four columns side by side.
package struct ComparisonText {
    private static let columnsInTable = 4
    private static let labelWidth = 20
    private static let cellWidth = 15

    let comparison: Comparison
    let words: Words

    package init(_ comparison: Comparison, words: Words) {
        self.comparison = comparison
        let days = comparison.entries.first?.made.quote.visits.map(\.date) ?? []
        self.words = words.naming(yearsBeside: days)
    }

    private var entries: [Comparison.Entry] { comparison.entries }

    /// The page, with a final line break.
    package func text() -> String {
        var page = TextPage()
        let quote = entries.first?.made.quote
        let start = quote?.visits.first.map { words.fullDate($0.date) } ?? ""
        let visits = quote.map(words.visits(of:)) ?? words.visits(0)
        page.line(
            " "
                + words.say(
                    "\(visits) from \(start), side by side",
                    "\(visits) desde el \(start), lado a lado"
                )
        )
        ProtectionWords(entries.map(\.made), areOneDay: true, words: words).add(to: &page)
        for first in stride(from: 0, to: entries.count, by: ComparisonText.columnsInTable) {
            page.line()
            addTable(Array(entries[first...].prefix(ComparisonText.columnsInTable)), to: &page)
        }
        page.line()
        addCheapest(to: &page)
        addRefusals(to: &page)
        addNotes(to: &page)
        return page.text
    }

    private func addTable(_ columns: [Comparison.Entry], to page: inout TextPage) {
        func row(_ label: String, _ cell: (Comparison.Entry) -> String) {
            addRow(label, columns.map(cell), to: &page)
        }
        // What cannot be had has no price to choose by.
        func money(_ label: String, _ text: (Comparison.Entry) -> String) {
            row(label) { comparison.refusal(of: $0) == nil ? text($0) : "-" }
        }
        func amount(_ label: String, _ amount: (Quote) -> Money) {
            money(label) { amount($0.made.quote).groupedText }
        }
        row("", heading)
        if columns.contains(where: { heading($0) != planName(of: $0) }) {
            row(words.say("plan", "plan"), planName)
        }
        row(words.say("quote", "cotización"), \.made.id)
        if entries.contains(where: \.countsLeavers) {
            row(words.say("who comes", "quién viene")) { entry in
                entry.countsLeavers
                    ? words.say("some leave", "unos lo dejan") : words.say("everybody", "todos")
            }
        }
        page.line()
        amount(words.say("TODAY", "HOY"), \.today)
        if entries.contains(where: { $0.headline != nil }) { addHeadline(of: columns, to: &page) }
        row(words.say("YOU PAY IN ALL", "EN TOTAL PAGA")) { entry in
            comparison.refusal(of: entry) == nil
                ? entry.patientPays.groupedText : words.say("not allowed", "no permitido")
        }
        if entries.contains(where: { !$0.made.quote.range.isExact }) {
            amount(words.say("at least", "al menos"), \.range.low)
            amount(words.say("at most", "como mucho"), \.range.high)
        }
        let isOpen = if case .open = comparison.cheapest { true } else { false }
        money(words.say("above the lowest", "más que el menor")) { entry in
            let above = entry.patientPays - comparison.lowest
            guard above == .zero else { return "+ " + above.groupedText }
            return isOpen
                ? words.say("lowest expected", "menor previsto")
                : words.say("the lowest", "el menor")
        }
        amount(words.say("insurance pays", "paga el seguro"), \.totals.planPays)
        if entries.contains(where: { $0.made.quote.request.secondary != nil }) {
            amount(
                words.say("second plan pays", "paga el segundo"),
                \.totals.secondaryPays
            )
        }
        amount(words.say("nobody owes", "nadie debe"), \.totals.writeOff)
        amount(words.say("full price", "precio completo"), \.totals.charge)
        for event in ComparedEvent.allCases {
            let cells = columns.map { event.text(in: $0.made.quote, words: words) }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            addRow(event.label(words), cells.map { $0.isEmpty ? "-" : $0 }, to: &page)
        }
    }

    /// What is paid by the visit by which a plan of care most likely ends.
    private func addHeadline(of columns: [Comparison.Entry], to page: inout TextPage) {
        addRow(
            words.say("half end by visit", "la mitad acaba en"),
            columns.map { $0.headline.map { "\($0.visits)" } ?? "-" },
            to: &page
        )
        addRow(
            words.say("YOU PAY BY THEN", "PAGA HASTA AHÍ"),
            columns.map { entry in
                guard comparison.refusal(of: entry) == nil else { return "-" }
                return entry.headline?.patientPays.groupedText ?? "-"
            },
            to: &page
        )
    }

    /// Adds a row whose cells go over several lines where they are too wide.
    private func addRow(_ label: String, _ cells: [String], to page: inout TextPage) {
        let width = ComparisonText.cellWidth
        let parts = cells.map { $0.brokenAtHyphens(at: width - 2) }
        let labels = label.broken(at: ComparisonText.labelWidth - 4)
        let height = max(labels.count, parts.map(\.count).max() ?? 1)
        for line in 0..<height {
            let name = line < labels.count ? labels[line] : ""
            page.line(
                ("   " + name).padded(right: ComparisonText.labelWidth)
                    + parts.map { (line < $0.count ? $0[line] : "").padded(left: width) }.joined()
            )
        }
    }

    /// What stands over a column; a patient reads no names of the tables.
    func heading(_ entry: Comparison.Entry) -> String {
        if entry.heading == QuoteMaker.selfPayName {
            return words.say("self-pay", "sin seguro")
        }
        let isPlan = entry.made.quote.request.primary?.plan.id == entry.heading
        return words.audience == .patient && isPlan ? planName(of: entry) : entry.heading
    }

    private func planName(of entry: Comparison.Entry) -> String {
        let coverages = entry.made.quote.request.coverages
        guard !coverages.isEmpty else { return words.say("self-pay", "sin seguro") }
        return coverages.map { coverage in
            coverage.network == .inNetwork || coverage.plan.type == .autoMedical
                ? words.name(of: coverage.plan)
                : words.name(of: coverage.plan)
                    + words.say(", out of network", ", fuera de la red")
        }
        .joined(separator: " + ")
    }

    private func addNotes(to page: inout TextPage) {
        page.line(words.say(" NOTES", " NOTAS"))
        let plans = Set(entries.map { $0.made.quote.request.coverages.map(\.plan.id) })
        if plans.count > 1 {
            page.wrapped(
                words.say(
                    "What a plan costs by the month, its premium, is not counted.",
                    "No se cuenta lo que cuesta el plan cada mes, su prima."
                ),
                after: "   "
            )
        }
        var notes: [(text: String, headings: [String])] = []
        for entry in entries {
            for notice in entry.made.quote.notices.filter(words.isFor).map(words.notice) {
                if let index = notes.firstIndex(where: { $0.text == notice.text }) {
                    if notes[index].headings.last != heading(entry) {
                        notes[index].headings.append(heading(entry))
                    }
                } else {
                    notes.append((notice.text, [heading(entry)]))
                }
            }
        }
        let insured = entries.filter(\.made.quote.request.isInsured).map(heading)
        for note in notes {
            let whose =
                note.headings.count == entries.count
                ? ""
                : note.headings == insured
                    ? words.say("With insurance: ", "Con seguro: ")
                    : note.headings.joined(separator: ", ") + ": "
            page.wrapped(whose + note.text, after: "   ")
        }
    }
}

extension String {
    /// The text in lines of at most so many characters, a long word broken after its hyphens.
    fileprivate func brokenAtHyphens(at width: Int) -> [String] {
        let pieces = split(separator: " ").flatMap { word -> [Substring] in
            guard word.count > width else { return [word] }
            var pieces: [Substring] = []
            for part in word.split(separator: "-", omittingEmptySubsequences: false) {
                let ended =
                    part.endIndex < word.endIndex ? word[part.startIndex...part.endIndex] : part
                if let last = pieces.last, last.count + ended.count <= width {
                    pieces[pieces.count - 1] = word[last.startIndex..<ended.endIndex]
                } else {
                    pieces.append(ended)
                }
            }
            return pieces
        }
        return pieces.joined(separator: " ").broken(at: width)
    }
}
