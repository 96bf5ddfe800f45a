import FeeScheduleRefresh
import FeeScheduleStore
import SignedLists
import Testing

@Suite("Terms that change")
struct ChangedTermsTests {
    private static let plan = "plans/acme-ppo-1500.json"
    private static let note = "schedules/acme-ppo-2026.json"
    private static let twenty = #""maximum": 20"#
    private static let twentyFour = #""maximum": 24"#

    private static let oneTerm =
        "\(plan): 1 term changes. A change of terms always waits for approval"

    /// A desk where version 1 of a list with these tables is installed.
    private func desk(
        _ tables: [String: [UInt8]]
    ) throws -> (desk: RefreshDesk, manifest: [UInt8]) {
        let desk = try RefreshDesk()
        let manifest = try desk.publish(tables, version: 1)
        try desk.runAndApprove()
        return (desk, manifest)
    }

    private func reasons(_ report: RunReport) -> [String] {
        guard case .held(_, let reasons) = report.outcomes.first?.result else { return [] }
        return reasons
    }

    @Test(
        "wait for a person, each plan with how many of its terms change",
        arguments: [
            ([ChangedTermsTests.twenty: ChangedTermsTests.twentyFour], "1 term changes"),
            // The deductible and the out-of-pocket limit.
            ([#""1500.00""#: #""1400.00""#, #""6000.00""#: #""6500.00""#], "2 terms change"),
        ]
    )
    func held(_ changes: [String: String], _ words: String) throws {
        let (desk, first) = try desk([
            RefreshDesk.schedule: RefreshDesk.list("45.10"),
            ChangedTermsTests.plan: RefreshDesk.table(ChangedTermsTests.plan),
        ])
        let changed = try RefreshDesk.table(ChangedTermsTests.plan, changes)
        _ = try desk.publish(
            // 2.4 % more for a service holds nothing by itself.
            [RefreshDesk.schedule: RefreshDesk.list("46.20"), ChangedTermsTests.plan: changed],
            version: 2,
            previous: first
        )
        let report = try desk.run()

        #expect(report.exit == .held)
        #expect(
            reasons(report)
                == [
                    "\(ChangedTermsTests.plan): \(words). A change of terms always waits for approval"
                ]
        )
        // Neither the terms nor the prices that came with them.
        #expect(try desk.installed(ChangedTermsTests.plan) != changed)
        #expect(try desk.installed() == RefreshDesk.list("45.10"))
        try desk.runAndApprove()
        #expect(try desk.installed(ChangedTermsTests.plan) == changed)
        #expect(try desk.installed() == RefreshDesk.list("46.20"))
    }

    @Test("wait also where a plan joins the list with other terms than those that quotes read")
    func joins() throws {
        let list = try RefreshDesk.list("45.10")
        let (desk, first) = try desk([RefreshDesk.schedule: list])
        let plan = try RefreshDesk.table(
            ChangedTermsTests.plan,
            [ChangedTermsTests.twenty: ChangedTermsTests.twentyFour]
        )
        _ = try desk.publish(
            [RefreshDesk.schedule: list, ChangedTermsTests.plan: plan],
            version: 2,
            previous: first
        )
        let report = try desk.run()

        #expect(report.exit == .held)
        #expect(reasons(report).contains(ChangedTermsTests.oneTerm))
        #expect(try desk.installed(ChangedTermsTests.plan) == nil)
    }

    @Test("wait where a plan leaves the list, and quotes would read that of the tables again")
    func leaves() throws {
        let list = try RefreshDesk.list("45.10")
        let plan = try RefreshDesk.table(
            ChangedTermsTests.plan,
            [ChangedTermsTests.twenty: ChangedTermsTests.twentyFour]
        )
        let (desk, first) = try desk([RefreshDesk.schedule: list, ChangedTermsTests.plan: plan])
        _ = try desk.publish(list, version: 2, previous: first)
        let report = try desk.run()

        #expect(report.exit == .held)
        #expect(reasons(report).contains(ChangedTermsTests.oneTerm))
        #expect(try desk.installed(ChangedTermsTests.plan) == plan)
    }

    @Test("are not the note of where a list comes from, which prices nothing")
    func originNote() throws {
        let list = try RefreshDesk.list("45.10")
        let note = try RefreshDesk.table(ChangedTermsTests.note)
        let (desk, first) = try desk([RefreshDesk.schedule: list, ChangedTermsTests.note: note])
        let changed = try RefreshDesk.table(
            ChangedTermsTests.note,
            ["Acme Health (fictional)": "Acme Health of California (fictional)"]
        )
        _ = try desk.publish(
            [RefreshDesk.schedule: list, ChangedTermsTests.note: changed],
            version: 2,
            previous: first
        )
        #expect(try desk.run().exit == .done)
        #expect(try desk.installed(ChangedTermsTests.note) == changed)
    }
}
