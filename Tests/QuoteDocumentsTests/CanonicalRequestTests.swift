import CareQuote
import JSONText
import QuoteDocuments
import TestSupport
import Testing

@Suite("A request as understood")
struct CanonicalRequestTests {
    /// A request of a kind of its own.
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let json: String

        static let all = [
            Sample(testDescription: "the worked scenario", json: WorkedScenario.asWritten.json),
            Sample(testDescription: "self-pay", json: RequestText().json),
            Sample(
                testDescription: "a session under a plan of the tables",
                json: RequestText(
                    visits: RequestText.session(
                        "2026-11-23",
                        #""spinalRegions": 2, "extraspinal": true, "other": ["traction"]"#
                    ),
                    coverage: """
                        [{"plan": "acme-ppo-1500", "accumulators": {"deductible": \
                        {"individualMet": 1500}, "outOfPocket": {"individualMet": "0"}, "limits": \
                        {"treatment-visits": {"used": 3}}}, "verified": {"on": "2026-11-01", \
                        "by": "José \\"Pepe\\" Ñ.", "reference": "a/b\\\\c"}}]
                        """,
                    more: """
                        , "patient": {"lastSeen": null, "birthDate": "1980-02-29"}, "screening": \
                        {"askedOn": "2026-11-20"}, "diagnosisCodes": ["M54.50", "M99.03"]
                        """
                ).json
            ),
            Sample(testDescription: "a plan of many terms", json: manyTerms),
        ]

