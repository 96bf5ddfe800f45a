import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("The same care side by side")
struct ComparisonTests {
    private static let maker = QuoteMaker(
        tables: TableFolder(Repository.tables),
        today: CalendarDate(dayNumber: 56 * 365 + 14 + 323)
    )

    /// One adjustment with its prices stated: 45.10 is allowed, 60.00 is the self-pay price.
    private static let request = RequestText(
        coverage: RequestText.plan(
            more: #", "deductible": {"individual": "100.00"}"#,
            accumulators: #"{"deductible": {"individualMet": "100.00"}}"#
        )
    ).json

    @Test("shows a request under other plans, and the lowest of them")
    func plans() throws {
        let comparison = try Self.maker.compare(
            Array(Self.request.utf8),
            name: "r.json",
            under: ["p", "bluebird-ppo-copay", "self-pay"]
        )

        // 20 % of 45.10; and the self-pay price.
        #expect(comparison.entries[0].patientPays == Money(cents: 9_02))
        #expect(comparison.entries[2].patientPays == Money(cents: 60_00))
        #expect(comparison.lowest == comparison.entries.map(\.patientPays).min())
        let json = try JSONValue(comparison.json(words: Words()))
        #expect(json[0]?["differenceToLowest"]?.text == "0.00")
        #expect(json[2]?["differenceToLowest"]?.text == "50.98")
    }

    @Test("is refused for visits that are not the same")
    func otherCare() throws {
        let other = RequestText(visits: RequestText.visit("2026-11-24")).json
        let error = #expect(throws: ComparisonError.self) {
            try Self.maker.compare([
                ("a.json", Array(Self.request.utf8)), ("b.json", Array(other.utf8)),
            ])
        }

        #expect(error?.lines.count == 1)
        #expect(error?.lines.first?.contains("not the same care as a.json: visit 1") == true)
    }

    @Test("gives the page of a plan that a checkpoint has ended, where nothing else is wrong")
    func planEnded() throws {
        var text = PlannedCareText()
        let whole = text.bytes
        text.more = #", "forecast": {"visitsDone": 6, "test": "gate-mcid", "improved": false}"#
        let maker = try PlannedCareText.maker(on: "2026-12-18")
        let own = #expect(throws: QuoteFailure.self) { try maker.quote(text.bytes) }
        func compared(_ requests: [(name: String, bytes: [UInt8])]) -> PlanEnded? {
            #expect(throws: ComparisonError.self) { try maker.compare(requests) }?.planEnded
        }

        let underPlans = #expect(throws: ComparisonError.self) {
            try maker.compare(text.bytes, name: "r.json", under: ["acme-ppo-1500", "self-pay"])
        }
        #expect(underPlans?.planEnded?.plan.checkpoint.visit == 6)
        #expect(compared([("a.json", text.bytes), ("b.json", whole)]) == own?.planEnded)
        #expect(own?.planEnded != nil)
        #expect(compared([("a.json", text.bytes), ("b.json", Array("{}".utf8))]) == nil)
    }

    /// Numb skin between the legs is an emergency sign: no plan makes a price of it.
    @Test("says to seek care first, and shows no plan, where one request has a sign of it")
    func careFirst() throws {
        let signed = RequestText(more: #", "screening": {"redFlags": ["ces-saddle"]}"#).json
        let underPlans = #expect(throws: ComparisonError.self) {
            try Self.maker.compare(
                Array(signed.utf8),
                name: "r.json",
                under: ["bluebird-ppo-copay", "self-pay"]
            )
        }
        let besideAnother = #expect(throws: ComparisonError.self) {
            try Self.maker.compare([
                ("a.json", Array(Self.request.utf8)), ("b.json", Array(signed.utf8)),
            ])
        }

        for error in [underPlans, besideAnother] {
            #expect(error?.careFirst?.screening.tier == .emergency)
        }
    }

    @Test("tells what is wrong with every request, each by its name")
    func failures() throws {
        let wrong = RequestText(coverage: #"[{"plan": "zzz"}]"#).json
        let error = #expect(throws: ComparisonError.self) {
            try Self.maker.compare([
                ("a.json", Array(wrong.utf8)), ("b.json", Array("{".utf8)),
            ])
        }

        #expect(error?.lines.contains { $0.hasPrefix("a.json: /coverage/0/plan") } == true)
        #expect(error?.lines.contains { $0.hasPrefix("b.json: ") } == true)
    }

    @Test("says in whose column those who leave by themselves are counted")
    func leavers() throws {
        let adherent = """
            {"asOf": "2026-11-20", "patient": {"lastSeen": null}, "coverage": [], "care": \
            {"pattern": "lbp-acute", "start": "2026-11-30", "session": {"spinalRegions": 3}}}
            """
        let typical = adherent.replacing(#""pattern""#, with: #""mode": "typical", "pattern""#)
        let comparison = try Self.maker.compare([
            (name: "all.json", bytes: Array(adherent.utf8)),
            (name: "some.json", bytes: Array(typical.utf8)),
        ])
        let page = ComparisonText(comparison, words: Words()).text()
        #expect(page.contains(/who comes +everybody +some leave\n/))
        let spanish = ComparisonText(comparison, words: Words(language: .spanish)).text()
        #expect(spanish.contains(/quién viene +todos +unos lo dejan\n/))
        let json = try JSONValue(comparison.json(words: Words()))
        #expect(json[0]?["mode"] == nil)
        #expect(json[1]?["mode"]?.text == "typical")
        let same = try Self.maker.compare([
            (name: "all.json", bytes: Array(adherent.utf8)),
            (name: "again.json", bytes: Array(adherent.utf8)),
        ])
        #expect(!ComparisonText(same, words: Words()).text().contains("who comes"))
    }
}
