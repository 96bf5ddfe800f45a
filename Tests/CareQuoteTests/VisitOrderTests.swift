import CareQuote
import Testing

@Suite("The visits of a quote")
struct VisitOrderTests {
    private let practice: Practice

    init() throws {
        practice = try Practice()
    }

    @Test("are numbered in order of date, whatever the order of the request")
    func order() throws {
        let quote = try practice.estimator.quote([
            practice.visit("2026-07-06", practice.exercise),
            practice.visit("2026-06-29", practice.adjustment),
            practice.visit("2027-01-04", practice.reExam),
            practice.visit("2026-12-28", practice.exam),
        ])

        #expect(
            quote.visits.map(\.date.description) == [
                "2026-06-29", "2026-07-06", "2026-12-28", "2027-01-04",
            ]
        )
        #expect(quote.visits.map(\.number) == [1, 2, 3, 4])
        // The self-pay prices of the adjustment, the exercise and the two exams.
        #expect(quote.visits.map(\.amounts.patientPays.cents) == [60_00, 40_00, 125_00, 70_00])
        #expect(quote.today == Money(cents: 60_00))
    }

    @Test("of one date stay in the order of the request")
    func sameDate() throws {
        let quote = try practice.estimator.quote([
            practice.visit("2026-06-29", practice.exercise),
            practice.visit("2026-06-29", practice.adjustment),
            practice.visit("2026-06-22", practice.reExam),
            practice.visit("2026-06-29", practice.exam),
        ])

        #expect(
            quote.visits.map { $0.lines.first?.priced.line.service } == [
                practice.reExam, practice.exercise, practice.adjustment, practice.exam,
            ]
        )
    }

    @Test("of services are new or a re-evaluation only where they hold an exam")
    func kindsOfServices() throws {
        let quote = try practice.estimator.quote([
            practice.visit("2026-06-01", practice.exam, practice.adjustment),
            practice.visit("2026-06-08", practice.adjustment),
            practice.visit("2026-06-15", practice.adjustment, practice.reExam),
        ])

        #expect(quote.visits.map(\.kind) == [.new, .followUp, .reEvaluation])
        let later = try practice.estimator.quote([
            practice.visit("2026-06-08", practice.adjustment),
            practice.visit("2026-06-15", practice.adjustment, kind: .reEvaluation),
        ])
        #expect(later.visits.map(\.kind) == [.followUp, .reEvaluation])
    }

    /// When a patient was last seen, and what the first of two sessions then is.
    struct Patient: Sendable, CustomTestStringConvertible {
        let lastSeen: String?
        let date: String
        var kind: VisitKind?
        let expected: VisitKind
        /// The first visit's exam.
        let exam: String?

        var testDescription: String {
            "seen \(lastSeen ?? "never"), visit \(date), \(kind?.rawValue ?? "kind derived")"
        }

        // pricing.md: seen on 2023-11-23, a visit on 2026-11-23 is still established, one on
        // 2026-11-24 is new.
        static let all = [
            Patient(lastSeen: nil, date: "2026-11-23", expected: .new, exam: "exam-new"),
            Patient(lastSeen: "2023-11-23", date: "2026-11-23", expected: .followUp, exam: nil),
            Patient(lastSeen: "2023-11-23", date: "2026-11-24", expected: .new, exam: "exam-new"),
            Patient(
                lastSeen: "2023-11-23",
                date: "2026-11-23",
                kind: .new,
                expected: .new,
                exam: "exam-established"
            ),
            Patient(
                lastSeen: "2023-11-23",
                date: "2026-11-24",
                kind: .new,
                expected: .new,
                exam: "exam-new"
            ),
            Patient(
                lastSeen: nil,
                date: "2026-11-23",
                kind: .followUp,
                expected: .followUp,
                exam: nil
            ),
            Patient(
                lastSeen: "2026-06-15",
                date: "2026-11-23",
                kind: .reEvaluation,
                expected: .reEvaluation,
                exam: "exam-established"
            ),
        ]
    }

    @Test("begin with the exam of a new or an established patient", arguments: Patient.all)
    func boundary(_ patient: Patient) throws {
        let lastSeen = patient.lastSeen.flatMap { CalendarDate(isoText: $0) }
        let quote = try practice.estimator.quote(
            [
                practice.session(patient.date, kind: patient.kind),
                practice.session("2026-11-30"),
            ],
            lastSeen: lastSeen.map { .on($0) } ?? .never
        )

        #expect(quote.visits.map(\.kind) == [patient.expected, .followUp])
        let services = quote.visits.map { visit in
            visit.lines.compactMap { $0.priced.line.service?.description }
        }
        #expect(
            services == [
                [patient.exam, "adjust-spine-3-4"].compactMap { $0 }, ["adjust-spine-3-4"],
            ]
        )
    }

    @Test("make an established patient of a new one")
    func secondExam() throws {
        let quote = try practice.estimator.quote(
            [practice.session("2026-11-23"), practice.session("2026-11-30", kind: .new)],
            lastSeen: .never
        )

        #expect(
            quote.visits.map { $0.lines.first?.priced.line.service } == [
                practice.exam, practice.reExam,
            ]
        )
    }

    @Test("cannot be made up where nobody knows when the patient was last seen")
    func notStated() throws {
        let visits = [try practice.session("2026-11-23"), try practice.session("2026-11-30")]
        let error = #expect(throws: QuoteProblems.self) { try practice.estimator.quote(visits) }

        #expect(error?.problems == [.unknownLastSeen(place: visits[0].place)])
        let followUp = [try practice.session("2026-11-23", kind: .followUp)]
        #expect(try practice.estimator.quote(followUp).totals.patientPays == Money(cents: 60_00))
    }

    @Test("cannot be made up without the clinic's table, or with regions that no band holds")
    func sessionProblems() throws {
        let visit = try practice.session("2026-11-23", regions: 5, kind: .followUp)
        let error = #expect(throws: QuoteProblems.self) { try practice.estimator.quote([visit]) }
        #expect(
            error?.problems == [
                .session(.noAdjustment(regions: 5), place: visit.place.appending("/session"))
            ]
        )

        let estimator = Estimator(
            catalog: practice.catalog,
            clinic: nil,
            schedules: [:],
            rules: practice.estimator.rules
        )
        let other = #expect(throws: QuoteProblems.self) { try estimator.quote([visit]) }
        #expect(other?.problems == [.noClinic(place: visit.place)])
    }
}
