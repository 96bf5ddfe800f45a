import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("Once a clinician has cleared a caution")
struct ClearedCautionTests {
    /// Four visits at the self-pay price.
    private func request(cleared: Bool, more: String = "") -> [UInt8] {
        let clearance =
            cleared
            ? #", "cautions": ["osteoporosis"], "clearedByClinician": {"by": "Dr. Ruiz", "#
                + #""on": "2026-11-27"}"# : ""
        let visits = ["2026-11-30", "2026-12-02", "2026-12-07", "2026-12-09"]
            .map { #"{"date": "\#($0)", "session": {"spinalRegions": 3}}"# }
            .joined(separator: ", ")
        let json =
            #"{"asOf": "2026-11-27", "patient": {"lastSeen": "2026-10-05"}, "#
            + #""screening": {"askedOn": "2026-11-27"\#(clearance)}, "#
            + #""visits": [\#(visits)], "coverage": []\#(more)}"#
        return Array(json.utf8)
    }

    @Test(
        "nothing beyond the next visit is paid in advance",
        arguments: ["prepay", "monthly"]
    )
    func payment(_ option: String) throws {
        let maker = try PlannedCareText.maker()
        let more = #", "payment": {"option": "\#(option)"}"#
        let failure = #expect(throws: QuoteFailure.self) {
            try maker.quote(request(cleared: true, more: more))
        }
        let finding = failure?.request.first

        #expect(finding?.pointer == "/payment/option")
        #expect(finding?.message.contains("a clinician has cleared nothing beyond") == true)
        #expect(throws: Never.self) { try maker.quote(request(cleared: false, more: more)) }
    }

    @Test("what is paid in advance is not allowed, and the page says why in both languages")
    func ways() throws {
        let made = try PlannedCareText.maker().quote(request(cleared: true))
        let refused = made.quote.waysToPay.filter { $0.refusal == .cautionCleared }.count
        let english = QuoteText(made, words: Words()).text()
        let spanish = QuoteText(made, words: Words(language: .spanish)).text()

        // The special, the package, the membership and the discount plan.
        #expect(refused == 4)
        #expect(english.contains("after a caution, nothing beyond the next visit"))
        #expect(spanish.contains("tras una precaución, solo se paga por"))
    }
}
