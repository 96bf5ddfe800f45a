import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import SignedLists
import Testing

@Suite("A run")
struct RefreshRunTests {
    /// A desk where version 1 of the list is installed.
    private func deskWithVersionOne(
        etag: String? = nil
    ) throws -> (desk: RefreshDesk, manifest: [UInt8]) {
        let desk = try RefreshDesk()
        let manifest = try desk.publish(try RefreshDesk.list("45.10"), version: 1, etag: etag)
        try desk.runAndApprove()
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
        return (desk, manifest)
    }

    @Test("installs the next version, and a second run changes nothing")
    func next() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        let report = try desk.run()

        #expect(report.exit == .done)
        #expect(report.summary.hasPrefix("harbor updated to version 2 (1 file); snapshot "))
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
        let again = try desk.run()
        #expect(again.exit == .done)
        #expect(again.summary.hasPrefix("harbor unchanged; snapshot "))
        #expect(again.snapshot == report.snapshot)
    }

    @Test("asks for the list alone where nothing changed, and proves what is installed anew")
    func unchanged() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(
            try RefreshDesk.list("46.20"),
            version: 2,
            previous: first,
            etag: "\"two\""
        )
        _ = try desk.run()
        let before = desk.web.asked.count
        #expect(try desk.run().exit == .done)
        #expect(desk.web.asked.count == before + 1)
        #expect(desk.web.asked.last?.ifNoneMatch == "\"two\"")

        // The key is revoked meanwhile: "nothing changed" is no proof.
        try desk.trust([TrustedKey.of(desk.signer, revokedOn: "2026-11-26")])
        #expect(try desk.run().exit == .proofRefused)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("refuses an older version, and another list under the same version, and keeps what is")
    func older() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        _ = try desk.run()
        _ = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        let report = try desk.run()
        #expect(report.exit == .proofRefused)
        #expect(report.lines[0].contains("version 1 is older than the installed 2"))
        #expect(report.lines[0].contains("; kept version 2 of 2026-11-27; "))

        _ = try desk.publish(try RefreshDesk.list("46.30"), version: 2, previous: first)
        let fork = try desk.run()
        #expect(fork.exit == .proofRefused)
        #expect(fork.lines[0].contains("TWO DIFFERENT LISTS ARE SIGNED AS VERSION 2"))
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("installs nothing where one byte of a file is another, and asks once more for it")
    func otherByte() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        let url = RefreshDesk.url + RefreshDesk.schedule
        desk.web.serve(try RefreshDesk.list("46.30"), at: url)
        let before = desk.web.asked.count
        let report = try desk.run()

        #expect(report.exit == .proofRefused)
        #expect(report.lines[0].contains("is not the file whose SHA-256 is signed"))
        #expect(desk.web.asked.dropFirst(before).map(\.url).suffix(2) == [url, url])
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
    }

    @Test("does not install what a rollback left, and installs the version after it")
    func rollback() throws {
        let (desk, first) = try deskWithVersionOne()
        let second = try desk.publish(
            try RefreshDesk.list("46.20"),
            version: 2,
            previous: first
        )
        let left = try #require(try desk.run().snapshot)
        let back = try desk.with { run, store in
            run.rollback(to: nil, reason: "wrong year", in: store)
        }
        #expect(back.exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
        let barred = try desk.run()
        #expect(barred.exit == .done)
        #expect(
            barred.lines == [
                "harbor: version 2 was rolled back on 2026-11-27 (wrong year) and is not "
                    + "installed by itself again; kept version 1 of 2026-11-27; carequote-refresh "
                    + "rollback --to \(left.prefix(12)) --reason WHY brings it back"
            ]
        )
        _ = try desk.publish(try RefreshDesk.list("46.30"), version: 3, previous: second)
        #expect(try desk.run().exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.30"))
    }

    @Test("fetches anew what is damaged on disk, and never goes below its version")
    func damaged() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        let snapshot = try #require(try desk.run().snapshot)
        let file = "\(desk.path)/snapshots/\(snapshot)/tables/\(RefreshDesk.schedule)"
        try Data([0x20]).write(to: URL(filePath: file))
        #expect(try desk.installed() == RefreshDesk.list("45.10"))

        // The older list is no way out.
        _ = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        #expect(try desk.run().exit == .proofRefused)
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        #expect(try desk.run().exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("ends where the clock stands before the last run")
    func clock() throws {
        let (desk, _) = try deskWithVersionOne()
        desk.web.now = .spelled("2026-11-27T02:29:59Z")
        let before = desk.web.asked.count
        let report = try desk.run()
        #expect(report.exit == .configuration)
        #expect(report.lines[0].hasSuffix("check the clock"))
        #expect(desk.web.asked.count == before)
    }

    @Test("stops before it installs where it is told to end", arguments: [RefreshExit.terminated])
    func ended(_ ending: RefreshExit) throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        desk.web.ending = ending
        #expect(try desk.run().exit == ending)
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
    }

    @Test("needs as many different keys as the configuration says")
    func keys() throws {
        let desk = try RefreshDesk()
        _ = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        let report = try desk.run(try desk.terms(keysRequired: 2))
        #expect(report.exit == .proofRefused)
        #expect(report.lines[0].hasPrefix("harbor: 1 of 2 required signatures count"))
    }

    @Test("approves only what was compared with the list that is installed now")
    func approval() throws {
        let (desk, first) = try deskWithVersionOne()
        // A jump of more than 1,000 versions waits for a person.
        let far = try desk.publish(
            try RefreshDesk.list("46.20"),
            version: 1_500,
            previous: first
        )
        #expect(try desk.run().exit == .held)
        let id = try desk.with { _, store in try store.heldIDs()[0] }
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
        let wrong = try desk.with { run, store in
            run.approve(String(id.prefix(7)), reason: "too short a name", in: store)
        }
        #expect(wrong.exit == .usage)
        let approved = try desk.with { run, store in
            run.approve(String(id.prefix(8)), reason: "confirmed", in: store)
        }
        #expect(approved.exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
        #expect(SHA256Digest(of: far).description.count == 64)
        #expect(try desk.with { _, store in try store.heldIDs() } == [])
    }

    @Test("does not hold again what was rejected")
    func rejection() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1_500, previous: first)
        #expect(try desk.run().exit == .held)
        let rejected = try desk.with { run, store in
            run.reject(try store.heldIDs()[0], reason: "not ours", in: store)
        }
        #expect(rejected.exit == .done)
        #expect(try desk.run().exit == .done)
        #expect(try desk.with { _, store in try store.heldIDs() } == [])
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
    }

    @Test("refuses another list under the version that a rollback left behind")
    func forkAfterRollback() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        _ = try desk.run()
        _ = try desk.with { run, store in
            run.rollback(to: nil, reason: "wrong year", in: store)
        }
        _ = try desk.publish(try RefreshDesk.list("46.30"), version: 2, previous: first)
        let report = try desk.run()
        #expect(report.exit == .proofRefused)
        #expect(report.lines[0].contains("TWO DIFFERENT LISTS ARE SIGNED AS VERSION 2"))
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
    }

    @Test("holds a single list that is not pinned, and notes where it came from")
    func singleList() throws {
        let desk = try RefreshDesk()
        let url = "https://acme.test/ppo.csv"
        desk.web.serve(try RefreshDesk.list("46.20"), at: url)
        let terms = try desk.terms(csv: url, pinned: nil)
        let first = try desk.run(terms)
        #expect(first.exit == .held)
        let again = try desk.run(terms)
        #expect(again.exit == .held)
        let approved = try desk.with(terms) { run, store in
            let ids = try store.heldIDs()
            #expect(ids.count == 1)
            return run.approve(ids[0], reason: "read aloud by phone", in: store)
        }
        #expect(approved.exit == .done)
        let installed = try #require(try InstalledTables.read(store: desk.path)?.snapshot)
        #expect(installed.tables[RefreshDesk.schedule] == (try RefreshDesk.list("46.20")))
        let note = String(
            decoding: installed.tables["schedules/acme-ppo-2026.json"] ?? [],
            as: UTF8.self
        )
        #expect(note.contains("\"address\": \"https://acme.test/ppo.csv\""))
        #expect(note.contains("\"retrievedOn\": \"2026-11-27\""))
        #expect(note.contains("\"payer\": \"Acme Health (fictional)\""))
        #expect(try desk.run(terms).exit == .done)
    }

    @Test("approves nothing that the configuration refuses by now")
    func approvalByConfiguration() throws {
        let desk = try RefreshDesk()
        let url = "https://acme.test/ppo.csv"
        desk.web.serve(try RefreshDesk.list("46.20"), at: url)
        #expect(try desk.run(try desk.terms(csv: url, pinned: nil)).exit == .held)
        let other = SHA256Digest(of: try RefreshDesk.list("45.10"))
        let refused = try desk.with(try desk.terms(csv: url, pinned: other)) { run, store in
            run.approve(try store.heldIDs()[0], reason: "held before it was pinned", in: store)
        }
        #expect(refused.exit == .proofRefused)
        #expect(try desk.installed() == nil)
    }

    @Test("goes back to a snapshot that was left, where it is named")
    func undoRollback() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        let second = try #require(try desk.run().snapshot)
        _ = try desk.with { run, store in
            run.rollback(to: nil, reason: "the wrong button", in: store)
        }
        let undone = try desk.with { run, store in
            run.rollback(to: String(second.prefix(12)), reason: "undo", in: store)
        }
        #expect(undone.exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("does not go back to a list whose key was revoked since")
    func rollbackProof() throws {
        let (desk, first) = try deskWithVersionOne()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        _ = try desk.run()
        try desk.trust([TrustedKey.of(desk.signer, revokedOn: "2026-11-26")])
        let back = try desk.with { run, store in
            run.rollback(to: nil, reason: "back", in: store)
        }
        #expect(back.exit == .proofRefused)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("is not locked out by a run under a wrong clock")
    func clockSetRight() throws {
        let (desk, first) = try deskWithVersionOne()
        let right = desk.web.now
        desk.web.now = .spelled("2027-03-01T00:00:00Z")
        for name in ["manifest.json", "manifest.json.sig"] {
            desk.web.answers[RefreshDesk.url + name] = [
                .success(
                    DownloadAnswer(
                        status: 200,
                        headers: [("date", "Fri, 27 Nov 2026 02:30:00 GMT")],
                        body: [0x7B]
                    )
                )
            ]
        }
        #expect(try desk.run().exit == .configuration)
        desk.web.now = right
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        #expect(try desk.run().exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("refuses a single list that is not the pinned one, after asking once more")
    func pinned() throws {
        let desk = try RefreshDesk()
        let url = "https://acme.test/ppo.csv"
        desk.web.serve(try RefreshDesk.list("46.20"), at: url)
        let digest = SHA256Digest(of: try RefreshDesk.list("45.10"))
        let report = try desk.run(try desk.terms(csv: url, pinned: digest))
        #expect(report.exit == .proofRefused)
        #expect(desk.web.asked.map(\.refetches) == [false, true])
        #expect(try desk.installed() == nil)
    }
}
