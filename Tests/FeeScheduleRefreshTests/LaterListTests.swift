import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import SignedLists
import Testing

@Suite("A list for days to come")
struct LaterListTests {
    private func desk() throws -> RefreshDesk {
        let desk = try RefreshDesk()
        let first = try desk.install([RefreshDesk.schedule: try RefreshDesk.list("45.10")])
        _ = try desk.publish(
            files: [RefreshDesk.schedule: try RefreshDesk.list("46.20")],
            version: 2,
            previous: first,
            effective: "2027-01-01"
        )
        return desk
    }

    @Test("prices nothing before its day, and is installed by the first run from that day on")
    func waits() throws {
        let desk = try desk()
        for time in ["2026-11-27T02:30:00Z", "2026-12-31T23:59:59Z"] {
            desk.web.now = .spelled(time)
            #expect(try desk.run().exit == .held, "\(time)")
            #expect(try desk.installed() == RefreshDesk.list("45.10"), "\(time)")
        }
        #expect(
            try desk.reasons() == [
                "the list is for visits from 2027-01-01 on, and today is 2026-11-27. It is not "
                    + "installed by itself before that day; approve it only if it may count at once"
            ]
        )
        desk.web.now = .spelled("2027-01-01T02:30:00Z")
        #expect(try desk.run().exit == .done)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
        #expect(try desk.run().exit == .done)
        #expect(try desk.with { _, store in try store.heldIDs() } == [])
    }

    @Test("counts at once where a person says so")
    func approved() throws {
        let desk = try desk()
        #expect(try desk.run().exit == .held)
        try desk.approve()
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }
}
