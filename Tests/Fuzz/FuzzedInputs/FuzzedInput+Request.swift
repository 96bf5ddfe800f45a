import CareModel
import JSONText
import PriceTableFiles
import QuoteDocuments
import TestSupport

extension FuzzedInput {
    /// 2026-11-27 is 20784 days after 1970-01-01: 56 years of 365 days, 14 leap days, and 330 days
    /// of 2026.
    private static let today = CalendarDate(dayNumber: 56 * 365 + 14 + 330)

    /// The tables of the repository, each file read once.
    static let memory = TableMemory(of: TableFolder(Repository.tables))

    private static func answers(_ form: BatchAnswers.Form) -> BatchAnswers {
        BatchAnswers(QuoteMaker(remembering: memory, today: today), words: Words(), form: form)
    }

    private static let whole = answers(.quotes)
    private static let short = answers(.summaries)

    /// A request is answered as a line of a batch is, with a sound answer, and in short with the
    /// same one whatever lines came before it.
    static func takeRequest(_ bytes: [UInt8]) {
        let line = BatchLine(number: 1, text: .text(bytes))
        let flaws = GivenAnswer(whole.answer(line)).flaws
        precondition(flaws.isEmpty, "\(flaws)")
        let alone = short.answer(line)
        short.answer([line, line]) { precondition($0 == alone, "\($0.bytes)") }
    }
}
