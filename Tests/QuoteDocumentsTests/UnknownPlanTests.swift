import CareQuote
import FoundationEssentials
import JSONText
import PriceTableFiles
import QuoteDocuments
import TestSupport
import Testing

@Suite("A plan with terms that nobody knows")
struct UnknownPlanTests {
    /// The plan as `carequote plans p --format json` gives it.
    private func listed(_ document: PlanDocument) throws -> JSONValue {
        try #require(JSONValue(Listing(plans: [document]).json)[0])
    }

    @Test(
        "is written with \"unknown\" where it stood, and read back the same",
        arguments: UnknownPlan.all
    )
    func roundTrip(_ plan: UnknownPlan) throws {
        let document = try plan.document()
        let written = try listed(document)
        let again = try UnknownPlan.read(written.bytes())

        #expect(document.unknownTerms.map(\.pointer) == plan.unknown)
        for pointer in plan.unknown { #expect(written.value(at: pointer) == .string("unknown")) }
        #expect(again.plan == document.plan)
        #expect(again.unknownTerms == document.unknownTerms)
        #expect(try listed(again) == written)
        // At every end of every term, too.
        for term in document.unknownTerms {
            for end in 0..<term.choices {
                let choice = [term.pointer: end]
                #expect(again.plan(choosing: choice) == document.plan(choosing: choice))
            }
        }
    }

    @Test("keeps in a request what nobody knows, in the canonical form", arguments: UnknownPlan.all)
    func canonical(_ plan: UnknownPlan) throws {
        let json = RequestText(coverage: "[{\"plan\": \(plan.json)}]").json
        let request = try read(json)
        let bytes = request.canonicalJSON()
        let again = try read(String(decoding: bytes, as: UTF8.self))

        #expect(request.plans.map { $0.unknownTerms.map(\.pointer) } == [plan.unknown])
        #expect(request.request.coverages.map(\.plan) == request.plans.map(\.plan))
        #expect(again.canonicalJSON() == bytes)
        #expect(again.request == request.request)
        #expect(try JSONValue(bytes).bytes(.canonical) == bytes)
        let place = "/coverage/0/plan" + plan.unknown[0]
        #expect(try JSONValue(bytes).value(at: place) == .string("unknown"))
    }

    @Test("reads in a request as it does by itself", arguments: UnknownPlan.all)
    func inRequest(_ plan: UnknownPlan) throws {
        let request = try read(RequestText(coverage: "[ {\"plan\" :  \(plan.json) } ]").json)
        let document = try #require(request.plans.first)
        let byItself = try plan.document()

        for term in byItself.unknownTerms {
            for end in 0..<term.choices {
                let choice = [term.pointer: end]
                let one = document.plan(choosing: choice)
                let other = byItself.plan(choosing: choice)
                #expect(one?.deductible == other?.deductible)
                #expect(one?.limits == other?.limits)
                #expect(one?.benefits.map(\.sharing) == other?.benefits.map(\.sharing))
                #expect((one == nil) == (other == nil))
            }
        }
    }

    @Test("of the request are asked for in a quote, at each term", arguments: UnknownPlan.all)
    func asked(_ plan: UnknownPlan) throws {
        let made = try Desk.quote(
            RequestText(coverage: "[{\"plan\": \(plan.json)}]").json
        )
        let document = try JSONValue(QuoteJSON(made, words: Words()).bytes())
        let fields = document["unverified"]?.elements.compactMap { $0["field"]?.text }

        #expect(Set(fields ?? []).isSuperset(of: plan.unknown.map { "/coverage/0/plan" + $0 }))
        #expect(made.quote.range.low <= made.quote.range.expected)
        #expect(made.quote.range.expected <= made.quote.range.high)
    }

    /// The plan of the tables has a deductible of 1,500.00 and this one visit allows 45.10, so with
    /// any room under the maximum all of it is the patient's, and with none nothing.
    @Test("of the tables are asked for at their place in the file")
    func askedOfTables() throws {
        let files = FileManager.default
        let root = files.temporaryDirectory.path + "/carequote-tables-" + UUID().uuidString
        try files.copyItem(atPath: Repository.tables, toPath: root)
        defer { try? files.removeItem(atPath: root) }
        let file = URL(filePath: root + "/plans/acme-ppo-1500.json")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let changed = text.replacing("\"6000.00\"", with: "\"unknown\"")
        try Data(changed.utf8).write(to: file)

        let accumulators = """
            {"deductible": {"individualMet": "0"}, "outOfPocket": {"individualMet": "0"}, \
            "limits": {"treatment-visits": {"used": 0}}}
            """
        let coverage = "[{\"plan\": \"acme-ppo-1500\", \"accumulators\": \(accumulators)}]"
        let request = Array(RequestText(coverage: coverage).json.utf8)
        let maker = QuoteMaker(
            tables: TableFolder(root),
            today: CalendarDate(dayNumber: 56 * 365 + 14 + 323)
        )
        let made = try maker.quote(request)
        let document = try JSONValue(QuoteJSON(made, words: Words()).bytes())

        #expect(
            document["unverified"]?.elements.map { $0["field"]?.text } == [
                "plans/acme-ppo-1500.json#/outOfPocketMaximum/individual"
            ]
        )
        #expect(document["unverified"]?[0]?["worth"]?.text == "45.10")
        #expect(made.quote.range.low == .zero)
        #expect(made.quote.range.expected == Money(cents: 45_10))
        #expect(made.quote.range.high == Money(cents: 45_10))
    }

