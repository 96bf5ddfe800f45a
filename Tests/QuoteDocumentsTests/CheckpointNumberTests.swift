import CarePricing
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

/// Two visits of the plan for ten days of low-back pain are done, and eight are left.
///
/// Its checkpoint is visit 6 of the plan, the fourth of what is left.
@Suite("A checkpoint that stands in the way of paying ahead, once visits are done")
struct CheckpointNumberTests {
    private func request(_ more: String) -> [UInt8] {
        Array(
            """
            {"asOf": "2026-12-04", "patient": {"lastSeen": "2026-12-04"}, \
            "screening": {"askedOn": "2026-12-04"}, "coverage": []\(more), \
            "care": {"pattern": "lbp-acute", "start": "2026-12-07", \
            "session": {"spinalRegions": 3}, "forecast": {"visitsDone": 2}}}
            """.utf8
        )
    }

    @Test("has its number in the plan where a package reaches beyond it")
    func package() throws {
        let quote = try PlannedCareText.maker().quote(request(""))
        let package = quote.quote.waysToPay.first { way in
            if case .offer(let offer) = way.kind { offer.id == "package-6" } else { false }
        }

        #expect(package?.refusal == .beyondCheckpoint(visit: 6))
    }

    @Test("has its number in the plan where all was to be paid in advance")
    func prepaid() throws {
        let failure = #expect(throws: QuoteFailure.self) {
            try PlannedCareText.maker().quote(request(#", "payment": {"option": "prepay"}"#))
        }

        #expect(
            failure?.request.first?.message.contains("to the next checkpoint, visit 6.") == true
        )
    }
}
