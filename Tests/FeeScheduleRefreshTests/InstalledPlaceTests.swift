import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import SignedLists
import Testing

@Suite("What is installed from a source")
struct InstalledPlaceTests {
    private static let charges = "clinics/harbor-spine/charges.csv"
    private static let selfPay = "clinics/harbor-spine/self-pay.csv"
    private static let plan = "plans/acme-ppo-1500.json"
    private static let url = "https://acme.test/list.csv"

    /// A desk where the list of charges is configured as the self-pay prices by mistake, and
    /// installed with an ETag, which an approval does not keep: so it is the second one.
    private func misplaced() throws -> (desk: RefreshDesk, list: [UInt8], right: RefreshTerms) {
        let desk = try RefreshDesk()
        let brief = "exam-new-brief,,110.00,"
        let list = try RefreshDesk.table(InstalledPlaceTests.charges)
        let earlier = try RefreshDesk.table(
            InstalledPlaceTests.charges,
            [brief: "exam-new-brief,,109.00,"]
        )
        func terms(at path: String, _ list: [UInt8]) throws -> RefreshTerms {
            desk.web.serve(list, at: InstalledPlaceTests.url, etag: "\"\(SHA256Digest(of: list))\"")
            let digest = SHA256Digest(of: list)
            return try desk.terms(csv: InstalledPlaceTests.url, at: path, pinned: digest)
        }
        try desk.runAndApprove(try terms(at: InstalledPlaceTests.selfPay, earlier))
        let wrong = try terms(at: InstalledPlaceTests.selfPay, list)
        #expect(try desk.run(wrong).exit == .done)
        #expect(try desk.installed(InstalledPlaceTests.selfPay) == list)
        #expect(try desk.run(wrong).exit == .done)
        #expect(desk.web.asked.last?.ifNoneMatch != nil)
        return (desk, list, try terms(at: InstalledPlaceTests.charges, list))
    }

    @Test("moves where the configuration names another place for the same list")
    func moves() throws {
        let (desk, list, right) = try misplaced()
        let before = desk.web.asked.count
        // Self-pay prices become those of the tables again: 95.00 for 110.00 is 13.6 % less.
        let report = try desk.run(right)
        #expect(desk.web.asked.dropFirst(before).map(\.ifNoneMatch) == [nil])
        #expect(report.exit == .held)
        #expect(try desk.installed(InstalledPlaceTests.selfPay) == list)

        try desk.runAndApprove(right)
        #expect(try desk.installed(InstalledPlaceTests.charges) == list)
        #expect(try desk.installed(InstalledPlaceTests.selfPay) == nil)
        #expect(try desk.run(right).summary.hasPrefix("acme unchanged; "))
    }

    @Test("waits for its move also through a run that reaches no server")
    func waits() throws {
        let (desk, _, right) = try misplaced()
        #expect(try desk.run(right).exit == .held)
        let waiting = try desk.held()
        desk.web.answers = [:]
        #expect(try desk.run(right).exit == .unavailable)
        #expect(try desk.held() == waiting)
    }

    @Test(
        "waits for its move also where it is damaged",
        arguments: ["tables/clinics/harbor-spine/self-pay.csv", "snapshot.json"]
    )
    func damaged(_ file: String) throws {
        let (desk, _, right) = try misplaced()
        let id = try #require(try InstalledTables.read(store: desk.path)).snapshot.id
        let path = URL(filePath: "\(desk.path)/snapshots/\(id)/\(file)")
        var bytes = Array(try Data(contentsOf: path))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: path)

        #expect(try desk.run(right).exit == .held)
        let words = try desk.reasons().joined(separator: "\n")
        #expect(words.contains(file == "snapshot.json" ? "is damaged" : "self-pay.csv"), "\(words)")
        try desk.approve(right)
        #expect(try desk.run(right).summary.hasPrefix("acme unchanged; "))
    }

    @Test("is installed anew without a person where it is damaged and stays in its place")
    func restored() throws {
        let (desk, list, _) = try misplaced()
        let id = try #require(try InstalledTables.read(store: desk.path)).snapshot.id
        let table = "tables/\(InstalledPlaceTests.selfPay)"
        let path = URL(filePath: "\(desk.path)/snapshots/\(id)/\(table)")
        try Data([0x20]).write(to: path)
        let terms = try desk.terms(
            csv: InstalledPlaceTests.url,
            at: InstalledPlaceTests.selfPay,
            pinned: SHA256Digest(of: list)
        )
        #expect(try desk.run(terms).exit == .done)
        #expect(try desk.installed(InstalledPlaceTests.selfPay) == list)
    }

    @Test("is fetched anew, what of it another source took over, whatever its ETag says")
    func takenOver() throws {
        let desk = try RefreshDesk()
        let list = try RefreshDesk.list("45.10")
        let plan = try RefreshDesk.table(InstalledPlaceTests.plan)
        let tables = [RefreshDesk.schedule: list, InstalledPlaceTests.plan: plan]
        // An approval keeps no ETag, the installation of the next version does.
        let earlier = [
            RefreshDesk.schedule: try RefreshDesk.list("45.00"), InstalledPlaceTests.plan: plan,
        ]
        let first = try desk.publish(earlier, version: 1)
        try desk.runAndApprove()
        _ = try desk.publish(tables, version: 2, previous: first, etag: "\"two\"")
        #expect(try desk.run().exit == .done)
        // A source of another name, alone in the configuration, takes the schedule over.
        let other = try RefreshDesk.list("45.20")
        desk.web.serve(other, at: InstalledPlaceTests.url)
        try desk.runAndApprove(
            try desk.terms(csv: InstalledPlaceTests.url, pinned: SHA256Digest(of: other))
        )
        #expect(try desk.installed() == other)
        #expect(try desk.installed(InstalledPlaceTests.plan) == plan)

        // The first one again: its list is the one that is installed, and not all of it is there.
        let before = desk.web.asked.count
        let report = try desk.run()
        #expect(report.exit == .done)
        #expect(report.summary.hasPrefix("harbor updated to version 2 "))
        let asked = desk.web.asked.dropFirst(before)
        #expect(asked.allSatisfy { $0.ifNoneMatch == nil })
        // The plan is there, and is not asked for again.
        #expect(
            asked.map { $0.url.replacing(RefreshDesk.url, with: "") }
                == ["manifest.json", "manifest.json.sig", RefreshDesk.schedule]
        )
        #expect(try desk.installed() == list)
        #expect(try desk.installed(InstalledPlaceTests.plan) == plan)
        #expect(try desk.run().summary.hasPrefix("harbor unchanged; "))
    }
}
