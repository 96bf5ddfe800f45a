import CareModel
import PriceTableFiles
import QuoteDocuments
import Testing

@Suite("A figure above what the plan has to use")
struct FigureWarningTests {
    private func warnings(_ coverage: String) throws -> [String] {
        try Desk.quote(RequestText(coverage: coverage).json).warnings.map(\.description)
            .filter { $0.contains("/coverage/") }
    }

    @Test("is a warning that names both")
    func commercial() throws {
        let coverage = RequestText.plan(
            more: """
                , "deductible": {"individual": "150.00", "byCategory": {"xray": "50.00"}}, \
                "outOfPocketMaximum": {"individual": "6000.00", "family": "9000.00"}, "limits": \
                [{"id": "d", "unit": "dollars", "maximum": "500.00"}]
                """,
            benefits: #"[{"category": "chiropractic", "coinsurance": "0.20", "limits": ["d"]}]"#,
            accumulators: """
                {"deductible": {"individualMet": "150.01", "byCategoryMet": {"xray": "50.01"}}, \
                "outOfPocket": {"individualMet": "6000.00", "familyMet": "9000.01"}, \
                "limits": {"d": {"used": "600.00"}}}
                """
        )
        let end = "Check both figures with the insurer"
        let place = "request: /coverage/0/accumulators"

        #expect(
            try warnings(coverage) == [
                "\(place)/deductible/individualMet: is 150.01, above the 150.00 of p. \(end)",
                "\(place)/deductible/byCategoryMet/xray: is 50.01, above the 50.00 of p. \(end)",
                "\(place)/outOfPocket/familyMet: is 9000.01, above the 9000.00 of p. \(end)",
                "\(place)/limits/d/used: is 600.00, above the 500.00 of p. \(end)",
            ]
        )
    }

    /// The Part B deductible of 2026 is 283.00 (spec/insurance.md, Parameters by year).
    @Test("is one for Medicare, by the deductible of the year")
    func medicare() throws {
        func coverage(_ met: String) -> String {
            """
            [{"plan": "medicare-part-b", "accumulators": {"deductible": {"individualMet": "\(met)"}}}]
            """
        }

        #expect(try warnings(coverage("283.00")) == [])
        #expect(
            try warnings(coverage("283.01")) == [
                "request: /coverage/0/accumulators/deductible/individualMet: is 283.01, above the "
                    + "283.00 of medicare-part-b. Check both figures with the insurer"
            ]
        )
    }

    @Test("is none where nobody knows what the plan has")
    func unknown() throws {
        for deductible in [
            #"{"individual": "unknown"}"#,
            #"{"individual": "150.00", "familyType": "unknown"}"#,
        ] {
            let coverage = RequestText.plan(
                more: ", \"deductible\": \(deductible)",
                accumulators: #"{"deductible": {"individualMet": "200.00"}}"#
            )
            #expect(try warnings(coverage) == [])
        }
    }
}
