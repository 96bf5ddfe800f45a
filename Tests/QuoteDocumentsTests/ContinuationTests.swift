import CareModel
import CareQuote
import FoundationEssentials
import QuoteDocuments
import TestSupport
import Testing

@Suite("A quote that goes on in the middle of another")
struct ContinuationTests {
    private static let today = CalendarDate(dayNumber: 56 * 365 + 14 + 323)
    private static let maker = QuoteMaker(root: Repository.tables, today: today)

    /// The requests of the examples whose visits are not paid for by an offer.
    private static let examples = [
        "new-patient-january/request.json", "everything-stated/request.json",
        "medicare-deductible-ends/request.json", "medicare-limiting-charge/request.json",
        "medicare-maintenance/signed.json", "medicare-and-medigap/plan-g.json",
        "medicare-and-medicaid/request.json", "medicare-second/request.json",
        "auto-policy-runs-out/then-health-plan.json", "auto-policy-runs-out/alone.json",
        "hurt-at-work/request.json", "two-plans/spouse.json", "two-plans/retiree.json",
    ]

    private static func request(_ name: String) throws -> [UInt8] {
        let path = Repository.root + "/Examples/" + name
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static func asJSON(_ made: MadeQuote) -> [UInt8] {
        QuoteJSON(made, words: Words()).bytes()
    }

    @Test(
        "costs with the visits done what the whole costs, wherever it is split",
        arguments: examples
    )
    func everySplit(_ name: String) throws {
        let whole = try Self.maker.quote(try Self.request(name))
        let visits = whole.quote.visits
        try #require(visits.count > 1)
        for count in 1..<visits.count {
            let rest = try Self.maker.quote(after: Self.asJSON(whole), visitsDone: count)
            let done = visits.prefix(count).map(\.amounts.patientPays).sum()
            let left = rest.made.quote.totals.patientPays

            #expect(done + left == whole.quote.totals.patientPays, "\(name), after \(count)")
            #expect(rest.made.quote.visits.count == visits.count - count)
            #expect(rest.warnings == [])
        }
    }

    @Test("can be gone on from again")
    func chained() throws {
        let whole = try Self.maker.quote(try Self.request("new-patient-january/request.json"))
        let once = try Self.maker.quote(after: Self.asJSON(whole), visitsDone: 10)
        let twice = try Self.maker.quote(after: Self.asJSON(once.made), visitsDone: 5)

        // Visit 16 alone is left: 46.00 and a re-examination of 39.70.
        #expect(twice.made.quote.totals.patientPays == Money(cents: 85_70))
    }

    @Test(
        "refuses numbers of visits that leave nothing done or nothing left",
        arguments: [-1, 0, 4, 5]
    )
    func outOfRange(_ count: Int) throws {
        let whole = try Self.maker.quote(try Self.request("two-plans/spouse.json"))

        #expect(throws: ContinuationError.visitsDone(count, of: 4)) {
            try Self.maker.quote(after: Self.asJSON(whole), visitsDone: count)
        }
    }

    @Test(
        "refuses what is no quote",
        arguments: ["", "[]", "{}", #"{"id": "x"}"#, #"{"id": "0123456789ab"}"#]
    )
    func notAQuote(_ text: String) {
        #expect(throws: ContinuationError.self) {
            try Self.maker.quote(after: Array(text.utf8), visitsDone: 1)
        }
    }

    @Test("says that the request is another where its quote has another name")
    func changed() throws {
        let whole = try Self.maker.quote(try Self.request("two-plans/spouse.json"))
        let text = String(decoding: Self.asJSON(whole), as: UTF8.self)
            .replacing(whole.id, with: "000000000000")
        let rest = try Self.maker.quote(after: Array(text.utf8), visitsDone: 1)

        #expect(rest.warnings.count == 1)
        #expect(rest.warnings.allSatisfy { $0.contains("is not the one of its quote") })
    }
}
