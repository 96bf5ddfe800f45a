import CareModel
import FeeScheduleRefresh
import FoundationEssentials
import PriceTableFiles
import TestSupport
import Testing

@Suite("A content check")
struct ContentCheckTests {
    @Test("says exactly what is wrong and where", arguments: ContentCase.all)
    func badFile(_ bad: ContentCase) {
        let check = ContentCase.check(bad.name, bad.bytes)

        #expect(check.findings.map(\.description) == bad.says)
        #expect(check.findingCount == bad.says.count)
    }

    @Test("has more than 150 cases, each another file")
    func cases() {
        #expect(ContentCase.all.count >= 150)
        #expect(
            Set(ContentCase.all.map { $0.bytes + Array($0.name.utf8) }).count
                == ContentCase.all.count
        )
    }

    private static func prices(_ lines: String...) -> [UInt8] {
        Array((ContentCase.header + lines.joined(separator: "\n") + "\n").utf8)
    }

    @Test(
        "takes what is right",
        arguments: [
            prices("massage,,40.00,,2026-01-01,"),
            prices("massage,,40,39.9,2026-01-01,2026-12-31", "massage,,41,,2027-01-01,"),
            prices("massage,GP,0.01,,2026-01-01,", "massage,,10000.00,,2026-01-01,"),
            prices("supplement,,0.00,0.00,2026-01-01,"),
            prices("\"massage\",\"GP\",\"40.00\",,2026-01-01,"),
            prices(),
            Array((ContentCase.header + "massage,,40.00,,2026-01-01,").utf8),
            Array("\u{FEFF}\(ContentCase.header)massage,,40.00,,2026-01-01,\n".utf8),
            Array((ContentCase.header + "\nmassage,,40.00,,2026-01-01,\n\n").utf8)
                .flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] },
        ] as [[UInt8]]
    )
    func rightFile(_ bytes: [UInt8]) {
        #expect(ContentCase.check(ContentCase.prices, bytes).findings == [])
    }

    @Test("takes every file of the tables that a refresh could install")
    func tables() throws {
        var tables = PriceTables(TableFolder(Repository.tables))
        let catalog = try tables.services()
        let folders = ["schedules/", "plans/", "clinics/"]
        let names = try FileManager.default.subpathsOfDirectory(atPath: Repository.tables)
            .filter { name in
                ["services.csv", "rules/payers.json"].contains(name)
                    || folders.contains(where: name.hasPrefix)
                        && (name.hasSuffix(".csv") || name.hasSuffix(".json"))
            }
        for name in names {
            let contents = FileManager.default.contents(atPath: "\(Repository.tables)/\(name)")
            let check = ContentCheck(
                name: name,
                bytes: Array(try #require(contents)),
                limits: ContentCase.limits,
                catalog: catalog,
                effective: ContentCase.day
            )
            #expect(check.findings == [], "\(name)")
        }
        #expect(names.count >= 20)
    }

    @Test("demands the services of the configuration on the effective day")
    func demanded() {
        let limits = ContentLimits(
            mostAmount: Money(cents: 10_000_00),
            demandedServices: ["massage", "adjust-spine-1-2", "adjust-spine-3-4"]
                .compactMap(ServiceKey.init)
        )
        // Massage begins a day late, the adjustment of 3-4 regions ended a day before, and that
        // of 1-2 ends on the very day.
        let bytes = ContentCheckTests.prices(
            "massage,,40.00,,2026-12-02,",
            "adjust-spine-3-4,,40.00,,2026-01-01,2026-11-30",
            "adjust-spine-1-2,,40.00,,2026-01-01,2026-12-01"
        )
        let check = ContentCheck(
            name: ContentCase.prices,
            bytes: bytes,
            limits: limits,
            catalog: ContentCase.catalog,
            effective: ContentCase.day
        )
        let tail = "on 2026-12-01, which the configuration demands. Add its row"
        #expect(
            check.findings.map(\.description) == [
                "\(ContentCase.prices): has no price of massage \(tail)",
                "\(ContentCase.prices): has no price of adjust-spine-3-4 \(tail)",
            ]
        )
    }

    @Test("names a service by its form alone where there is no services table")
    func noCatalog() {
        let bytes = ContentCheckTests.prices("unheard-of,,1,,2026-01-01,", "98941 ,,1,,2026-01-01,")
        let check = ContentCheck(
            name: ContentCase.prices,
            bytes: bytes,
            limits: ContentCase.limits,
            catalog: nil,
            effective: ContentCase.day
        )
        #expect(
            check.findings.map(\.description) == [
                "\(ContentCase.prices):3:1: '98941 ' is not the name of a service. "
                    + "Write a key such as adjust-spine-3-4"
            ]
        )
    }
}
