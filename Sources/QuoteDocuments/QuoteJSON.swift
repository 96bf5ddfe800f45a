import CareCoverage
import CareModel
import CareQuote
package import JSONText
import PriceTableFiles

/// Writes a quote as JSON, in the shape that every program shares.
package struct QuoteJSON {
    private let made: MadeQuote
    private let words: Words

    package init(_ made: MadeQuote, words: Words) {
        self.made = made
        self.words = words.naming(yearsBeside: made.quote.visits.map(\.date))
    }

    private var quote: Quote { made.quote }

    /// The quote with a final line break.
    ///
    /// - Parameter layout: How it is laid out; compact, it is one line.
    /// - Returns: The bytes.
    package func bytes(_ layout: JSONWriter.Layout = .indented) -> [UInt8] {
        var json = JSONWriter(layout: layout)
        json.beginObject()
        json.member("id", made.id)
        json.member("asOf", quote.request.asOf)
        json.key("request")
        made.request.write(to: &json)
        writeTables(to: &json)
        json.screening(quote.screening, words: words)
        json.member("today", quote.today)
        json.key("visits")
        json.beginArray()
        for (visit, fee) in zip(quote.visits, quote.membershipFees) {
            write(visit, membershipFee: fee, to: &json)
        }
        json.endArray()
        json.key("totals")
        json.beginObject()
        json.parts(of: quote.totals)
        json.endObject()
        json.key("accumulatorsAfter")
        json.beginArray()
        for accumulators in quote.accumulatorsAfter { accumulators.write(to: &json) }
        json.endArray()
        if let before = made.before { json.visitsBefore(before) }
        if let stopped = made.stopped { json.settlement(stopped, words: words) }
        if let projected = quote.projection { json.projection(projected, words: words) }
        if let single = quote.singleVisit { json.singleVisit(single, in: words.language) }
        writeEvents(to: &json)
        writeRange(to: &json)
        writeWaysToPay(of: quote, words: words, to: &json)
        writeNotices(to: &json)
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func writeTables(to json: inout JSONWriter) {
        json.key("tables")
        json.beginObject()
        json.member("digest", made.digest)
        if let snapshot = made.snapshot { json.member("snapshot", snapshot) }
        json.key("sources")
        json.beginArray()
        for source in made.sources {
            json.beginObject()
            json.member("path", source.path)
            json.member("publisher", source.publisher)
            json.member("date", source.date?.description)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private func write(
        _ visit: QuotedVisit,
        membershipFee: Money,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("number")
        json.integer(visit.number)
        json.member("date", visit.date)
        json.member("phase", visit.phase?.id)
        json.member("kind", visit.kind.rawValue)
        json.member("careType", visit.careType.rawValue)
        json.key("probability")
        json.probability(visit.probability)
        json.member("patientPays", visit.amounts.patientPays)
        json.member("planPays", visit.amounts.planPays)
        if quote.request.coverages.contains(where: { $0.plan.membershipFee != nil }) {
            json.member("membershipFee", membershipFee)
        }
        json.key("lines")
        json.beginArray()
        for line in visit.lines { write(line, to: &json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ line: AdjudicatedLine, to json: inout JSONWriter) {
        json.beginObject()
        json.member("service", line.priced.line.service?.description)
        json.member("code", line.priced.line.code?.description)
        json.key("units")
        json.integer(line.priced.line.units)
        json.list("modifiers", line.priced.line.modifiers.map(\.description))
        json.parts(of: line.amounts)
        json.key("steps")
        json.beginArray()
        for step in line.steps { json.step(step, words: words) }
        json.endArray()
        json.endObject()
    }

    private func writeEvents(to json: inout JSONWriter) {
        json.key("events")
        json.beginArray()
        for event in quote.events {
            let text = words.event(event, plans: quote.request.coverages.map(\.plan))
            json.beginObject()
            json.member("kind", text.kind)
            json.key("visit")
            json.integer(event.visit)
            json.member("date", event.date)
            json.member("text", text.text)
            json.endObject()
        }
        json.endArray()
    }

    private func writeRange(to json: inout JSONWriter) {
        json.key("unverified")
        json.beginArray()
        for open in words.questions(of: quote) {
            let effect = open.unverified.effect
            json.beginObject()
            json.member("field", open.field)
            json.member("question", open.question)
            json.member("kind", open.unverified.kind.rawValue)
            json.member("low", effect?.low.decimalText)
            json.member("high", effect?.high.decimalText)
            json.member("worth", effect?.worth.decimalText)
            json.endObject()
        }
        json.endArray()
        json.key("range")
        json.beginObject()
        json.member("low", quote.range.low)
        json.member("expected", quote.range.expected)
        json.member("high", quote.range.high)
        json.endObject()
    }

    private func writeNotices(to json: inout JSONWriter) {
        json.key("notices")
        json.beginArray()
        for notice in quote.notices.map(words.notice) {
            json.beginObject()
            json.member("id", notice.id)
            json.member("text", notice.text)
            json.member("source", notice.source)
            json.endObject()
        }
        json.endArray()
    }
}

extension JSONWriter {
    /// Writes each part of some amounts as a member.
    mutating func parts(of amounts: LineAmounts) {
        for part in LinePart.allCases { member(part.rawValue, amounts[part]) }
    }

    mutating func step(_ step: Step, words: Words) {
        beginObject()
        member("rule", step.part.rawValue)
        member("amount", step.amount)
        member("because", words.because(step.reason))
        member("source", step.source?.description)
        endObject()
    }
}
