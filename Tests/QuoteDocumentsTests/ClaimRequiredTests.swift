import CareModel
import CareQuote
import QuoteDocuments
import Testing

@Suite("Paying without the insurer")
struct ClaimRequiredTests {
    /// A request of one adjustment under a plan of a type that covers it in full.
    private func selfPay(
        of type: String,
        coverage: String = #""coinsurance": "0""#,
        diagnosis: String = "M99.03"
    ) throws -> WayToPay? {
        let plan = """
            {"id": "p", "payerName": "Payer", "planName": "Plan", "planType": "\(type)", \
            "effectiveFrom": "2026-01-01", "benefits": [{"codes": ["98940", "98941", "98942"], \
            \(coverage)}]}
            """
        let accumulators = #"{"deductible": {"individualMet": "283.00"}}"#
        let made = try Desk.quote(
            RequestText(
                coverage: "[{\"plan\": \(plan), \"accumulators\": \(accumulators)}]",
                more: ", \"diagnosisCodes\": [\"\(diagnosis)\"]"
            ).json
        )
        return made.quote.waysToPay.first { $0.kind == .selfPay }
    }

    @Test(
        "cannot be had where a claim has to be filed",
        arguments: ["medicarePartB", "medicareAdvantage", "medicaid", "workersCompensation"]
    )
    func refused(_ type: String) throws {
        #expect(try selfPay(of: type)?.refusal == .claimRequired)
    }

    @Test("can be had from a plan that leaves it to the patient", arguments: ["PPO", "other"])
    func allowed(_ type: String) throws {
        let way = try #require(try selfPay(of: type))

        #expect(way.refusal == nil)
        #expect(way.total == Money(cents: 60_00))
    }

    /// Medicare does not pay for back pain, and without a signed notice the clinic bears it.
    @Test("cannot be had for what the clinic has to bear")
    func borneByClinic() throws {
        #expect(try selfPay(of: "medicarePartB", diagnosis: "M54.50")?.refusal == .claimRequired)
    }

    @Test("can be had for what such a payer excludes")
    func excluded() throws {
        let way = try #require(
            try selfPay(of: "medicarePartB", coverage: #""coverage": "excluded""#)
        )

        #expect(way.refusal == nil)
    }
}
