import CareQuote
import PriceTableFiles
import TestSupport
import Testing

@Suite("The memory of tables")
struct TableMemoryTests {
    private let memory = TableMemory(of: PriceTableFiles.TableFolder(Repository.tables))

    /// Reads what a quote for a patient of two plans in a locality of Medicare's needs.
    private func read(_ tables: inout PriceTables) throws {
        let catalog = try tables.services()
        _ = try tables.planDocument("acme-ppo-1500")
        _ = try tables.planDocument("medicare-part-b")
        _ = try tables.medicareRules()
        _ = try tables.rules(catalog: catalog)
        _ = try tables.clinic("harbor-spine", catalog: catalog)
        _ = try tables.schedule("acme-ppo-2026", catalog: catalog)
        _ = try tables.medicare(locality: "01182-18")
        _ = try tables.patternTables()
        _ = try tables.modifiers()
    }

    @Test("leaves the traces that reading anew leaves, each time")
    func traces() throws {
        var anew = PriceTables(root: Repository.tables)
        try read(&anew)
        for _ in 1...3 {
            var remembered = PriceTables(memory)
            try read(&remembered)

            #expect(remembered.filesRead == anew.filesRead)
            #expect(remembered.sources == anew.sources)
            #expect(remembered.warnings == anew.warnings)
            #expect(remembered.digest == anew.digest)
        }
    }

    @Test("leaves out what a reader did not ask for")
    func onlyWhatIsAsked() throws {
        var first = PriceTables(memory)
        try read(&first)
        var second = PriceTables(memory)
        _ = try second.services()

        #expect(Array(second.filesRead.keys) == ["services.csv"])
    }

    @Test("keeps the prices of each locality apart")
    func localities() throws {
        var anew = PriceTables(root: Repository.tables)
        var remembered = PriceTables(memory)
        for locality in ["01182-18", "01182-72", "01182-18"] {
            let wanted = try anew.medicare(locality: locality)
            #expect(try remembered.medicare(locality: locality).releases == wanted.releases)
        }
    }

    @Test("repeats the findings of a table that is wrong")
    func findings() {
        for _ in 1...2 {
            var tables = PriceTables(memory)
            let errors = #expect(throws: PriceTableErrors.self) {
                try tables.planDocument("there-is-none")
            }
            #expect(errors?.isMissingFile == true)
        }
    }
}
