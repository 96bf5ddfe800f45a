import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import JSONText
import PriceTableFiles
import SignedLists
import TestSupport
import Testing

@Suite("A look at a store")
struct StoreLooksTests {
    private func desk() throws -> RefreshDesk {
        let desk = try RefreshDesk()
        _ = try desk.install([RefreshDesk.schedule: try RefreshDesk.list("45.10")])
        try change([TrustedKey.of(desk.signer)], "trustAdded", at: desk)
        return desk
    }

    /// Changes the trusted keys as the program does: the log first.
    private func change(_ keys: [TrustedKey], _ event: String, at desk: RefreshDesk) throws {
        try desk.with { _, store in
            let bytes = TrustedKeys(keys).write()
            try store.record(
                event,
                at: "2026-11-27T02:31:00Z",
                [
                    .init("name", .text("harbor-office")),
                    .init("keysSha256", .text(SHA256Digest(of: bytes).description)),
                ]
            )
            try store.replaceTrustedKeys(bytes)
        }
    }

    private func verify(_ desk: RefreshDesk, keysRequired: Int = 1) throws -> StoreVerification {
        try StoreVerification(
            try StoreView(path: desk.path),
            sources: try desk.terms(keysRequired: keysRequired).sources,
            released: .spelled("2026-11-26T00:00:00Z"),
            now: desk.web.now
        )
    }

    private func status(_ desk: RefreshDesk) throws -> StoreStatus {
        try StoreStatus(
            try StoreView(path: desk.path),
            sources: try desk.terms().sources,
            now: desk.web.now
        )
    }

