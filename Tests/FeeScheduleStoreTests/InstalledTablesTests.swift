import CareModel
import CarePricing
import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import TestSupport
import Testing

@Suite("What is installed")
struct InstalledTablesTests {
    private let scratch = ScratchStore()
    private let first = ScratchStore.snapshot("41.00", version: 1)
    private let second = ScratchStore.snapshot("42.50", version: 2)

    @Test("is nothing where there is no store, or an empty one")
    func nothing() throws {
        #expect(try scratch.installed() == nil)
        _ = try scratch.open()
        #expect(try scratch.installed() == nil)
    }

    @Test("is the latest snapshot, byte for byte, and the old one stays")
    func latest() throws {
        try scratch.install(first)
        #expect(try scratch.installed()?.snapshot == first)
        try scratch.install(second)
        let installed = try #require(try scratch.installed())

        #expect(installed.snapshot == second)
        #expect(installed.fallback == nil)
        let store = try scratch.open()
        #expect(try store.snapshotIDs() == [first.id, second.id].sorted())
        #expect(try store.snapshot(first.id) == first)
    }

    @Test("stands in front of the tables: a quote reads its price, and the other files stay")
    func inFront() throws {
        try scratch.install(first)
        let folder = TableFolder(Repository.tables, overlay: try scratch.installed()?.overlay)
        var tables = PriceTables(folder)
        let catalog = try tables.services()
        let schedule = try tables.schedule("acme-ppo-2026", catalog: catalog)

        let row = try schedule.price(
            of: .spelled("adjust-spine-1-2"),
            on: .spelled("2026-11-26")
        )

        // The file of the tables says another amount.
        #expect(row.amount == Money(cents: 41_00))
        #expect(
            tables.filesRead["schedules/acme-ppo-2026.csv"]
                == PriceTables.sha256(first.tables["schedules/acme-ppo-2026.csv"] ?? [])
        )
        let other = try tables.schedule("bluebird-2026", catalog: catalog)
        // 98940 of Bluebird is not of the overlay.
        #expect(
            try other.price(of: .spelled("adjust-spine-1-2"), on: .spelled("2026-11-26")).source
                .file == "schedules/bluebird-2026.csv"
        )
    }

    @Test("is never a snapshot with a changed byte: the set before it is used, and that is said")
    func damaged() throws {
        try scratch.install(first)
        try scratch.install(second)
        let file = "snapshots/\(second.id)/tables/schedules/acme-ppo-2026.csv"
        let bytes = try scratch.bytes(file)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            try scratch.write(changed, to: file)
            let installed = try #require(try scratch.installed())
            #expect(installed.snapshot == first)
            #expect(installed.fallback?.contains("does not have the SHA-256 of the list") == true)
        }
        try scratch.write(bytes, to: file)
        #expect(try scratch.installed()?.snapshot == second)
    }

    @Test("is refused where no set is whole")
    func noneWhole() throws {
        try scratch.install(first)
        try scratch.write([], to: "snapshots/\(first.id)/snapshot.json")
        #expect(throws: StoreReadError.self) { try scratch.installed() }
    }

    @Test("is refused where the link points elsewhere", arguments: ["/etc", "snapshots/../..", ""])
    func strangeLink(_ target: String) throws {
        try scratch.install(first)
        let link = "\(scratch.path)/current"
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(
            atPath: link,
            withDestinationPath: target.isEmpty ? "snapshots" : target
        )
        #expect(throws: StoreReadError.self) { try scratch.installed() }
    }

    @Test("is not what a rollback left behind, even where the one before is damaged")
    func leftBehind() throws {
        try scratch.install(first)
        try scratch.install(second)
        try scratch.open().activate(
            first.id,
            as: "rolledBack",
            at: "2026-11-26T22:00:00Z",
            noting: [.init("left", .text(second.id))]
        )
        #expect(try scratch.installed()?.snapshot == first)
        try scratch.write([], to: "snapshots/\(first.id)/snapshot.json")
        #expect(throws: StoreReadError.self) { try scratch.installed() }
    }

    @Test("is refused where the link is gone from a store in which something was installed")
    func linkGone() throws {
        try scratch.install(first)
        try FileManager.default.removeItem(atPath: "\(scratch.path)/current")
        #expect(throws: StoreReadError.damaged("the link current is gone")) {
            try scratch.installed()
        }
    }
}
