import CareCoverage
import JSONText
import QuoteDocuments
import TestSupport

/// An answer to a line of a batch, as whoever reads it sees it.
///
/// It is a quote whose amounts add up, or words instead of a price, or what is wrong with the line.
struct GivenAnswer {
    private let answer: BatchAnswer

    init(_ answer: BatchAnswer) {
        self.answer = answer
    }

    /// What breaks the rules that every answer keeps; nothing when it is sound.
    var flaws: [String] {
        guard answer.bytes.firstIndex(of: 0x0A) == answer.bytes.count - 1 else {
            return ["it is not one line"]
        }
        guard let json = try? JSONValue(answer.bytes) else { return ["it is no JSON"] }
        if let error = json["error"] { return refusalFlaws(error) }
        if answer.isFailure { return ["a failure has no error"] }
        if json["screening"]?["outcome"]?.text == "seekCareFirst" || json["totals"] == nil {
            return wordsFlaws(json)
        }
        return quoteFlaws(json)
    }

    private func refusalFlaws(_ error: JSONValue) -> [String] {
        var flaws: [String] = []
        let findings = error["errors"]?.elements ?? []
        if !answer.isFailure { flaws.append("an error is no failure") }
        if findings.isEmpty { flaws.append("an error without a finding") }
        for finding in findings where finding["message"]?.text?.isEmpty != false {
            flaws.append("a finding without a message")
        }
        return flaws
    }

    /// What is said instead of a quote holds no price and says something.
    private func wordsFlaws(_ json: JSONValue) -> [String] {
        let priced = ["today", "visits", "totals", "range", "waysToPay", "plan", "events"]
        var flaws = priced.filter { json[$0] != nil }.map { "words instead of a price have \($0)" }
        if json["notices"]?.elements.isEmpty != false { flaws.append("it says nothing") }
        return flaws
    }

    private func quoteFlaws(_ json: JSONValue) -> [String] {
        let visits = json["visits"]?.elements ?? []
        let lines = visits.flatMap { $0["lines"]?.elements ?? [] }
        let amounts = lines.map(GivenAmounts.init)
        var flaws = amounts.flatMap(\.flaws)
        if visits.isEmpty { flaws.append("a quote without a visit") }
        guard let totals = json["totals"].map(GivenAmounts.init) else { return flaws }
        flaws += totals.flaws
        for part in LinePart.allCases
        where amounts.map({ $0[part] }).reduce(0, +) != totals[part] {
            flaws.append("\(part) of the lines is not that of the totals")
        }
        let range = json["range"]
        let ends = ["low", "expected", "high"].map { GivenAmounts.cents(range?[$0]) ?? -1 }
        if ends != ends.sorted() || ends[0] < 0 { flaws.append("the range is \(ends)") }
        if (GivenAmounts.cents(json["today"]) ?? -1) < 0 { flaws.append("today is negative") }
        return flaws
    }
}

/// The amounts of a line, or of a whole quote, as an answer writes them.
private struct GivenAmounts {
    private let parts: [LinePart: Int]

    init(_ json: JSONValue) {
        parts = Dictionary(
            uniqueKeysWithValues: LinePart.allCases.compactMap { part in
                GivenAmounts.cents(json[part.rawValue]).map { (part, $0) }
            }
        )
    }

    /// An amount that is missing counts as a negative one, which none may be.
    subscript(part: LinePart) -> Int { parts[part, default: -1] }

    /// An amount with two decimals, which may be larger than a request can state.
    static func cents(_ json: JSONValue?) -> Int? {
        json?.text.flatMap { Int($0.replacing(".", with: "")) }
    }

    var flaws: [String] {
        var flaws = LinePart.allCases.filter { self[$0] < 0 }.map { "\($0) is negative" }
        let shared = self[.writeOff] + self[.planPays] + self[.secondaryPays] + self[.patientPays]
        if self[.charge] != shared { flaws.append("the charge is \(self[.charge]), not \(shared)") }
        let shares = LinePart.patientShares.map { self[$0] }.reduce(0, +)
        // A second plan can write off a part of the shares too, which an answer does not write.
        if self[.patientPays] > shares - self[.secondaryPays] {
            flaws.append("the patient pays \(self[.patientPays]) of \(shares)")
        }
        return flaws
    }
}
