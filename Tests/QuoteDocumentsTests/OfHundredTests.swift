import QuoteDocuments
import TestSupport
import Testing

@Suite("Patients of a hundred")
struct OfHundredTests {
    /// What stands behind the bars, and in the sentence on how care ends.
    private func counts(_ text: String) -> (bars: [Int], ends: [Int]) {
        let bars = text.split(separator: "\n").filter { $0.contains("█") }.map { line in
            line.contains("fewer than")
                ? 0 : line.split(separator: " ").last.flatMap { Int($0) } ?? 0
        }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let sentence = line.firstRange(of: "Of 100 patients: ").map { line[$0.upperBound...] } ?? ""
        let ends = sentence.prefix { $0 != "." }.split(separator: ",").map { part in
            part.split(separator: " ").first.flatMap { Int($0) } ?? 0
        }
        return (bars, ends)
    }

    private static let cases: [(pattern: String, mode: String)] = CareText.patterns.flatMap {
        [($0, "adherent"), ($0, "typical")]
    }

    @Test("are a hundred together", arguments: cases)
    func whole(_ plan: (pattern: String, mode: String)) throws {
        let text = CareText(
            choice: #""pattern": "\#(plan.pattern)""#,
            care: #", "mode": "\#(plan.mode)""#
        )
        let page = QuoteText(try Desk.quote(text.json), words: Words()).text()
        let counts = counts(page)

        // A bar of fewer than one of a hundred counts as none.
        #expect(counts.bars.reduce(0, +) == 100)
        #expect(counts.ends.reduce(0, +) == 100)
    }
}
