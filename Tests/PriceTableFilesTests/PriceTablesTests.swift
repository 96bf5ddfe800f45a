import CareModel
import CareQuote
import JSONText
import PriceTableFiles
import TestSupport
import Testing

@Suite("Price tables")
struct PriceTablesTests {
    @Test("leave a digest of exactly the files that were read")
    func digest() throws {
        var tables = PriceTables(root: Repository.tables)
        // SHA-256 of no bytes at all (FIPS 180-4 test value).
        #expect(
            tables.digest
                == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        let catalog = try tables.services()
        _ = try tables.schedule("acme-ppo-2026", catalog: catalog)

        #expect(
            tables.filesRead.keys.sorted() == [
                "schedules/acme-ppo-2026.csv", "schedules/acme-ppo-2026.json", "services.csv",
            ]
        )
        // documents.md: SHA-256 over the sorted lines `sha256  path`.
        let lines = tables.filesRead.map { "\($0.value)  \($0.key)\n" }.sorted().joined()
        #expect(tables.digest == "sha256:" + PriceTables.sha256(Array(lines.utf8)))
    }

    @Test("have another digest once a byte of a file changes")
    func changedDigest() throws {
        let before = try digestOfServices(root: Repository.tables)
        try TableFolder.withCopy { folder in
            #expect(try digestOfServices(root: folder.root) == before)
            try folder.apply(.replace("our own", "our  own"), to: "services.csv")
            #expect(try digestOfServices(root: folder.root) != before)
        }
    }

    private func digestOfServices(root: String) throws -> String {
        var tables = PriceTables(root: root)
        _ = try tables.services()
        return tables.digest
    }

    @Test("say whose figures they are and of which day")
    func sources() throws {
        var tables = PriceTables(root: Repository.tables + "/")
        let catalog = try tables.services()
        _ = try tables.schedule("bluebird-2026", catalog: catalog)

        #expect(
            tables.sources == [
                TableSource(
                    path: "schedules/bluebird-2026.csv",
                    publisher: "Bluebird Health Plan (fictional), from CareQuote example",
                    date: CalendarDate(year: 2026, month: 10, day: 1)
                )
            ]
        )
    }

    @Test(
        "open no schedule whose name is a path",
        arguments: ["../acme", "a/b", "", ".hidden", "schedule\u{0}", "schéma"]
    )
    func pathLikeName(_ id: String) throws {
        var tables = PriceTables(root: Repository.tables)
        let catalog = try tables.services()
        let error = #expect(throws: PriceTableErrors.self) {
            try tables.schedule(id, catalog: catalog)
        }

        let message = try #require(error?.findings.first?.message)
        #expect(message.contains("is not the name of a schedule. Write one of: acme-ppo-2026"))
        #expect(tables.filesRead.count == 1)
    }

    @Test("tell a missing file from a wrong one")
    func missingFile() throws {
        try TableFolder.withCopy { folder in
            try folder.apply(.delete, to: "services.csv")
            var tables = PriceTables(root: folder.root)
            let missing = #expect(throws: PriceTableErrors.self) { try tables.services() }
            #expect(missing?.isMissingFile == true)

            try folder.apply(.whole("x"), to: "services.csv")
            let wrong = #expect(throws: PriceTableErrors.self) { try tables.services() }
            #expect(wrong?.isMissingFile == false)
        }
    }

    @Test("read quotes, commas and line ends of both kinds")
    func csvDialect() throws {
        try TableFolder.withCopy { folder in
            try folder.apply(
                .whole(
                    """
                    service,code,category,unit,service_type,words_en,words_es,source\r
                    massage,97124,massage,minutes15,BE,"A ""firm"" hand, 15 min",Masaje,ours\r

                    ice-pack,,supply,item,12,"Cold pack",Frío,ours
                    """
                ),
                to: "services.csv"
            )
            var tables = PriceTables(root: folder.root)
            let services = try tables.services().services

            #expect(services.map(\.key.description) == ["massage", "ice-pack"])
            #expect(services.map(\.words.english) == ["A \"firm\" hand, 15 min", "Cold pack"])
            #expect(services.map { $0.code?.description } == ["97124", nil])
        }
    }
}
