import CareQuote
import TestSupport
import Testing

@Suite("The notices of a quote")
struct NoticeTests {
    private let practice: Practice

    init() throws {
        practice = try Practice()
    }

    private func notices(
        _ dates: String...,
        coverage: PatientCoverage? = nil,
        screened: Bool = true,
        assuming: Bool = false
    ) throws -> [Notice] {
        try practice.estimator.quote(
            dates.map { try practice.visit($0, practice.adjustment) },
            coverage: coverage,
            screened: screened,
            assumesPricesContinue: assuming
        )
        .notices
    }

    @Test("say that it is an estimate, and no more for a screened patient without insurance")
    func plain() throws {
        #expect(try notices("2026-06-01") == [.estimateOnly])
    }

    @Test("say that the screening was not recorded")
    func screening() throws {
        #expect(
            try notices("2026-06-01", screened: false) == [.estimateOnly, .screeningNotRecorded]
        )
    }

    @Test("say of a plan what is taken for granted")
    func insured() throws {
        #expect(
            try notices("2026-06-01", coverage: PatientCoverage()) == [
                .estimateOnly, .claimsInOrderOfDate, .verificationMissing, .selfPayCountsNowhere,
            ]
        )
    }

    // The quote is made on 2026-06-01; older than 7 days is flagged (documents.md).
    @Test(
        "flag a verification that is older than seven days",
        arguments: [
            ("2026-06-01", nil), ("2026-05-25", nil), ("2026-05-24", 8), ("2026-01-01", 151),
        ]
    )
    func stale(_ verified: String, _ days: Int?) throws {
        let on = CalendarDate.spelled(verified)
        let found = try notices(
            "2026-06-01",
            coverage: PatientCoverage(verification: PatientCoverage.Verification(on: on))
        )

        #expect(!found.contains(.verificationMissing))
        let stale = found.filter { if case .verificationStale = $0 { true } else { false } }
        #expect(stale == (days.map { [.verificationStale(on: on, days: $0)] } ?? []))
    }

    @Test("say once from when next year's terms are taken to be this year's")
    func nextYear() throws {
        let found = try notices(
            "2026-06-01",
            "2026-06-08",
            coverage: PatientCoverage(period: .contractYear(month: 6, day: 5))
        )

        #expect(found.contains(.nextYearTerms(from: .spelled("2026-06-05"))))
        #expect(found.count == 5)
    }

    @Test("say once of each price that it is taken to go on, and from when")
    func assumed() throws {
        let found = try notices(
            "2026-12-28",
            "2027-01-04",
            "2027-01-11",
            coverage: PatientCoverage(),
            assuming: true
        )
        let assumed = found.compactMap { notice -> String? in
            guard case .priceAssumed(let line, let date, let source) = notice else { return nil }
            return "\(line.name) \(date) \(source)"
        }

        // The row from 2026-07-01 is the fourth of rates.csv, below its header.
        #expect(assumed == ["adjust-spine-3-4 (98941) 2027-01-04 rates.csv:5"])
    }
}
