import CareQuote
import PriceTableFiles
import TestSupport
import Testing

@Suite("A plan of the tables with a term that nobody knows")
struct UnknownTermTablesTests {
    /// The coinsurance of chiropractic care stands on the 19th line of the plan's file.
    private func scratch() throws -> TableDiffScratch {
        let scratch = try TableDiffScratch()
        let file = "plans/acme-ppo-1500.json"
        let text = try scratch.read(file)
        try scratch.write(
            text.replacing(#""0.20""#, with: #""unknown""#, maxReplacements: 1),
            to: file
        )
        return scratch
    }

    @Test("passes the check with a warning at the term")
    func check() throws {
        let scratch = try scratch()
        let before = TableCheck(root: Repository.tables)
        let check = TableCheck(root: scratch.root)

        #expect(check.errors.map(\.description) == [])
        #expect(check.counts.plans == before.counts.plans)
        #expect(
            check.warnings.filter { $0.file.contains("/plans/acme-ppo-1500") }.map(\.description)
                == [
                    "\(scratch.root)/plans/acme-ppo-1500.json:19: /benefits/0/coinsurance: "
                        + "\"unknown\" is a term that nobody knows. Ask the insurer; a quote gives "
                        + "a range until then"
                ]
        )
    }

    @Test("is compared as it is written")
    func diff() throws {
        let scratch = try scratch()
        let differences = try TableDiff(from: Repository.tables, to: scratch.root).differences

        #expect(
            differences.map(\.description) == [
                "plans/acme-ppo-1500.json: /benefits/0/coinsurance: \"0.20\" becomes \"unknown\""
            ]
        )
    }

    @Test("is read with its unknown terms, and refused where all have to be known")
    func read() throws {
        let scratch = try scratch()
        var tables = PriceTables(root: scratch.root)
        let document = try tables.planDocument("acme-ppo-1500")

        #expect(
            document.unknownTerms == [
                UnknownPlanTerm(pointer: "/benefits/0/coinsurance", choices: 2)
            ]
        )
        let error = #expect(throws: PriceTableErrors.self) { try tables.plan("acme-ppo-1500") }
        #expect(
            error?.findings.map(\.description) == [
                "\(scratch.root)/plans/acme-ppo-1500.json:19: /benefits/0/coinsurance: \"unknown\" "
                    + "is a term that nobody knows. Ask the insurer"
            ]
        )
        #expect(try tables.plan("bluebird-hmo-30").id == "bluebird-hmo-30")
    }
}
