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
    private let explained: ExplainedAmount

    /// Finds the amount that a JSON pointer names.
    ///
    /// - Parameters:
    ///   - made: The quote.
    ///   - pointer: Such as `/today`, `/range/low` or `/visits/3/lines/0/patientPays`.
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
        explained = try AmountFinder(made: made, words: words).find(pointer)
    }

    private var part: LinePart { explained.part }

    /// The explanation as text.
    package func text() -> String {
        var page = TextPage()
        page.line(
            " \(pointer) = \(explained.amount.groupedText)",
            right: words.say("quote \(made.id)", "cotización \(made.id)")
        )
        for remark in explained.remarks {
            page.wrapped(remark.text, after: "   ")
            if let source = remark.source { page.wrapped(source, after: "     ") }
        }
        if let course = explained.course {
            add(course, of: explained.visits, words: words, to: &page)
        }
        var current: Int?
        for (visit, line) in explained.lines {
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
            let alone = aloneSteps(of: line)
            guard !alone.isEmpty else { continue }
            page.line("     " + words.say("the second plan alone:", "el segundo plan solo:"))
            for step in alone { add(step, to: &page) }
        }
        addSources(to: &page)
        return page.text
    }

    /// The arithmetic of the second plan by itself, where it matters for the part.
    ///
    /// A discount plan pays nothing of a bill: its price takes the place of another, in a step of
    /// the line.
    private func aloneSteps(of line: AdjudicatedLine) -> [Step] {
        guard part.restsOnSecondPlan, made.quote.request.secondary?.plan.type != .discountPlan
        else { return [] }
        return line.secondAlone.filter { LinePart.planPays.rests(on: $0.part) }
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

    /// What the files that the steps and remarks name say of their origin, each once.
    private func addSources(to page: inout TextPage) {
        let steps = explained.lines.flatMap { _, line in
            line.steps.filter { part.rests(on: $0.part) } + aloneSteps(of: line)
        }
        let files = Set(
            steps.compactMap { $0.source?.file }
                + explained.remarks.compactMap { $0.source?.prefix { $0 != ":" && $0 != "#" } }
                .map(String.init)
        )
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

    /// The explanation as JSON: the amount, what is said of it, and the steps of each line.
    package func json() -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        json.member("id", made.id)
        json.member("pointer", pointer)
        json.member("amount", explained.amount)
        if let course = explained.course {
            json.key("course")
            json.beginObject()
            json.key("visits")
            json.integer(course.outcome.visits)
            json.member("date", course.outcome.date)
            json.key("probability")
            json.probability(course.outcome.probability)
            json.endObject()
        }
        json.key("remarks")
        json.beginArray()
        for remark in explained.remarks {
            json.beginObject()
            json.member("text", remark.text)
            json.member("source", remark.source)
            json.endObject()
        }
        json.endArray()
        json.key("lines")
        json.beginArray()
        for (visit, line) in explained.lines { write(line, of: visit, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(
        _ line: AdjudicatedLine,
        of visit: QuotedVisit,
        to json: inout JSONWriter
    ) {
        func steps(_ name: String, _ steps: [Step]) {
            json.key(name)
            json.beginArray()
            for step in steps { json.step(step, words: words) }
            json.endArray()
        }
        json.beginObject()
        json.key("visit")
        json.integer(visit.number)
        json.member("date", visit.date)
        json.member("service", line.priced.line.service?.description)
        json.member("code", line.priced.line.code?.description)
        json.member("amount", line.amounts[part])
        steps("steps", line.steps.filter { part.rests(on: $0.part) })
        let alone = aloneSteps(of: line)
        if !alone.isEmpty { steps("secondPlanAlone", alone) }
        json.endObject()
    }
}

/// A pointer that names no amount of a quote.
package struct ExplanationError: Error, Hashable, Sendable, CustomStringConvertible {
    package let pointer: String
    package let visits: Int
    package let ways: Int
    /// Why the way to pay that the pointer names cannot be had; absent where it names none.
    package let refusal: String?
    /// How many courses its projection has; none where it has no projection.
    package let outcomes: Int

    package var description: String {
        if let refusal {
            return "'\(pointer)' is an amount of a way to pay that is not allowed: \(refusal). "
                + "Write a way that is"
        }
        let parts = LinePart.allCases.map(\.rawValue).joined(separator: ", ")
        return "'\(pointer)' names no amount of this quote. Write /today, /totals/PART, "
            + "/visits/N/PART or /visits/N/lines/M/PART, where N is 0 to \(max(visits - 1, 0)) and "
            + "PART is one of: \(parts); or /range/low, /range/expected, /range/high, "
            + "/waysToPay/K/total, /waysToPay/K/today, /waysToPay/K/schedule/I/amount, "
            + "/waysToPay/K/ifStopped/I/refund or /waysToPay/K/ifStopped/I/owed, where K is 0 to "
            + "\(max(ways - 1, 0)); or /unverified/I/worth, /missedAppointment, "
            + "/accumulatorsAfter/I/deductible/individualMet or, with a discount "
            + "plan, /visits/N/membershipFee" + courses
    }

    private var courses: String {
        guard outcomes > 0 else { return "" }
        return "; or of the plan of care /projection/patientPays/p50 (p10, p90), or "
            + "/projection/distribution/N/patientPays, where N is 0 to \(outcomes - 1); planPays "
            + "stands there too"
    }
}

extension LinePart {
    /// Whether a step of another part helps to explain this part.
    fileprivate func rests(on other: LinePart) -> Bool {
        switch self {
        case .charge: other == .charge
        case .allowed: [.charge, .allowed].contains(other)
        case .patientPays: true
        // What a second plan pays is a part of what everything before it leaves.
        case .secondaryPays: other != .patientPays
        case .writeOff, .balanceBill, .notCovered, .overLimit:
            other == self || [.charge, .allowed, .notCovered].contains(other)
        case .deductible, .copay, .coinsurance, .planPays:
            other == self
                || [.charge, .allowed, .deductible, .copay, .coinsurance].contains(other)
        }
    }

    /// Whether what a second plan would do by itself helps to explain this part.
    fileprivate var restsOnSecondPlan: Bool {
        self == .secondaryPays || self == .patientPays || self == .writeOff
    }
}