        private static let manyTerms = RequestText(
            visits: """
                {"date": "2026-11-23", "kind": "followUp", "careType": "maintenance", "services": \
                [\(RequestText.service(#", "units": 2, "modifiers": ["AT", "GP"]"#))]}
                """,
            coverage: RequestText.plan(
                more: """
                    , "effectiveThrough": "2027-12-31", "benefitPeriod": {"kind": "contractYear", \
                    "start": "07-01"}, "federalProgram": true, "jurisdiction": "MO", "deductible": \
                    {"individual": "500", "familyType": "memberCount", "memberCount": 2, \
                    "byCategory": {"chiropractic": 50}}, "outOfPocketMaximum": {"individual": \
                    "5000.00", "family": 9000}, "limits": [{"id": "r", "unit": "services", \
                    "maximum": 9, "period": "rolling12Months", "counting": "planPaid"}], \
                    "source": "page 3", "verifiedOn": "2026-11-20"
                    """,
                benefits: """
                    [{"category": "chiropractic", "network": "both", "copay": {"amount": 30, \
                    "basis": "perVisit", "deductible": "after", "capFractionOfAllowed": "0.5", \
                    "absorbs": ["xray", "massage"]}, "limits": ["r"], "maintenance": "covered", \
                    "outOfNetworkAllowed": {"fractionOfCharge": "0.6"}}, {"codes": ["97124"], \
                    "planPaysFixed": "25", "deductibleApplies": false}, {"services": \
                    ["ultrasound"], "coverage": "excluded", "afterExhaustion": "notBillable"}]
                    """,
                accumulators: """
                    {"asOf": "2026-10-01", "deductible": {"individualMet": "100", "membersMet": 1, \
                    "byCategoryMet": {"chiropractic": "50.00"}}, "outOfPocket": {"individualMet": \
                    "0", "familyMet": "12.5"}, "limits": {"r": {"dates": ["2026-05-04"]}}}
                    """
            )
        ).json
    }

    private func echo(_ made: MadeQuote) throws -> JSONValue {
        let document = try JSONValue(QuoteJSON(made, words: Words()).bytes())
        return try #require(document["request"])
    }

    @Test("sent back gives the same id and the same canonical bytes", arguments: Sample.all)
    func echoed(_ sample: Sample) throws {
        let first = try Desk.quote(sample.json)
        let second = try Desk.quote(try echo(first).bytes())

        #expect(second.id == first.id)
        #expect(second.request.canonicalJSON() == first.request.canonicalJSON())
        #expect(second.quote.totals == first.quote.totals)
    }

    @Test("is itself a request in canonical form", arguments: Sample.all)
    func canonical(_ sample: Sample) throws {
        let bytes = try Desk.quote(sample.json).request.canonicalJSON()

        #expect(try Desk.quote(bytes).request.canonicalJSON() == bytes)
        #expect(try JSONValue(bytes).bytes(.canonical) == bytes)
    }

    @Test("does not depend on the order of its names or on white space", arguments: Sample.all)
    func order(_ sample: Sample) throws {
        let document = try JSONValue(Array(sample.json.utf8))
        let id = try Desk.quote(sample.json).id

        #expect(try Desk.quote(document.reversed.bytes()).id == id)
        #expect(try Desk.quote(document.bytes(.indented)).id == id)
    }

    @Test("has an id of twelve hexadecimal digits from the tables and itself")
    func identity() throws {
        let made = try Desk.quote(RequestText().json)

        #expect(made.id.count == 12)
        #expect(made.id.allSatisfy { "0123456789abcdef".contains($0) })
        #expect(made.digest.hasPrefix("sha256:"))
        #expect(made.digest.count == 7 + 64)
        let later = try Desk.quote(RequestText(asOf: "\"2026-11-21\"").json)
        #expect(later.id != made.id)
        #expect(later.digest == made.digest)
    }

    @Test("is the same whether its defaults are written or not")
    func defaults() throws {
        let short = """
            {"visits": [{"date": "2026-11-23", "services": [{"code": "98941", "charge": 72, \
            "selfPay": "60"}]}]}
            """
        let long = """
            {"asOf": "2026-11-20", "clinic": "harbor-spine", "patient": {}, "diagnosisCodes": [], \
            "visits": [{"date": "2026-11-23", "careType": "active", "services": [{"service": \
            "adjust-spine-3-4", "code": "98941", "category": "chiropractic", "units": 1, \
            "modifiers": [], "charge": "72.00", "selfPay": "60.00", "allowed": null}]}], \
            "coverage": [], "payment": {"option": "perVisit"}, "offers": [], \
            "assumePricesContinue": false}
            """

        #expect(try Desk.quote(short).id == Desk.quote(long).id)
    }

    @Test("is the same whether a plan's defaults are written or not")
    func planDefaults() throws {
        let short = RequestText(
            coverage: RequestText.plan(
                more: #", "limits": [{"id": "v", "unit": "visits", "maximum": 20}]"#,
                benefits: """
                    [{"category": "chiropractic", "copay": {"amount": 20}, "limits": ["v"]}]
                    """,
                accumulators: #"{"limits": {"v": {"used": 0}}}"#
            )
        )
        let long = RequestText(
            coverage: RequestText.plan(
                more: """
                    , "effectiveThrough": null, "benefitPeriod": {"kind": "calendarYear"}, \
                    "hsaCompatible": false, "federalProgram": false, "deductible": null, \
                    "outOfPocketMaximum": null, "coordination": "standard", "limits": [{"id": "v", \
                    "unit": "visits", "maximum": 20, "period": "benefitYear", "counting": \
                    "allowed", "scope": "individual", "excludesFirstVisit": false, "kind": "hard"}]
                    """,
                benefits: """
                    [{"category": "chiropractic", "network": "in", "coverage": "covered", "copay": \
                    {"amount": "20.00", "basis": "perVisit", "deductible": "notSubject", \
                    "capFractionOfAllowed": null, "absorbs": []}, "coinsurance": "0", \
                    "coinsuranceBase": "afterDeductibleAndCopay", "planPaysFixed": null, \
                    "deductibleApplies": true, "countsTowardOutOfPocketMaximum": true, \
                    "waivedAfterOutOfPocketMaximum": true, "limits": ["v"], "afterExhaustion": \
                    null, "maintenance": "notCovered", "referralRequired": false, \
                    "waitingPeriodMonths": 0}]
                    """,
                accumulators: """
                    {"asOf": "2026-11-20", "deductible": {}, "outOfPocket": {"individualMet": \
                    null}, "limits": {"v": {"used": 0}}}
                    """
            )
        )

        #expect(try Desk.quote(short.json).id == Desk.quote(long.json).id)
    }
}
