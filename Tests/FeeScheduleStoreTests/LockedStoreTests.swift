import CareModel
import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import TestSupport
import Testing

@Suite("A store")
struct LockedStoreTests {
    private let scratch = ScratchStore()
    private let first = ScratchStore.snapshot("41.00", version: 1)
    private let second = ScratchStore.snapshot("42.50", version: 2)

    @Test("is held by one run at a time, and says by which")
    func oneAtATime() throws {
        let holder = try scratch.open()
        #expect(throws: StoreOpenError.held(by: "process 1 since 2026-11-26T21:00:00Z")) {
            try LockedStore(path: scratch.path, holder: "process 2")
        }
        withExtendedLifetime(holder) {}
    }

    @Test("is free again when its holder is gone")
    func freeAgain() throws {
        _ = try scratch.open()
        _ = try scratch.open()
    }

    @Test("replaces a damaged snapshot of the same name instead of trusting it")
    func neverTrusted() throws {
        try scratch.install(first)
        try scratch.install(second)
        let file = "snapshots/\(first.id)/tables/schedules/acme-ppo-2026.csv"
        try scratch.write(Array("nonsense".utf8), to: file)
        try scratch.install(first)
        #expect(try scratch.installed()?.snapshot == first)
        #expect(try scratch.installed()?.fallback == nil)
    }

    @Test("sweeps what a broken run left in staging")
    func sweeps() throws {
        _ = try scratch.open()
        try FileManager.default.createDirectory(
            atPath: "\(scratch.path)/staging/abc/tables",
            withIntermediateDirectories: true
        )
        try scratch.write([1], to: "staging/abc/tables/x.csv")
        _ = try scratch.open()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/staging") == []
        )
    }

    @Test("keeps a candidate with all its files, and one for each source")
    func holds() throws {
        let store = try scratch.open()
        let earlier = candidate(of: first, base: nil)
        let later = candidate(of: second, base: nil)
        try store.hold(earlier)
        #expect(try store.heldCandidate(earlier.id) == earlier)
        try store.hold(later)
        #expect(try store.heldIDs() == [later.id])
        #expect(try store.heldCandidate(later.id) == later)
        try store.release(later.id)
        #expect(try store.heldIDs() == [])
    }

    @Test("names a candidate by its base too, so that what a person saw stays true")
    func boundToBase() {
        let ids = [nil, first.id, second.id].map { candidate(of: second, base: $0).id }
        #expect(Set(ids).count == 3)
    }

    @Test("refuses a candidate of which a byte was changed")
    func changedCandidate() throws {
        let store = try scratch.open()
        let candidate = candidate(of: first, base: nil)
        try store.hold(candidate)
        let file = "held/\(candidate.id)/tables/schedules/acme-ppo-2026.csv"
        try scratch.write(try scratch.bytes(file) + [0x20], to: file)
        #expect(throws: SnapshotDamage.self) { try store.heldCandidate(candidate.id) }
    }

    @Test("notes and forgets what is barred")
    func bars() throws {
        let store = try scratch.open()
        let digest = try #require(first.record.sources.first?.digest)
        #expect(try store.barred(digest) == nil)
        try store.bar(digest, [.init("reason", .text("wrong year"))])
        #expect(try store.barred(digest)?["reason"] == .text("wrong year"))
        try store.unbar(digest)
        #expect(try store.barred(digest) == nil)
    }

    /// Twelve snapshots are installed, one a month from 2025-01-15.
    ///
    /// On 2026-11-26 the last ten stay whatever their age. Of the other two, the first was current until 2025-02-15, 649 days before, and
    /// the second until 2025-03-15, 621 days before: with 400 days both go, with 630 the first.
    @Test(
        "prunes what is neither among the latest nor young",
        arguments: [(400, 2), (630, 1), (650, 0)]
    )
    func prunes(_ days: Int, _ removed: Int) throws {
        let all = (1...12).map { ScratchStore.snapshot("\(40 + $0).00", version: $0) }
        for (index, snapshot) in all.enumerated() {
            let month = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            try scratch.install(snapshot, at: "2025-\(month)-15T02:00:00Z")
        }
        let store = try scratch.open()
        let gone = try store.prune(
            asOf: .spelled("2026-11-26"),
            keepingLatest: 10,
            andDays: days
        )
        #expect(Set(gone) == Set(all.prefix(removed).map(\.id)))
        #expect(try store.snapshotIDs() == all.dropFirst(removed).map(\.id).sorted())
        #expect(try scratch.installed()?.snapshot == all.last)
    }

    private func candidate(of snapshot: Snapshot, base: String?) -> HeldCandidate {
        HeldCandidate(
            offered: snapshot,
            base: base,
            at: "2026-11-26T21:00:00Z",
            reasons: ["a price changes by 3.7 %"],
            differences: ["41.00 becomes 42.50"]
        )
    }
}
