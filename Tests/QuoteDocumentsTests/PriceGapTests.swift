import CareModel
import CareQuote
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("A price that no row has")
struct PriceGapTests {
    private static let adjustment = #"{"service": "adjust-spine-3-4"}"#
    private static let nothingUsed = """
        {"asOf": "2026-11-20", "deductible": {"individualMet": "0"}, \
        "outOfPocket": {"individualMet": "0"}, "limits": {"treatment-visits": {"used": 0}}}
        """
    private static let bluebird = """
        [{"plan": "bluebird-ppo-copay", "accumulators": \(nothingUsed)}]
        """

    @Test("is told with the row that ended, as pricing.md writes it")
    func ended() throws {
        let visits = ["2026-12-28", "2027-01-04"]
            .map { RequestText.visit($0, PriceGapTests.adjustment) }.joined(separator: ", ")
        let request = RequestText(visits: visits, coverage: PriceGapTests.bluebird)
        let failure = try #require(Desk.failure(request.json))

        // bluebird-2026.csv: the price from 2026-07-01 to 2026-12-31 stands in row 14.
        #expect(
            failure.lines == [
                "\(Repository.tables)/schedules/bluebird-2026.csv:14: effective_to: adjust-spine-3-4 "
                    + "(98941) has no price on 2027-01-04 (visit 2): this row ends on 2026-12-31. "
                    + "Add a 2027 row, or set assumePricesContinue to go on with the last price, "
                    + "marked unverified"
            ]
        )
        #expect(!failure.isMissingFile)
    }

    @Test("is that of a part of a service where the tables price only the whole")
    func component() throws {
        let line = #"{"service": "xray-low-back-2-3", "modifiers": ["26"]}"#
        let request = RequestText(visits: RequestText.visit("2026-11-23", line))
        let failure = try #require(Desk.failure(request.json))

        #expect(
            failure.lines
                == ["charges", "self-pay"].map { file in
                    "\(Repository.tables)/clinics/harbor-spine/\(file).csv: modifier: xray-low-back-2-3 "
                        + "(72100) with 26 has no price on 2026-11-23 (visit 1): no row is for this part "
                        + "of it. Add a row with modifier 26, or write the amount"
                }
        )
        // A modifier that does not part the service leaves its price as it is: 98941 at 65.00.
        let whole = #"{"service": "adjust-spine-3-4", "modifiers": ["AT"]}"#
        let quote = try Desk.quote(
            RequestText(visits: RequestText.visit("2026-11-23", whole)).json
        )
        #expect(quote.quote.totals.patientPays == Money(cents: 65_00))
    }

    @Test("goes on where the request says so, marked unverified")
    func assumed() throws {
        let request = RequestText(
            visits: RequestText.visit("2027-01-04", PriceGapTests.adjustment),
            coverage: PriceGapTests.bluebird,
            more: #", "assumePricesContinue": true"#
        )
        let quote = try Desk.quote(request.json).quote
        let notice = quote.notices.first { notice in
            if case .priceAssumed = notice { true } else { false }
        }

        #expect(quote.totals.allowed == Money(cents: 28_00))
        guard case .priceAssumed(let line, let date, let source) = notice else {
            Issue.record("no notice of an assumed price")
            return
        }
        #expect(line.service?.description == "adjust-spine-3-4")
        #expect(date.description == "2027-01-04")
        #expect(source.description == "schedules/bluebird-2026.csv:14")
    }

    @Test("is told with the first row where the date lies before it, each price of its own")
    func notYet() throws {
        let request = RequestText(
            visits: RequestText.visit("2025-12-31", PriceGapTests.adjustment)
        )
        let failure = try #require(Desk.failure(request.json))

        let clinic = "\(Repository.tables)/clinics/harbor-spine"
        #expect(
            failure.lines
                == ["charges", "self-pay"].map { name in
                    "\(clinic)/\(name).csv:12: effective_from: adjust-spine-3-4 (98941) has no price "
                        + "on 2025-12-31 (visit 1): this row begins on 2026-01-01. "
                        + "Add a row for that day"
                }
        )
    }

    @Test("is told with the file where no row is for the service")
    func noRow() throws {
        let request = RequestText(
            visits: RequestText.visit("2026-11-23", #"{"service": "lumbar-support"}"#),
            coverage: RequestText.plan(
                more: #", "feeSchedule": "acme-ppo-2026""#,
                benefits: #"[{"category": "supply", "coinsurance": "0.20"}]"#
            )
        )
        let failure = try #require(Desk.failure(request.json))

        #expect(
            failure.lines == [
                "\(Repository.tables)/schedules/acme-ppo-2026.csv: service: lumbar-support has no price "
                    + "on 2026-11-23 (visit 1): no row is for it. Add its row"
            ]
        )
    }

    @Test("is told for every visit and every line at once")
    func several() throws {
        let services = """
            {"service": "adjust-spine-3-4"}, {"service": "therapeutic-exercise"}
            """
        let visits = ["2027-01-04", "2026-12-30", "2027-01-11"]
            .map { "{\"date\": \"\($0)\", \"services\": [\(services)]}" }.joined(separator: ", ")
        let request = RequestText(visits: visits, coverage: PriceGapTests.bluebird)
        let failure = try #require(Desk.failure(request.json))

        // In order of date the visits of 2027 are the second and the third.
        #expect(failure.lines.count == 4)
        #expect(failure.lines.map { $0.contains("(visit 2)") } == [true, true, false, false])
        #expect(failure.lines.map { $0.contains("(visit 3)") } == [false, false, true, true])
    }

    /// Medicare has published no amounts for 2027: of a plan of care from December 28 the visits from
    /// the third on have none, and of two visits the second.
    @Test(
        "of Medicare's is told where the request has a place for it",
        arguments: [
            (
                #""care": {"pattern": "lbp-acute", "start": "2026-12-28", "#
                    + #""session": {"spinalRegions": 3}}"#,
                "/care/session", "Write only visits before that day, or visits with services"
            ),
            (
                "\"visits\": [\(RequestText.session("2026-12-28")), "
                    + "\(RequestText.session("2027-01-04"))]",
                "/visits/1/session", "Write only visits before that day, or visits with services"
            ),
            (
                "\"visits\": [\(RequestText.visit("2026-12-28", adjustment)), "
                    + "\(RequestText.visit("2027-01-04", adjustment))]",
                "/visits/1/services/0/allowed", "Write what is allowed for one unit"
            ),
        ]
    )
    func medicare(_ care: String, pointer: String, advice: String) throws {
        let json = """
            {"asOf": "2026-12-21", "patient": {"lastSeen": "2026-10-05"}, \
            "diagnosisCodes": ["M99.03"], \(care), \
            "coverage": [{"plan": "medicare-part-b", "accumulators": \
            {"deductible": {"individualMet": "283.00"}}}]}
            """
        let failure = try #require(Desk.failure(json))
        let findings = failure.request.filter { $0.message.contains("Medicare's amount") }

        #expect(!findings.isEmpty)
        for finding in findings {
            #expect(finding.pointer == pointer)
            #expect(finding.message.contains("(98941) on 2027-0"))
            #expect(finding.message.contains(advice))
        }
    }

    @Test("is not needed where the request states the amounts")
    func stated() throws {
        let service = #"{"service": "adjust-spine-3-4", "charge": 72, "allowed": "45.10"}"#
        let request = RequestText(
            visits: RequestText.visit("2031-03-03", service),
            coverage: RequestText.plan()
        )
        let made = try Desk.quote(request.json)

        // 20 % of 45.10.
        #expect(made.quote.totals.patientPays == Money(cents: 9_02))
        #expect(!made.sources.contains { $0.path.hasPrefix("schedules/") })
    }
}
