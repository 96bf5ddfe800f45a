import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("The page of a plan")
struct PlanTextTests {
    private static let day = CalendarDate(dayNumber: 56 * 365 + 14 + 323)

    private static let planIDs: [String] = PriceTables(root: Repository.tables).planIDs

    private func page(
        _ document: PlanDocument,
        _ language: Language = .english,
        _ audience: Words.Audience = .desk
    ) throws -> String {
        var tables = PriceTables(root: Repository.tables)
        let words = Words(language: language, audience: audience, catalog: try tables.services())
        return PlanText(document, on: Self.day, words: words).text()
    }

    private func document(_ id: String) throws -> PlanDocument {
        var tables = PriceTables(root: Repository.tables)
        return try tables.planDocument(id)
    }

    private func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Every figure as it stands in the file of the plan.
    @Test(
        "tells every term",
        arguments: [
            (
                "acme-ppo-1500",
                [
                    "Acme Health (fictional) PPO 1500 acme-ppo-1500 PPO",
                    "in force from Thu Jan 1, 2026 on", "a new benefit year on Jan 1",
                    "prices of acme-ppo-2026", "DEDUCTIBLE 1,500.00 a person",
                    "OUT-OF-POCKET MAXIMUM 6,000.00 a person",
                    "LIMITS treatment-visits: 20 visits a year",
                    "- chiropractic: the patient pays 20 %, after the deductible; limit: "
                        + "treatment-visits; once covered use ends: self-pay price",
                    "- massage: not covered", "- administrative: excluded",
                    "as the second plan it pays what it would alone, up to what is left",
                    "SOURCE plans/acme-ppo-1500.json fictional plan",
                    "checked with the insurer Thu Oct 1, 2026",
                ]
            ),
            (
                "bluebird-pos-20",
                [
                    "- chiropractic: copay of 20.00 a visit, which covers physicalMedicine too, "
                        + "without the deductible; limit: treatment-visits",
                    "- chiropractic (out of network): the patient pays 40 %, after the "
                        + "deductible; limit: treatment-visits; allows 110 % of Medicare's amount",
                    "allows 50 % of the charge", "- massage (in and out of network): not covered",
                    "- xray: the patient pays 10 %, without the deductible",
                ]
            ),
            (
                "wayside-auto-500",
                [
                    "LIMITS medical-payments: 500.00 in all, of what the plan pays",
                    "- chiropractic (out of network): the plan pays all of it; limit: "
                        + "medical-payments; allows 100 % of the charge; once covered use ends: "
                        + "self-pay price",
                ]
            ),
            // The deductible of Part B is the one of the year that is asked about.
            (
                "medicare-part-b",
                [
                    "DEDUCTIBLE 283.00 a person", "OUT-OF-POCKET MAXIMUM none",
                    "(42 CFR 411.33)", "a federal program",
                ]
            ),
            (
                "medigap-n",
                [
                    "by its letter N it takes over the coinsurance that Medicare leaves, less a "
                        + "copay of at most 20.00 for an office visit"
                ]
            ),
            (
                "bluebird-family-750",
                ["750.00 a person, 1,500.00 a family the plan covers a family"]
            ),
            ("thrift-card", ["MEMBERSHIP 60.00 a year"]),
        ]
    )
    func terms(_ id: String, _ texts: [String]) throws {
        let page = flat(try page(document(id)))

        for text in texts { #expect(page.contains(text), "\(text)") }
    }

    @Test(
        "fits the screen, in both languages, and names nothing of the tables to a patient",
        arguments: planIDs
    )
    func everyPlan(_ id: String) throws {
        let document = try document(id)
        let ids =
            document.plan.limits.map(\.id)
            + [document.plan.feeSchedule, document.plan.place.file].compactMap { $0 }
        for language in [Language.english, .spanish] {
            let desk = try page(document, language)
            let patient = try page(document, language, .patient)

            for page in [desk, patient] {
                #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
                #expect(page.contains(language == .english ? " SOURCE\n" : " FUENTE\n"))
                #expect(page.contains(document.plan.planName))
                #expect(!page.contains("9,999,999.99"))
            }
            for name in ids { #expect(desk.contains(name), "\(name)") }
            for name in ids { #expect(!patient.contains(name), "\(name)") }
            #expect(!patient.contains("physicalMedicine"))
        }
    }

    @Test("says of each term that nobody knows that it is not known", arguments: UnknownPlan.all)
    func unknown(_ plan: UnknownPlan) throws {
        let document = try plan.document()
        let english = flat(try page(document))
        let spanish = flat(try page(document, .spanish, .patient))

        #expect(english.contains("NOT KNOWN: ASK THE INSURER"))
        #expect(spanish.contains("NO SE SABE: PREGUNTE AL SEGURO"))
        #expect(english.count { $0 == "?" } == plan.unknown.count)
        #expect(!english.contains("9,999,999.99") && !english.contains("9999"))
        #expect(!spanish.contains("/"))
    }

    @Test("says so where the term would stand")
    func unknownInPlace() throws {
        let whole = try #require(UnknownPlan.all.first { $0.unknown.contains("/deductible") })
        let row = try #require(
            UnknownPlan.all.first { $0.unknown.contains("/benefits/0/coverage") }
        )
        let ofWhole = flat(try page(whole.document()))
        let ofRow = flat(try page(row.document()))

        for text in [
            "DEDUCTIBLE not known", "OUT-OF-POCKET MAXIMUM not known",
            "a copay that is not known", "authorization not known", "allowed amount not known",
            "the plan pays not known and the patient the rest",
        ] { #expect(ofWhole.contains(text), "\(text)") }
        #expect(
            ofRow.contains(
                "chiropractic (network not known): whether it is covered is not known; "
                    + "authorization not known; allowed amount not known; price of what is not "
                    + "covered not known"
            )
        )
    }

    /// The shares, the conditions and the odd terms that no plan of the tables has.
    @Test(
        "puts the rarer terms into words",
        arguments: [
            (
                #""deductible": {"individual": "500.00", "carryover": {"months": 3, "onlyIfNotMet": "#
                    + #"true}, "byCategory": {"xray": "50.00"}, "order": "afterCoinsurance"}"#,
                #""coinsurance": "0.20", "coinsuranceBase": "allowed", "maintenance": "covered""#,
                [
                    "last months of a year that count for the next: 3, only if it was not met",
                    "50.00 for xray", "taken after the patient's part of the whole",
                    "the patient pays 20 % of all that is allowed, after the deductible",
                    "maintenance care too",
                ]
            ),
            (
                #""deductible": {"individual": "500.00", "family": "1000.00", "familyType": "#
                    + #""aggregate", "familyCoverage": true}"#,
                #""copay": {"amount": "30.00", "deductible": "after", "capFractionOfAllowed": "#
                    + #""0.50"}, "authorization": {"afterVisit": 6, "ifMissing": "patient"}"#,
                [
                    "of a family only the family's deductible counts",
                    "copay of 30.00 a visit, at most 50 % of what the plan allows, after the "
                        + "deductible",
                    "authorization after 6 visits, else the patient pays",
                ]
            ),
            (
                #""limits": [{"id": "v", "unit": "visits", "maximum": 12, "period": "#
                    + #""rolling12Months", "counting": "planPaid", "scope": "family"}]"#,
                #""planPaysFixed": "40.00", "limits": ["v"], "referralRequired": true, "#
                    + #""waitingPeriodMonths": 6, "diagnoses": {"only": ["M54"]}, "#
                    + #""countsTowardOutOfPocketMaximum": false"#,
                [
                    "v: 12 visits in twelve months, counting what the plan pays something for, the "
                        + "family together",
                    "the plan pays 40.00 and the patient the rest; only for M54; limit: v; with a "
                        + "referral; after a wait of 6 months; does not count toward the "
                        + "out-of-pocket maximum",
                ]
            ),
        ]
    )
    func rarer(_ members: String, _ row: String, _ texts: [String]) throws {
        let plan = UnknownPlan(
            testDescription: "",
            members: "\(members), \"benefits\": [{\"category\": \"chiropractic\", \(row)}]",
            unknown: []
        )
        let page = flat(try page(plan.document()))

        for text in texts { #expect(page.contains(text), "\(text)") }
    }
}