    @Test("may have been used as far as somebody knows")
    func used() throws {
        let plan = """
            "limits": [{"id": "v", "unit": "visits", "maximum": "unknown"}, {"id": "w", "unit": \
            "visits", "maximum": 20, "period": "unknown"}], "deductible": {"individual": "500.00", \
            "carryover": "unknown"}, "benefits": [{"category": "chiropractic", "coinsurance": \
            "0", "limits": ["v", "w"], "authorization": "unknown"}]
            """
        let accumulators = """
            {"limits": {"v": {"used": 12}, "w": {"used": 3}}, "deductible": {"individualMet": \
            "100.00"}, "carryoverMonths": {"10": "50.00"}, "benefitVisits": {"chiropractic": 2}}
            """
        let members = UnknownPlan(testDescription: "", members: plan, unknown: []).json
        let coverage = "[{\"plan\": \(members), \"accumulators\": \(accumulators)}]"
        var tables = PriceTables(root: Repository.tables)
        let request = try read(RequestText(coverage: coverage).json, &tables)

        #expect(request.plans.first?.unknownTerms.count == 4)
        #expect(tables.warnings.filter { $0.file == "request" } == [])
    }

    @Test("of which the deductible is unknown may have met one of a category")
    func usedOfCategory() throws {
        let plan =
            #""deductible": "unknown", "benefits": [{"category": "xray", "coinsurance": "0"}]"#
        let members = UnknownPlan(testDescription: "", members: plan, unknown: []).json
        let met = #"{"deductible": {"byCategoryMet": {"xray": "50.00"}}}"#
        let coverage = "[{\"plan\": \(members), \"accumulators\": \(met)}]"

        #expect(try read(RequestText(coverage: coverage).json).plans.count == 1)
    }

    @Test("does not make \"unknown\" a word for the rest of the request")
    func rest() throws {
        let coverage = RequestText.plan(
            more: #", "deductible": "unknown""#,
            accumulators: #"{"deductible": {"individualMet": "unknown"}}"#
        )
        let failure = try #require(Desk.failure(RequestText(coverage: coverage).json))

        #expect(
            failure.request.map(\.pointer) == ["/coverage/0/accumulators/deductible/individualMet"]
        )
    }

    private func read(_ json: String) throws -> RequestDocument {
        var tables = PriceTables(root: Repository.tables)
        return try read(json, &tables)
    }

    private func read(_ json: String, _ tables: inout PriceTables) throws -> RequestDocument {
        let catalog = try tables.services()
        return try RequestReader.read(
            Array(json.utf8),
            catalog: catalog,
            tables: &tables,
            today: CalendarDate(dayNumber: 56 * 365 + 14 + 323)
        )
    }
}

extension JSONValue {
    /// The value at a JSON pointer whose names hold no slash.
    fileprivate func value(at pointer: String) -> JSONValue? {
        pointer.split(separator: "/").reduce(self) { (value: JSONValue?, name) in
            Int(name).flatMap { value?[$0] } ?? value?[String(name)]
        }
    }
}
