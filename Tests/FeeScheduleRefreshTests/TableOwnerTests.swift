import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import SignedLists
import Testing

@Suite("Whoever sets a table")
struct TableOwnerTests {
    private let schedule = [RefreshDesk.schedule]

    private func desk() throws -> (desk: RefreshDesk, manifest: [UInt8]) {
        let desk = try RefreshDesk()
        let list = try RefreshDesk.table(RefreshDesk.schedule)
        return (desk, try desk.install([RefreshDesk.schedule: list]))
    }

    @Test("waits for a person when it is another from now on, even with the same prices")
    func takesOver() throws {
        let (desk, first) = try desk()
        _ = try desk.publish(
            files: [
                RefreshDesk.schedule: try RefreshDesk.table(RefreshDesk.schedule),
                RefreshDesk.bluebird: try RefreshDesk.table(RefreshDesk.bluebird),
            ],
            version: 2,
            previous: first
        )
        #expect(try desk.run().exit == .held)
        #expect(
            try desk.reasons() == [
                "schedules/bluebird-2026.csv: this source sets it for the first time, in place of "
                    + "the one that quotes read now. Ask whether it is to set it from now on"
            ]
        )
        try desk.approve()
        let tables = try #require(try InstalledTables.read(store: desk.path)).snapshot.tables
        #expect(tables.keys.sorted() == [RefreshDesk.schedule, RefreshDesk.bluebird])
    }

    @Test("is nobody else where what it installed is damaged, and it does not answer")
    func damaged() throws {
        let (desk, _) = try desk()
        let id = try #require(try InstalledTables.read(store: desk.path)).snapshot.id
        let table = "\(desk.path)/snapshots/\(id)/tables/\(RefreshDesk.schedule)"
        try Data([0x20]).write(to: URL(filePath: table))
        let url = "https://acme.test/list.csv"
        desk.web.answers = [:]
        desk.web.serve(try RefreshDesk.list("45.20"), at: url)
        let own = try desk.terms()
        let both = RefreshTerms(
            sources: try desk.terms(csv: url, pinned: nil).sources + own.sources,
            tables: own.tables,
            client: .own,
            released: .spelled("2026-11-26T00:00:00Z")
        )
        let report = try desk.run(both)
        #expect(
            report.lines.contains { line in
                line.contains("\(RefreshDesk.schedule), which harbor provides")
            },
            "\(report.lines)"
        )
        #expect(try desk.held() == [])
    }

    @Test("waits for a person when it ceases to, and the tables' own would count again")
    func givesBack() throws {
        let desk = try RefreshDesk()
        let list = try RefreshDesk.table(RefreshDesk.schedule)
        let first = try desk.install([
            RefreshDesk.schedule: list,
            RefreshDesk.bluebird: try RefreshDesk.table(RefreshDesk.bluebird),
        ])
        _ = try desk.publish(files: [RefreshDesk.schedule: list], version: 2, previous: first)
        #expect(try desk.run().exit == .held)
        #expect(
            try desk.reasons() == [
                "schedules/bluebird-2026.csv: this source sets it no more, and the tables' own one "
                    + "would count again. Ask the publisher whether that is meant"
            ]
        )
    }

    @Test("sets no table of another payer than the one that it signs for")
    func channel() throws {
        let desk = try RefreshDesk()
        let channel = try #require(FeeChannel(group: "harbor", payer: "acme", state: "CA"))
        _ = try desk.publish(
            files: [
                RefreshDesk.schedule: try RefreshDesk.table(RefreshDesk.schedule),
                RefreshDesk.bluebird: try RefreshDesk.table(RefreshDesk.bluebird),
            ],
            version: 1,
            channel: channel
        )
        let terms = RefreshTerms(
            sources: [
                SourceConfiguration(
                    id: "harbor",
                    kind: .bundle(channel: channel, keysRequired: 1),
                    url: RefreshDesk.url
                )
            ],
            tables: try desk.terms().tables,
            client: .own,
            released: .spelled("2026-11-26T00:00:00Z")
        )
        let report = try desk.run(terms)
        #expect(report.exit == .proofRefused)
        #expect(
            report.lines == [
                "harbor: the list is for harbor/acme/CA and names schedules/bluebird-2026.csv, "
                    + "which that channel may not set (channel); nothing was installed; ask the "
                    + "publisher for a list of its own clinics and payer alone"
            ]
        )
        #expect(try desk.with { _, store in try store.heldIDs() } == [])
    }

    @Test("is named by its tables where a first list holds no prices")
    func firstWithoutPrices() throws {
        let desk = try RefreshDesk()
        _ = try desk.publish(
            files: [RefreshDesk.offers: try RefreshDesk.table(RefreshDesk.offers)],
            version: 1
        )
        #expect(try desk.run().exit == .held)
        #expect(
            try desk.reasons() == [
                "clinics/harbor-spine/offers.json: the first list of this source, for a clinic that "
                    + "has prices. Compare it with those"
            ]
        )
    }

    @Test("waits for a person with every term that changes")
    func terms() throws {
        let desk = try RefreshDesk()
        let offers = try RefreshDesk.table(RefreshDesk.offers)
        let first = try desk.install([RefreshDesk.offers: offers])
        let text = String(decoding: offers, as: UTF8.self)
        let changed = text.replacing("\"price\": \"99.00\"", with: "\"price\": \"89.00\"")
        #expect(changed != text)
        _ = try desk.publish(
            files: [RefreshDesk.offers: Array(changed.utf8)],
            version: 2,
            previous: first
        )
        #expect(try desk.run().exit == .held)
        #expect(
            try desk.reasons() == [
                "clinics/harbor-spine/offers.json: 1 term changes. A change of terms always waits "
                    + "for approval"
            ]
        )
    }
}