    @Test("finds a damaged note that bars a list, whose file may be removed")
    func damagedNote() throws {
        let desk = try RefreshDesk()
        try change([TrustedKey.of(desk.signer)], "trustAdded", at: desk)
        _ = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        #expect(try desk.run().exit == .held)
        let id = try #require(try desk.held().first)
        let digest = try desk.with { _, store in try store.heldCandidate(id).digest }
        _ = try desk.with { run, store in run.reject(id, reason: "no", in: store) }
        let file = URL(filePath: "\(desk.path)/barred/\(digest).json")
        try Data([0x5B]).write(to: file)

        #expect(
            try verify(desk).findings == [
                "barred/\(digest).json is damaged, and bars the list of that SHA-256 all the same; "
                    + "remove the file to let the next run look at that list anew"
            ]
        )
        #expect(try verify(desk).exit == .storeFailed)
        #expect(try desk.run().exit == .done)
        #expect(try desk.held() == [])
        try FileManager.default.removeItem(at: file)
        #expect(try verify(desk).findings == [])
        #expect(try desk.run().exit == .held)
        #expect(try desk.held() == [id])
    }

    @Test("does not say that nothing is installed where what is cannot be read")
    func unreadable() throws {
        let desk = try desk()
        let id = try #require(try InstalledTables.read(store: desk.path)).snapshot.id
        let table = "\(desk.path)/snapshots/\(id)/tables/\(RefreshDesk.schedule)"
        try Data([0x20]).write(to: URL(filePath: table))
        #expect(try status(desk).text.contains("harbor: what is installed cannot be read\n"))
    }

    @Test("says of a damaged file what mends it, and that does")
    func damagedSnapshot() throws {
        let desk = try RefreshDesk()
        try change([TrustedKey.of(desk.signer)], "trustAdded", at: desk)
        let first = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        try desk.runAndApprove()
        let former = try #require(try InstalledTables.read(store: desk.path)).snapshot.id
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        let current = try #require(try desk.run().snapshot)
        try #require(current != former)
        for id in [former, current] {
            let table = "\(desk.path)/snapshots/\(id)/tables/\(RefreshDesk.schedule)"
            try Data([0x20]).write(to: URL(filePath: table))
        }

        let found = try verify(desk).findings
        #expect(found.count == 2)
        #expect(
            found.contains {
                $0.hasPrefix("snapshot \(current.prefix(12)): ")
                    && $0.hasSuffix("; the next carequote-refresh run installs it anew")
            }
        )
        #expect(
            found.contains {
                $0.hasPrefix("snapshot \(former.prefix(12)): ")
                    && $0.hasSuffix(
                        "; no quote reads it, and a rollback cannot choose it; remove the folder "
                            + "snapshots/\(former)"
                    )
            }
        )
        #expect(try desk.run().exit == .done)
        try FileManager.default.removeItem(atPath: "\(desk.path)/snapshots/\(former)")
        #expect(try verify(desk).findings == [])
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("finds nothing where all is well")
    func whole() throws {
        let desk = try desk()
        #expect(try verify(desk).findings == [])
        #expect(try verify(desk).exit == .done)
        #expect(try status(desk).warnings == [])
    }

    @Test("tells of a list whose key was revoked since it was installed")
    func revoked() throws {
        let desk = try desk()
        let revoked = try TrustedKey.of(desk.signer, revokedOn: "2026-11-27")
        try change([revoked], "trustRemoved", at: desk)
        let found = try verify(desk)
        #expect(found.exit == .proofRefused)
        #expect(found.findings.count == 1)
        #expect(
            found.findings[0].hasPrefix(
                "harbor: the proof of what is installed does not count any more: 0 of 1 required "
                    + "signatures count"
            )
        )
        #expect(found.findings[0].contains("was revoked on 2026-11-27"))
        #expect(try status(desk).warnings == found.findings)
        let json = String(decoding: try status(desk).json, as: UTF8.self)
        #expect(json.contains("\"proofRefused\": \"0 of 1 required signatures count"))
    }

    @Test("tells of a list whose last day is over, and of one that needs more keys by now")
    func ended() throws {
        let desk = try desk()
        let more = try verify(desk, keysRequired: 2)
        #expect(more.exit == .proofRefused)
        #expect(more.findings[0].contains("1 of 2 required signatures count"))
        desk.web.now = .spelled("2027-12-01T00:00:00Z")
        let found = try verify(desk)
        #expect(found.exit == .proofRefused)
        #expect(
            found.findings[0].contains("version 1 was for use through 2027-11-30, and today is")
        )
        #expect(try status(desk).warnings == found.findings)
    }

    @Test("tells of trusted keys that the audit log does not know")
    func keys() throws {
        let desk = try desk()
        let other = try TestSigner("stranger", seed: 7)
        try desk.trust([TrustedKey.of(desk.signer), TrustedKey.of(other)])
        let found = try verify(desk)
        #expect(found.exit == .storeFailed)
        #expect(
            found.findings == [
                "trust/keys.json: it is not the file that the audit log knows since "
                    + "2026-11-27T02:31:00Z. Compare trust list with the publishers; the next trust "
                    + "add or remove notes the file anew"
            ]
        )
        #expect(try status(desk).warnings == found.findings)
        try FileManager.default.removeItem(atPath: "\(desk.path)/trust/keys.json")
        #expect(try verify(desk).findings[0].hasPrefix("trust/keys.json: it is gone that") == false)
        #expect(try verify(desk).exit == .proofRefused)
    }

    @Test("tells of a revocation that was broken off after the log knew of it")
    func brokenRevocation() throws {
        let desk = try desk()
        try desk.with { _, store in
            try store.record(
                "trustRemoved",
                at: "2026-11-27T02:40:00Z",
                [
                    .init("name", .text("harbor-office")),
                    .init("keysSha256", .text(String(repeating: "0", count: 64))),
                ]
            )
        }
        #expect(
            try verify(desk).findings == [
                "trust/keys.json: revoking harbor-office on 2026-11-27T02:40:00Z was broken off. "
                    + "Do it again with carequote-refresh trust"
            ]
        )
        try desk.with { _, store in
            try store.record("trustUnchanged", at: "2026-11-27T02:41:00Z", [])
        }
        #expect(try verify(desk).findings == [])
    }

    @Test("tells of links, of files that others may write, and of those of another user")
    func permissions() throws {
        let desk = try desk()
        let link = "\(desk.path)/barred/linked"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/tmp")
        let log = "\(desk.path)/audit.jsonl"
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: log)
        let found = try verify(desk)
        #expect(found.exit == .storeFailed)
        #expect(
            found.findings == [
                "\(log) can be written to by others",
                "\(link) is a link, and only current may be one",
            ]
        )
    }

    @Test("tells how to mend a link that is a folder")
    func folderForLink() throws {
        let desk = try desk()
        let current = try #require(try desk.with { _, store in try store.currentID() })
        try FileManager.default.removeItem(atPath: "\(desk.path)/current")
        try FileManager.default.createDirectory(
            atPath: "\(desk.path)/current",
            withIntermediateDirectories: false
        )
        let found = try verify(desk)
        #expect(found.exit == .storeFailed)
        #expect(
            found.findings == [
                "\(desk.path)/current: is not a link to a snapshot; move it away, then "
                    + "ln -s snapshots/\(current) \(desk.path)/current"
            ]
        )
        let run = try desk.run()
        #expect(run.exit == .storeFailed)
        #expect(run.lines[0].hasSuffix("make the link anew as carequote-refresh verify says"))
    }

    @Test("says what a person decided after the last run")
    func decided() throws {
        let desk = try desk()
        let text = try status(desk).text
        #expect(text.contains("asked on 2026-11-27T02:30:00Z: held; approved on 2026-11-27T02:30"))
        _ = try desk.with { run, store in run.uninstall(nil, reason: "over", in: store) }
        let after = try status(desk).text
        #expect(after.contains("harbor: nothing is installed"))
        #expect(after.contains("; rolled back on 2026-11-27T02:30:00Z"))
        #expect(after.contains("barred: a list was rolled back on 2026-11-27 (over)"))
    }

    @Test("ahead tells machines what a run would do")
    func plan() throws {
        let desk = try desk()
        let first = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        _ = try desk.publish(try RefreshDesk.list("60.00"), version: 2, previous: first)
        let plan = try desk.with { run, store in run.plan(store, requests: [:]) }
        #expect(plan.exit == .held)
        let tree = try JSONTree(plan.json, maximumDepth: 8)
        guard case .list(let sources) = tree["sources"] else { return #expect(Bool(false)) }
        #expect(tree["exit"] == .number("10"))
        #expect(sources.count == 1)
        #expect(sources[0]["id"] == .text("harbor"))
        #expect(sources[0]["action"] == .text("hold"))
        #expect(sources[0]["version"] == .number("2"))
        #expect(
            sources[0]["differences"]
                == .list([
                    .text(
                        "schedules/acme-ppo-2026.csv: adjust-spine-3-4 from 2026-01-01: 45.10 "
                            + "becomes 60.00 (+33.0 %)"
                    )
                ])
        )
    }
}
