import CareModel
import CareQuote
import JSONText

extension StartComparison {
    /// The comparison as a page: a row for each start, and below it why it differs.
    ///
    /// - Parameter words: The language and the reader.
    /// - Returns: The page, with a final line break.
    package func text(_ words: Words) -> String {
        var page = TextPage()
        guard let first = entries.first, let last = entries.last else { return "" }
        let words = words.naming(yearsBeside: [first.start])
        page.wrapped(
            words.say(
                "The same care from each open day, \(words.fullDate(first.start)) to "
                    + "\(words.fullDate(last.start)).",
                "La misma atención desde cada día abierto, del \(words.fullDate(first.start)) al "
                    + "\(words.fullDate(last.start))."
            ),
            after: " "
        )
        if let title = first.title(words) { page.wrapped(title, after: " ") }
        protection(words).add(to: &page)
        page.line()
        addRows(to: &page, words)
        page.line()
        addLowest(to: &page, words)
        addNotes(to: &page, words)
        return page.text
    }

    /// The comparison as JSON, an element for each start.
    ///
    /// - Parameter words: The language and the reader.
    /// - Returns: The document.
    package func json(_ words: Words) -> [UInt8] {
        let words = words.naming(yearsBeside: entries.map(\.start))
        var json = JSONWriter(layout: .indented)
        json.beginArray()
        for entry in entries {
            json.beginObject()
            json.member("start", entry.start)
            json.member("id", entry.made.id)
            json.member("today", entry.made.quote.today)
            if let headline = entry.headline {
                json.key("headline")
                json.beginObject()
                json.key("visits")
                json.integer(headline.visits)
                json.member("date", headline.date)
                json.member("patientPays", headline.patientPays)
                json.member("low", headline.range.low)
                json.member("high", headline.range.high)
                json.endObject()
            }
            json.member("patientPays", entry.patientPays)
            json.member("low", entry.made.quote.range.low)
            json.member("high", entry.made.quote.range.high)
            json.key("saves")
            json.beginObject()
            json.member("headline", headlineSaving(of: entry)?.decimalText)
            json.member("patientPays", saving(of: entry))
            json.endObject()
            json.list("because", reasons(for: entry, words))
            json.protection(of: entry.made, words: words)
            json.endObject()
        }
        json.endArray()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// What is said before any price.
    private func protection(_ words: Words) -> ProtectionWords {
        ProtectionWords(entries.map(\.made), areOneDay: false, words: words)
    }

    /// Why a start costs another amount than the first: limits and benefit years that come or go.
    func reasons(for entry: Entry, _ words: Words) -> [String] {
        guard let first = entries.first?.made.quote else { return [] }
        return ComparedEvent.allCases.compactMap { event in
            let before = event.text(in: first, words: words, namesVisits: true)
            let now = event.text(
                in: entry.made.quote,
                words: words,
                namesVisits: true
            )
            guard before != now else { return nil }
            let label = event.label(words)
            if now.isEmpty {
                return words.say(
                    "no longer: \(label) \(before)",
                    "ya no: \(label) \(before)"
                )
            }
            guard !before.isEmpty else { return "\(label) \(now)" }
            return words.say(
                "\(label) \(now) instead of \(before)",
                "\(label) \(now) en vez de \(before)"
            )
        }
    }

    // MARK: The page

    private func addRows(to page: inout TextPage, _ words: Words) {
        func row(_ cells: [String]) -> String {
            "   " + cells[0].padded(right: 18)
                + cells.dropFirst().map { $0.padded(left: 11) }.joined()
        }
        page.line(
            row(
                words.language == .english
                    ? ["Start", "Today", "By then", "All", "Saves then", "Saves all"]
                    : ["Inicio", "Hoy", "Hasta ahí", "Todas", "Ahorra ahí", "Ahorra"]
            )
        )
        var told: [String] = []
        for (index, entry) in entries.enumerated() {
            let headline = entry.headline?.patientPays.groupedText ?? "-"
            page.line(
                row([
                    words.fullDate(entry.start), entry.made.quote.today.groupedText, headline,
                    entry.patientPays.groupedText,
                    index == 0 ? "" : headlineSaving(of: entry)?.groupedText ?? "-",
                    index == 0 ? "" : saving(of: entry).groupedText,
                ])
            )
            let reasons = reasons(for: entry, words)
            guard reasons != told else { continue }
            told = reasons
            page.wrapped(
                reasons.isEmpty
                    ? words.say("as with the first start", "como con el primer inicio")
                    : reasons.joined(separator: "; "),
                after: "     "
            )
        }
        guard let headline = entries.first?.headline else { return }
        page.wrapped(
            words.say(
                "By then: by visit \(headline.visits), by which half or more have ended. All: every visit "
                    + "that the plan may have. Saves: against the first start; with a minus, what it "
                    + "costs more.",
                "Hasta ahí: hasta la visita \(headline.visits), en la que ya terminó la mitad o más. "
                    + "Todas: todas las visitas del plan. Ahorra: frente al primer inicio; con "
                    + "un menos, lo que cuesta más."
            ),
            after: "   "
        )
    }

    private func addLowest(to page: inout TextPage, _ words: Words) {
        let lowest = entries.map(\.patientPays).min() ?? .zero
        guard let best = entries.first(where: { $0.patientPays == lowest }) else { return }
        let saved = saving(of: best)
        page.wrapped(
            saved == .zero
                ? words.say(
                    "no later start costs less for all visits than the first.",
                    "ningún inicio posterior cuesta menos por todas las visitas que el primero."
                )
                : words.say(
                    "\(words.fullDate(best.start)) costs the least for all visits: "
                        + "\(lowest.groupedText), \(saved.groupedText) less than the first.",
                    "\(words.fullDate(best.start)) es el que menos cuesta por todas las visitas: "
                        + "\(lowest.groupedText), \(saved.groupedText) menos que el primero."
                ),
            after: words.say(" LEAST  ", " MENOS  ")
        )
    }

    private func addNotes(to page: inout TextPage, _ words: Words) {
        page.line(words.say(" NOTES", " NOTAS"))
        page.wrapped(
            words.say(
                "This compares prices only: whether care can wait is for the patient and a clinician.",
                "Esto compara solo precios: si la atención puede esperar lo deciden el paciente y un "
                    + "profesional."
            ),
            after: "   "
        )
        if entries.contains(where: { !$0.made.quote.range.isExact }) {
            page.wrapped(
                words.say(
                    "Figures that nobody gave are taken as not used yet; the quote of a start gives "
                        + "its range and the questions to ask.",
                    "Las cifras que nadie dio se toman como sin usar; la cotización de un inicio da "
                        + "su rango y las preguntas."
                ),
                after: "   "
            )
        }
        var told: Set<String> = []
        for notice in entries.flatMap(\.made.quote.notices).filter(words.isFor).map(words.notice)
        where told.insert(notice.text).inserted {
            page.wrapped(notice.text, after: "   ")
        }
    }
}

extension StartComparison.Entry {
    fileprivate func title(_ words: Words) -> String? {
        made.quote.projection.map { ProjectionWords($0, words: words).title + "." }
    }
}
