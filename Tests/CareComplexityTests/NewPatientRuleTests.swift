import CareComplexity
import CareModel
import Testing

@Suite("The rule of new patients")
struct NewPatientRuleTests {
    /// When a patient was last seen, a visit, and what the patient then is.
    struct Case: Sendable, CustomTestStringConvertible {
        let lastSeen: String?
        let visit: String
        let status: PatientStatus

        var testDescription: String {
            "seen \(lastSeen ?? "never"), visit \(visit): \(status.rawValue)"
        }

        static let all = [
            Case(lastSeen: nil, visit: "2026-11-23", status: .new),
            // pricing.md names these two days.
            Case(lastSeen: "2023-11-23", visit: "2026-11-23", status: .established),
            Case(lastSeen: "2023-11-23", visit: "2026-11-24", status: .new),
            Case(lastSeen: "2026-11-20", visit: "2026-11-23", status: .established),
            Case(lastSeen: "2026-11-23", visit: "2026-11-23", status: .established),
            Case(lastSeen: "1999-01-01", visit: "2026-11-23", status: .new),
            // Three years before February 29 is, in a common year, February 28.
            Case(lastSeen: "2025-02-28", visit: "2028-02-29", status: .established),
            Case(lastSeen: "2025-02-27", visit: "2028-02-29", status: .new),
            // Three years before February 28 and March 1, 2027 the leap day lies between.
            Case(lastSeen: "2024-02-29", visit: "2027-02-28", status: .established),
            Case(lastSeen: "2024-02-29", visit: "2027-03-01", status: .new),
            // Across the end of a year.
            Case(lastSeen: "2023-12-31", visit: "2026-12-31", status: .established),
            Case(lastSeen: "2023-12-31", visit: "2027-01-01", status: .new),
        ]
    }

    @Test("looks back three years, the boundary day included", arguments: Case.all)
    func status(_ example: Case) throws {
        let lastSeen = try example.lastSeen.map { try #require(CalendarDate(isoText: $0)) }
        let visit = try #require(CalendarDate(isoText: example.visit))

        #expect(NewPatientRule(years: 3).status(lastSeen: lastSeen, on: visit) == example.status)
    }

    @Test("looks back as many years as its data says")
    func years() throws {
        let lastSeen = try #require(CalendarDate(isoText: "2024-11-23"))
        let visit = try #require(CalendarDate(isoText: "2026-11-24"))

        #expect(NewPatientRule(years: 2).status(lastSeen: lastSeen, on: visit) == .new)
        #expect(NewPatientRule(years: 3).status(lastSeen: lastSeen, on: visit) == .established)
    }
}
