import CareCoverage
import CareModel
import CareQuote
import JSONText
import PriceTableFiles

/// Every step behind one amount of a quote, down to the table row and its source.
package struct Explanation {
    private let made: MadeQuote
    private let words: Words
    private let pointer: String
    private let part: LinePart
    private let visits: [QuotedVisit]
    /// The position of the only line that is asked about, in the only visit.
    private let line: Int?

    /// Finds the amount that a JSON pointer names.
    ///
    /// - Parameters:
    ///   - made: The quote.
    ///   - pointer: Such as `/today`, `/totals/planPays` or `/visits/3/lines/0/patientPays`.
    ///   - words: The language.
    /// - Throws: ``ExplanationError`` where the pointer names no amount of the quote.
    package init(
        of made: MadeQuote,
        at pointer: String,
        words: Words
    ) throws(ExplanationError) {
        self.made = made
        self.words = words
        self.pointer = pointer
        let visits = made.quote.visits
        let tokens = pointer.split(separator: "/", omittingEmptySubsequences: false)
            .dropFirst().map(String.init)
        var part: LinePart?
        var chosen: [QuotedVisit] = []
        var line: Int?
        switch tokens.first {
        case "today" where tokens.count == 1:
            part = .patientPays
            chosen = Array(visits.prefix(1))
        case "totals" where tokens.count == 2:
            part = LinePart(rawValue: tokens[1])
            chosen = visits
        case "visits" where tokens.count == 3 || tokens.count == 5:
            guard let index = tokens[1].pointerIndex, visits.indices.contains(index) else { break }
            chosen = [visits[index]]
            part = LinePart(rawValue: tokens[tokens.count - 1])
            guard tokens.count == 5 else { break }
            guard tokens[2] == "lines", let position = tokens[3].pointerIndex,
                visits[index].lines.indices.contains(position)
            else {
                part = nil
                break
            }
            line = position
        default: break
        }
        guard let part else {
            throw ExplanationError(pointer: pointer, visits: visits.count)
        }
        self.part = part
        self.visits = chosen
        self.line = line
    }

    private var lines: [(visit: QuotedVisit, line: AdjudicatedLine)] {
        visits.flatMap { visit in
            visit.lines.enumerated()
                .filter { line == nil || $0.offset == line }
                .map { (visit, $0.element) }
        }
    }

    /// The amount; what is due today can differ from the price of the first visit.
    private var amount: Money {
        pointer == "/today" ? made.quote.today : lines.map { $0.line.amounts[part] }.sum()
    }

    /// The explanation as text.
    package func text() -> String {
        var page = TextPage()
        page.line(
            " \(pointer) = \(amount.groupedText)",
            right: words.say("quote \(made.id)", "cotización \(made.id)")
        )
        if pointer == "/today" { addTodayRemark(to: &page) }
        var current: Int?
        for (visit, line) in lines {
            if visit.number != current {
                page.line()
                page.line(
                    " " + words.say("Visit \(visit.number)", "Visita \(visit.number)")
                        + ", \(words.fullDate(visit.date))"
                )
                current = visit.number
            }
            page.line(
                "   " + words.name(of: line.priced.line),
                right: "\(part.rawValue) \(line.amounts[part].groupedText)"
            )
            for step in line.steps where part.rests(on: step.part) { add(step, to: &page) }
            guard part == .secondaryPays || part == .patientPays, !line.secondAlone.isEmpty else {
                continue
            }
            page.line("     " + words.say("the second plan alone:", "el segundo plan solo:"))
            for step in line.secondAlone where LinePart.planPays.rests(on: step.part) {
                add(step, to: &page)
            }
        }
        addSources(to: &page)
        return page.text
    }

    private func add(_ step: Step, to page: inout TextPage) {
        page.wrapped(
            words.because(step.reason),
            after: "     " + step.part.rawValue.padded(right: 13)
                + step.amount.groupedText.padded(left: 10) + "  "
        )
        guard let source = step.source else { return }
        page.wrapped(
            source.isRequest
                ? words.say("the request, \(source)", "la solicitud, \(source)")
                : source.description,
            after: String(repeating: " ", count: 32)
        )
    }

    /// Why today's amount is not the price of the first visit, where it is not.
    private func addTodayRemark(to page: inout TextPage) {
        let way = made.quote.chosenWay
        let price = lines.map { $0.line.amounts[part] }.sum()
        guard way.today != price else { return }
        let reimbursed = lines.map { $0.line.amounts.reimbursed }.sum()
        guard reimbursed == .zero else {
            return page.wrapped(
                words.say(
                    "the clinic collects it, and Medicare pays \(reimbursed.groupedText) of it back "
                        + "to the patient; the visit itself costs \(price.groupedText):",
                    "la clínica lo cobra, y Medicare devuelve \(reimbursed.groupedText) al "
                        + "paciente; la visita misma cuesta \(price.groupedText):"
                ),
                after: "   "
            )
        }
        let payments = way.schedule.count
        page.wrapped(
            words.say(
                "the first of \(payments) payments, \(way.total.groupedText) in all "
                    + "(\(words.way(way))); the first visit itself costs \(price.groupedText):",
                "el primero de \(payments) pagos, \(way.total.groupedText) en total "
                    + "(\(words.way(way))); la primera visita cuesta \(price.groupedText):"
            ),
            after: "   "
        )
    }

    /// What the files that the steps name say of their origin, each once.
    private func addSources(to page: inout TextPage) {
        let steps = lines.flatMap(\.line.steps).filter { part.rests(on: $0.part) }
        let files = Set(steps.compactMap { $0.source?.file })
        let named = made.sources.filter { files.contains($0.path) }
        guard !named.isEmpty else { return }
        page.line()
        page.line(words.say(" SOURCES", " FUENTES"))
        for source in named {
            let date = source.date.map { ", \($0)" } ?? ""
            page.line("   \(source.path)")
            page.wrapped(source.publisher + date, after: "     ")
        }
    }

    /// The explanation as JSON: the amount, and the steps of each line.
    package func json() -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        json.member("id", made.id)
        json.member("pointer", pointer)
        json.member("amount", amount)
        json.key("lines")
        json.beginArray()
        for (visit, line) in lines {
            json.beginObject()
            json.key("visit")
            json.integer(visit.number)
            json.member("date", visit.date)
            json.member("service", line.priced.line.service?.description)
            json.member("code", line.priced.line.code?.description)
            json.member("amount", line.amounts[part])
            json.key("steps")
            json.beginArray()
            for step in line.steps where part.rests(on: step.part) {
                json.step(step, words: words)
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

/// A pointer that names no amount of a quote.
package struct ExplanationError: Error, Hashable, Sendable, CustomStringConvertible {
    package let pointer: String
    package let visits: Int

    package var description: String {
        let parts = LinePart.allCases.map(\.rawValue).joined(separator: ", ")
        return "'\(pointer)' names no amount of this quote. Write /today, /totals/PART, "
            + "/visits/N/PART or /visits/N/lines/M/PART, where N is 0 to \(max(visits - 1, 0)) and "
            + "PART is one of: \(parts)"
    }
}

extension String {
    /// The index that a token of a JSON pointer names: digits without a leading zero (RFC 6901).
    fileprivate var pointerIndex: Int? {
        guard utf8.allSatisfy({ (48...57).contains($0) }), self == "0" || !hasPrefix("0") else {
            return nil
        }
        return Int(self)
    }
}

extension LinePart {
    /// Whether a step of another part helps to explain this part.
    fileprivate func rests(on other: LinePart) -> Bool {
        switch self {
        case .charge: other == .charge
        case .allowed: [.charge, .allowed].contains(other)
        case .patientPays: true
        case .writeOff, .balanceBill, .notCovered, .overLimit:
            other == self || [.charge, .allowed, .notCovered].contains(other)
        case .deductible, .copay, .coinsurance, .planPays, .secondaryPays:
            other == self
                || [.charge, .allowed, .deductible, .copay, .coinsurance].contains(other)
        }
    }
}
