import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("Medicare's fee schedule")
struct MedicareGapTests {
    // 1.00 × 1.000 units of work at 30.00.
    @Test("prices a code that has relative values, an index and a factor")
    func price() throws {
        let price = try MedicareFeeSchedule.small().price(
            of: .spelled("98941"),
            on: .spelled("2025-06-01")
        )

        #expect(price.amount == Money(cents: 30_00))
        #expect(price.reduced == nil)
        #expect(price.limitingCharge == Money(cents: 32_78))
        #expect(price.source.description == "rvu.csv:2")
    }

    // Work of 1.00 and practice expense of 1.00 at 30.00; half of the expense is 15.00.
    @Test("prints a reduced price for therapy alone")
    func reducedPrice() throws {
        let price = try MedicareFeeSchedule.small().price(
            of: .spelled("97110"),
            on: .spelled("2025-06-01")
        )

        #expect(price.amount == Money(cents: 60_00))
        #expect(price.reduced == Money(cents: 45_00))
    }

    @Test("says why there is no price", arguments: Gap.all)
    func gap(_ gap: Gap) throws {
        let schedule = MedicareFeeSchedule.small(hasIndex: gap.hasIndex)
        let error = #expect(throws: MedicareGap.self) {
            _ = try schedule.price(
                of: .spelled(gap.code),
                modifier: gap.modifier,
                on: .spelled(gap.date)
            )
        }

        #expect(error == gap.expected)
    }

    @Test(
        "prices the statuses that the law pays, and no other",
        arguments: ["A": true, "R": true, "T": true, "N": false, "B": false, "I": false]
    )
    func status(_ status: String, isPaid: Bool) {
        let schedule = MedicareFeeSchedule.small(status: status)
        let price = try? schedule.price(of: .spelled("98941"), on: .spelled("2025-06-01"))

        #expect((price != nil) == isPaid)
    }

    // The expense in a facility is a copy here, which leaves the price of an office alone.
    @Test("prices an office where only a facility's expense is a copy")
    func copiedFacility() throws {
        let price = try MedicareFeeSchedule.small().price(
            of: .spelled("97112"),
            on: .spelled("2025-06-01")
        )

        #expect(price.amount == Money(cents: 30_00))
    }

    @Test("keeps a part of a service apart from the whole")
    func modifier() throws {
        let schedule = MedicareFeeSchedule.small()
        let date = CalendarDate.spelled("2025-06-01")
        let part = try schedule.price(of: .spelled("72040"), modifier: Modifier("26"), on: date)

        #expect(part.amount == Money(cents: 30_00))
        #expect(throws: MedicareGap.noRelativeValue(release: "2025")) {
            _ = try schedule.price(of: .spelled("72040"), on: date)
        }
    }

    @Test("knows the release of a date and the last one before it")
    func releases() {
        let schedule = MedicareFeeSchedule.small()

        #expect(schedule.release(on: .spelled("2025-12-31"))?.id == "2025")
        #expect(schedule.release(on: .spelled("2026-01-01")) == nil)
        #expect(schedule.latestRelease(onOrBefore: .spelled("2026-01-01"))?.id == "2025")
        #expect(schedule.latestRelease(onOrBefore: .spelled("2024-12-31")) == nil)
    }
}

/// A question to which the fee schedule has no price, and the reason.
struct Gap: CustomTestStringConvertible {
    let testDescription: String
    var code = "98941"
    var modifier: Modifier?
    var date = "2025-06-01"
    var hasIndex = true
    let expected: MedicareGap

    static let all = [
        Gap(
            testDescription: "a date after the last release",
            date: "2026-01-01",
            expected: .noRelease(.spelled("2026-01-01"))
        ),
        Gap(
            testDescription: "a date before the first release",
            date: "2024-12-31",
            expected: .noRelease(.spelled("2024-12-31"))
        ),
        Gap(
            testDescription: "a date before the first conversion factor",
            date: "2025-01-01",
            expected: .noRelease(.spelled("2025-01-01"))
        ),
        Gap(
            testDescription: "a code that the release lacks",
            code: "99999",
            expected: .noRelativeValue(release: "2025")
        ),
        Gap(
            testDescription: "a status without a price, whatever its relative values",
            code: "98943",
            expected: .notPaid(status: "N", source: SourcePlace(file: "rvu.csv", row: 3))
        ),
        Gap(
            testDescription: "a practice expense that is a copy",
            code: "97150",
            expected: .notDoneInOffice(source: SourcePlace(file: "rvu.csv", row: 6))
        ),
        Gap(
            testDescription: "a locality that the release lacks",
            hasIndex: false,
            expected: .noLocality(release: "2025")
        ),
    ]
}

extension MedicareFeeSchedule {
    /// One release of 2025, every figure of it 1, at 30.00 from January 2.
    fileprivate static func small(
        status: String = "A",
        hasIndex: Bool = true
    ) -> MedicareFeeSchedule {
        func value(
            _ code: String,
            modifier: String = "",
            status: String = "A",
            expense: Int = 0,
            copied: Set<RelativeValue.Setting> = [],
            procedure: String = "0",
            row: Int
        ) -> RelativeValue {
            RelativeValue(
                code: .spelled(code),
                modifier: Modifier(modifier),
                status: status,
                work: 100,
                nonfacilityPracticeExpense: expense,
                facilityPracticeExpense: expense,
                malpractice: 0,
                copiedSettings: copied,
                multipleProcedure: procedure,
                place: SourcePlace(file: "rvu.csv", row: row)
            )
        }
        let index = GeographicIndex(
            work: 1_000,
            practiceExpense: 1_000,
            malpractice: 1_000,
            place: SourcePlace(file: "gpci.csv", row: 2)
        )
        let release = Release(
            id: "2025",
            from: .spelled("2025-01-01"),
            through: .spelled("2025-12-31"),
            index: hasIndex ? index : nil,
            values: [
                value("98941", status: status, row: 2),
                value("98943", status: "N", row: 3),
                value("97110", expense: 100, procedure: "5", row: 4),
                value("97112", copied: [.facility], row: 5),
                value("97150", copied: [.nonfacility, .facility], row: 6),
                value("72040", modifier: "26", row: 7),
            ]
        )
        let factor = DatedValue<ConversionFactor>.Entry(
            from: .spelled("2025-01-02"),
            value: ConversionFactor(tenThousandths: 300_000),
            source: "made up"
        )
        return MedicareFeeSchedule(
            locality: "00000-00",
            releases: [release],
            conversionFactors: DatedValue(entries: [factor]),
            formula: .law
        )
    }
}
