import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import PriceTableFiles
import SignedLists
import Testing

@Suite("What a person takes back")
struct TakenBackTests {
    private func desk() throws -> (desk: RefreshDesk, manifest: [UInt8]) {
        let desk = try RefreshDesk()
        return (desk, try desk.install([RefreshDesk.schedule: try RefreshDesk.list("45.10")]))
    }

    @Test("is a rejection: the same list is held anew by the next run")
    func rejection() throws {
        let (desk, first) = try desk()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1_500, previous: first)
        _ = try desk.run()
        let id = try desk.with { _, store in try store.heldIDs()[0] }
        _ = try desk.with { run, store in run.reject(id, reason: "not ours", in: store) }
        let barred = try desk.run()
        #expect(barred.exit == .done)
        #expect(
            barred.lines.last
                == "harbor: version 1500 was rejected on 2026-11-27 (not ours) and is not installed "
                + "by itself again; kept version 1 of 2026-11-27; carequote-refresh reject "
                + "\(id.prefix(12)) --undo --reason WHY takes that back"
        )
        let wrong = try desk.with { run, store in
            run.undoRejection("0123456789", reason: "ours", in: store)
        }
        #expect(wrong.exit == .usage)
        #expect(
            wrong.lines == [
                "'0123456789' is not the beginning of one rejected candidate. "
                    + "Write one of: \(id.prefix(12))"
            ]
        )
        let undone = try desk.with { run, store in
            run.undoRejection(String(id.prefix(8)), reason: "ours after all", in: store)
        }
        #expect(undone.exit == .done)
        // It does not wait yet, and it will.
        let soon = try desk.with { run, store in run.approve(id, reason: "ours", in: store) }
        #expect(soon.exit == .usage)
        #expect(
            soon.lines == [
                "'\(id)' is not the beginning of one candidate. None waits. Its rejection was taken "
                    + "back: carequote-refresh run looks at the list anew, and tells what waits then"
            ]
        )
        let last = try desk.with { _, store in store.log.entries.last }
        #expect(last?.event == "rejectionUndone")
        #expect(last?.text("reason") == "ours after all")
        #expect(try desk.run().exit == .held)
        #expect(try desk.with { _, store in try store.heldIDs() } == [id])
    }

    @Test("is told to one who approves what was decided about before")
    func approvedLate() throws {
        let (desk, first) = try desk()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1_500, previous: first)
        _ = try desk.run()
        let id = try desk.with { _, store in try store.heldIDs()[0] }
        func approve() throws -> String? {
            try desk.with { run, store in run.approve(id, reason: "ours", in: store) }.lines.last
        }
        _ = try desk.with { run, store in run.reject(id, reason: "not ours", in: store) }
        #expect(
            try approve()
                == "'\(id)' is not the beginning of one candidate. None waits. Its list was rejected "
                + "on 2026-11-27 (not ours) and is not installed by itself again; carequote-refresh "
                + "reject \(id.prefix(12)) --undo --reason WHY takes that back"
        )
        _ = try desk.with { run, store in run.undoRejection(id, reason: "ours", in: store) }
        _ = try desk.run()
        _ = try approve()
        let left = try #require(try desk.with { _, store in try store.currentID() })
        _ = try desk.with { run, store in run.rollback(to: nil, reason: "back", in: store) }
        #expect(
            try approve()
                == "'\(id)' is not the beginning of one candidate. None waits. Its list was rolled "
                + "back on 2026-11-27 (back) and is not installed by itself again; carequote-refresh "
                + "rollback --to \(left.prefix(12)) --reason WHY brings it back"
        )
    }

    @Test("is a first list: the tables' own prices count again, and it does not come by itself")
    func uninstalled() throws {
        let (desk, _) = try desk()
        let alone = try desk.with { run, store in
            run.rollback(to: nil, reason: "back", in: store)
        }
        #expect(alone.exit == .usage)
        #expect(
            alone.lines == [
                "no earlier snapshot was installed. Write --to none to go back to the tables' own "
                    + "prices"
            ]
        )
        let before = try #require(try desk.with { _, store in try store.currentID() })
        let wrong = try desk.with { run, store in
            run.uninstall("acme", reason: "wrong name", in: store)
        }
        #expect(wrong.lines == ["nothing is installed of 'acme'. Write one of: harbor"])
        let report = try desk.with { run, store in
            run.uninstall(nil, reason: "the trial is over", in: store)
        }
        #expect(report.exit == .done)
        #expect(report.lines == ["took out harbor; left \(before.prefix(12)) behind"])
        // A set without lists is installed: readers go by it, and none is damaged.
        let installed = try #require(try InstalledTables.read(store: desk.path))
        #expect(installed.snapshot.files.isEmpty)
        #expect(installed.fallback == nil)
        let barred = try desk.run()
        #expect(barred.exit == .done)
        #expect(
            barred.lines == [
                "harbor: version 1 was rolled back on 2026-11-27 (the trial is over) and is not "
                    + "installed by itself again; nothing was installed; carequote-refresh rollback "
                    + "--to \(before.prefix(12)) --reason WHY brings it back"
            ]
        )
        let last = try desk.with { _, store in
            store.log.entries.last { $0.event == "rolledBack" }
        }
        #expect(last?.text("reason") == "the trial is over")
        #expect(last?.text("left") == before)
        let back = try desk.with { run, store in
            run.rollback(to: String(before.prefix(12)), reason: "it goes on", in: store)
        }
        #expect(back.exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
    }

    @Test("is known by its version also when nothing of it is installed")
    func fork() throws {
        let (desk, _) = try desk()
        _ = try desk.with { run, store in run.uninstall("harbor", reason: "over", in: store) }
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 1)
        let report = try desk.run()
        #expect(report.exit == .proofRefused)
        #expect(report.lines[0].contains("TWO DIFFERENT LISTS ARE SIGNED AS VERSION 1"))
    }

    @Test("never bars what is installed, where a rollback was broken off before it went back")
    func brokenOff() throws {
        let (desk, first) = try desk()
        _ = try desk.publish(try RefreshDesk.list("46.20"), version: 2, previous: first)
        let snapshot = try #require(try desk.run().snapshot)
        try desk.with { _, store in
            let record = try store.snapshot(snapshot).record
            try store.bar(
                try #require(record.sources.first).digest,
                [.init("event", .text("rolled back"))]
            )
        }
        // The table is lost, too: it could not be mended while its list is barred.
        let file = "\(desk.path)/snapshots/\(snapshot)/tables/\(RefreshDesk.schedule)"
        try FileManager.default.removeItem(atPath: file)
        #expect(try desk.run().exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("names the file that a list was imported from as its origin")
    func imported() throws {
        let desk = try RefreshDesk()
        let url = "https://acme.test/ppo.csv"
        desk.web.serve(try RefreshDesk.list("46.20"), at: url)
        let all = try desk.terms(csv: url, pinned: SHA256Digest(of: try RefreshDesk.list("46.20")))
        let terms = all.only(all.sources[0], from: "/media/usb/acme-2026.csv")
        #expect(try desk.run(terms).exit == .held)
        let note = try desk.with { _, store in
            let tables = try store.heldCandidate(try store.heldIDs()[0]).offered.tables
            return String(
                decoding: tables["schedules/acme-ppo-2026.json"] ?? [],
                as: UTF8.self
            )
        }
        #expect(note.contains("\"address\": \"file:///media/usb/acme-2026.csv\""))
        let last = try desk.with { _, store in store.log.entries.last { $0.event == "checked" } }
        #expect(last?.text("importedFrom") == "/media/usb/acme-2026.csv")
    }
}
