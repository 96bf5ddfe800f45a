import JSONText
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("Requests that many patients ask")
struct RepeatedRequestTests {
    private func answers(_ form: BatchAnswers.Form = .summaries) -> BatchAnswers {
        let memory = TableMemory(of: TableFolder(Repository.tables))
        let maker = QuoteMaker(remembering: memory, today: Desk.today)
        return BatchAnswers(maker, words: Words(), form: form)
    }

    private func lines(_ texts: [String]) -> [BatchLine] {
        texts.enumerated().map { number, text in
            BatchLine(number: number + 1, text: .text(Array(text.utf8)))
        }
    }

    private func all(_ lines: [BatchLine], by answers: BatchAnswers) -> [BatchAnswer] {
        var made: [BatchAnswer] = []
        answers.answer(lines) { made.append($0) }
        return made
    }

    @Test("are answered as if each were asked alone", arguments: 0..<150)
    func generated(_ seed: Int) throws {
        var patient = GeneratedPatient(seed: UInt64(seed))
        let lines = lines((0..<12).map { _ in patient.line() })
        let answers = answers()
        let alone = lines.map { answers.answer($0) }
        let together = all(lines, by: answers)
        for (index, line) in lines.enumerated() where together[index] != alone[index] {
            let texts = [line.text.bytes, together[index].bytes, alone[index].bytes]
                .map { String(decoding: $0, as: UTF8.self) }
            Issue.record("\(texts[0])\n is \(texts[1])\n and not \(texts[2])")
        }
        #expect(together.count == lines.count)
    }

    @Test("are for the most part answered by their days and figures alone")
    func recalled() {
        var recalled = 0
        for seed in 0..<40 as Range<UInt64> {
            var patient = GeneratedPatient(seed: seed)
            let answers = answers()
            _ = all(lines((0..<10).map { _ in patient.line() }), by: answers)
            recalled += answers.recalled
        }
        // Of 400 lines at least 40 are the first of their request. Plans and figures that take the
        // whole quote are among the others, and all of them are generated on purpose.
        #expect(recalled > 100)
        #expect(recalled <= 360)
    }
}
