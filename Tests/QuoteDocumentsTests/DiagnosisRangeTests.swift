import CareModel
import CareQuote
import QuoteDocuments
import Testing

@Suite("The range over an unknown diagnosis (S18)")
struct DiagnosisRangeTests {
    /// A first plan that pays half for M54 and nothing else, then Medicare, its deductible met.
    ///
    /// Of a charge of 100.00 the first plan allows 50.00, and Medicare 40.00, of which it pays 32.00.
    private func quote(_ diagnoses: [String]) throws -> Quote {
        let service = """
            {"code": "98941", "charge": "100.00", "allowed": "50.00", "secondaryAllowed": "40.00"}
            """
        let first = RequestText.plan(
            benefits: """
                [{"category": "chiropractic", "coinsurance": "0.50", \
                "diagnoses": {"only": ["M54"]}}]
                """
        ).dropFirst().dropLast()
        let second = """
            {"plan": "medicare-part-b", "accumulators": {"deductible": {"individualMet": "283.00"}}, \
            "medicare": {"participating": true}}
            """
        let codes = diagnoses.map { "\"\($0)\"" }.joined(separator: ", ")
        let request = RequestText(
            visits: RequestText.visit("2026-11-23", service),
            coverage: "[\(first), \(second)]",
            more: ", \"diagnosisCodes\": [\(codes)]"
        )
        return try Desk.quote(request.json).quote
    }

    /// What the patient pays in cents under each way in which the two plans can judge.
    ///
    /// 1. Only the first plan pays, half of 50.00: 25.00.
    /// 2. Both pay: Medicare the least of 100.00 - 25.00, 32.00 and 50.00 - 25.00, so nothing is
    ///    left.
    /// 3. Only Medicare pays, 32.00 of 50.00: 18.00.
    /// 4. Nobody pays: the contracted 50.00.
    private static let judged: [([String], Int)] = [
        (["M54.50"], 25_00), (["M54.50", "M99.03"], 0), (["M99.03"], 18_00), (["R51"], 50_00),
    ]

    @Test("of a first plan that looks at it and Medicare second is known where it is told")
    func told() throws {
        for (diagnoses, cents) in DiagnosisRangeTests.judged {
            #expect(try quote(diagnoses).totals.patientPays == Money(cents: cents))
        }
    }

    @Test("holds the diagnoses for which Medicare pays, beside those that a first plan names")
    func unknown() throws {
        let quote = try quote([])

        let most = Money(cents: 50_00)
        #expect(quote.range == AmountRange(low: .zero, expected: most, high: most))
        #expect(quote.totals.patientPays == most)
        #expect(quote.unverified.map(\.worth) == [most])
    }
}
