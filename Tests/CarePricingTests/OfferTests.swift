import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("A course of visits under an offer")
struct OfferTests {
    @Test("costs what its terms say", arguments: OfferedCase.worked)
    func worked(_ worked: OfferedCase) {
        let course = OfferedCourse(OfferedCase.course, under: worked.offer)

        #expect(course.used.map(\.cents) == worked.used)
        #expect(zip(course.lines, course.fees).map { $0.sum() + $1 } == course.used)
        #expect(course.paid == worked.payments)
        #expect(course.unusedUnits == worked.unused)
        #expect(course.payments.map(\.date) == course.payments.map(\.date).sorted())
    }

    @Test("is worked out for each kind")
    func everyKind() {
        #expect(Set(OfferedCase.worked.map(\.offer.kind)) == Set(Offer.Kind.allCases))
    }

    @Test("costs its own prices without one")
    func noOffer() {
        let course = OfferedCourse(OfferedCase.course)

        #expect(course.used.map(\.cents) == [190_00, 105_00, 65_00])
        #expect(
            course.paid == ["2026-11-02": 190_00, "2026-11-05": 105_00, "2026-12-03": 65_00]
        )
    }

    // 10 percent of 33.35 is 3.335, of two such lines 6.67; line by line it is 3.34 twice.
    @Test("rounds a discount half up, on each line")
    func roundsEachLine() {
        let visit = SelfPayVisit("2026-11-02", ["massage": 33_35, "manual-therapy": 33_35])
        let offer = Offer(.promptPay, .discount(.spelled("0.10")))

        #expect(OfferedCourse([visit], under: offer).used == [Money(cents: 60_02)])
    }

    // The tenth day after the first visit is in time, the eleventh is not: the third adjustment
    // has its own price, and one of the three is unused.
    @Test("counts what a package includes up to its last day")
    func expiry() {
        let visits = ["2026-11-02", "2026-11-12", "2026-11-13"].map {
            SelfPayVisit($0, ["adjust-spine-3-4": 65_00])
        }
        let offer = Offer(
            .package,
            including: ["adjust-spine-3-4": 3],
            .price(Money(cents: 150_00)),
            expiresAfterDays: 10
        )
        let course = OfferedCourse(visits, under: offer)

        #expect(course.used.map(\.cents) == [50_00, 50_00, 65_00])
        #expect(course.unusedUnits == 1)
        #expect(course.paid == ["2026-11-02": 150_00, "2026-11-13": 65_00])
    }

    // Two adjustments a month are included from the 31st to the day before the next month's day:
    // the third of January 31 to February 27 is paid, less 10 percent. The fees fall on January
    // 31 and February 28.
    @Test("starts a membership's included visits anew each month")
    func membershipMonths() {
        let dates = ["2026-01-31", "2026-02-10", "2026-02-27", "2026-02-28"]
        let visits = dates.map { SelfPayVisit($0, ["adjust-spine-3-4": 65_00]) }
        let offer = Offer(
            .membership,
            including: ["adjust-spine-3-4": 2],
            .monthly(fee: Money(cents: 99_00), discount: .spelled("0.10"))
        )
        let course = OfferedCourse(visits, under: offer)

        #expect(course.used.map(\.cents) == [99_00, 0, 58_50, 99_00])
        #expect(
            course.paid == ["2026-01-31": 99_00, "2026-02-27": 58_50, "2026-02-28": 99_00]
        )
    }

    // A month without a visit has its fee all the same: it is counted with the next visit.
    @Test("pays a membership's fee in a month without a visit")
    func membershipGap() {
        let visits = ["2026-01-10", "2026-03-10"].map {
            SelfPayVisit($0, ["adjust-spine-3-4": 65_00])
        }
        let offer = Offer(
            .membership,
            including: ["adjust-spine-3-4": 2],
            .monthly(fee: Money(cents: 99_00), discount: .zero)
        )
        let course = OfferedCourse(visits, under: offer)

        #expect(course.used.map(\.cents) == [99_00, 198_00])
        #expect(
            course.paid == ["2026-01-10": 99_00, "2026-02-10": 99_00, "2026-03-10": 99_00]
        )
    }

    // 49.00 on November 2, and again six months later.
    @Test("pays a discount plan's fee again when its months are over")
    func feeAgain() {
        let visits = ["2025-11-02", "2026-05-01", "2026-05-02"].map {
            SelfPayVisit($0, ["adjust-spine-3-4": 65_00])
        }
        let offer = Offer(
            .discountPlan,
            .fee(Money(cents: 49_00), everyMonths: 6, discount: .spelled("0.20"))
        )
        let course = OfferedCourse(visits, under: offer)

        #expect(course.lines.map { $0.map(\.cents) } == [[52_00], [52_00], [52_00]])
        #expect(course.fees.map(\.cents) == [49_00, 0, 49_00])
        #expect(course.used.map(\.cents) == [101_00, 52_00, 101_00])
        #expect(
            course.paid == ["2025-11-02": 101_00, "2026-05-01": 52_00, "2026-05-02": 101_00]
        )
    }

    @Test("splits a visit's price into those of its lines")
    func lines() throws {
        let package = try #require(OfferedCase.worked.first { $0.offer.kind == .package }).offer
        let course = OfferedCourse(OfferedCase.course, under: package)

        #expect(
            course.lines.map { $0.map(\.cents) } == [[125_00, 50_00], [50_00, 40_00], [50_00]]
        )
        #expect(course.fees == [.zero, .zero, .zero])
    }

    @Test("pays for a line that the tables do not name at its own price")
    func unnamedService() {
        let visit = SelfPayVisit(
            date: .spelled("2026-11-02"),
            lines: [SelfPayVisit.Line(service: nil, units: 1, price: Money(cents: 20_00))]
        )
        let offer = Offer(
            .package,
            including: ["adjust-spine-3-4": 2],
            .price(Money(cents: 100_00))
        )

        #expect(OfferedCourse([visit], under: offer).used == [Money(cents: 20_00)])
    }

    // Six for 331.50 are 55.25 each.
    @Test("gives each unit of a package its even part of the price")
    func worthOfAUnit() {
        let visits = (0..<6).map { week in
            SelfPayVisit(
                date: CalendarDate.spelled("2026-11-02").adding(days: 7 * week),
                lines: [
                    SelfPayVisit.Line(
                        service: .spelled("adjust-spine-3-4"),
                        units: 1,
                        price: Money(cents: 65_00)
                    )
                ]
            )
        }
        let offer = Offer(
            .package,
            including: ["adjust-spine-3-4": 6],
            .price(Money(cents: 331_50))
        )
        let course = OfferedCourse(visits, under: offer)

        #expect(course.used == Array(repeating: Money(cents: 55_25), count: 6))
        #expect(course.paid == ["2026-11-02": 331_50])
        #expect(course.unusedUnits == 0)
    }

    @Test("has nothing to pay where there is no visit", arguments: OfferedCase.worked)
    func noVisits(_ worked: OfferedCase) {
        let course = OfferedCourse([], under: worked.offer)

        #expect(course.used == [])
        #expect(course.payments == [])
    }
}

@Suite("An even part of a price")
struct OfferPartTests {
    @Test("adds up to the price, the first parts a cent larger")
    func worked() {
        #expect(Money(cents: 100_00).split(into: 3).map(\.cents) == [33_34, 33_33, 33_33])
        #expect(Money(cents: 100_01).split(into: 3).map(\.cents) == [33_34, 33_34, 33_33])
        #expect(Money(cents: 2).split(into: 3).map(\.cents) == [1, 1, 0])
        #expect(
            Money(cents: 331_50).split(into: 6) == Array(repeating: .init(cents: 55_25), count: 6)
        )
        #expect(Money(cents: 99_00).split(into: 1) == [Money(cents: 99_00)])
        #expect(Money(cents: 99_00).split(into: 0) == [Money(cents: 99_00)])
    }

    @Test("differs from another by a cent at most")
    func property() throws {
        var numbers = SplitMix64(seed: 20_252)
        for _ in 0..<5_000 {
            let price = Money(cents: .random(in: 0...1_000_000, using: &numbers))
            let count = Int.random(in: 1...400, using: &numbers)
            let parts = price.split(into: count)
            let (largest, smallest) = (try #require(parts.max()), try #require(parts.min()))

            #expect(parts.count == count)
            #expect(parts.sum() == price)
            #expect(largest - smallest <= Money(cents: 1))
            #expect(parts == parts.sorted(by: >))
        }
    }
}

@Suite("The same day of each month")
struct OfferMonthTests {
    @Test("steps from the first day and falls back where a month is shorter")
    func months() {
        func months(_ first: String, _ last: String) -> [String] {
            OfferedCourse.months(from: .spelled(first), through: .spelled(last))
                .map(\.description)
        }

        #expect(
            months("2026-01-31", "2026-05-30")
                == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
        )
        #expect(months("2026-01-31", "2026-05-31").last == "2026-05-31")
        #expect(months("2027-12-31", "2028-02-29") == ["2027-12-31", "2028-01-31", "2028-02-29"])
        #expect(months("2026-11-23", "2026-12-22") == ["2026-11-23"])
        #expect(months("2026-11-23", "2026-12-23") == ["2026-11-23", "2026-12-23"])
        #expect(months("2026-11-23", "2026-11-23") == ["2026-11-23"])
        let halfYears = OfferedCourse.months(
            from: .spelled("2025-08-31"),
            through: .spelled("2026-08-31"),
            step: 6
        )
        #expect(halfYears.map(\.description) == ["2025-08-31", "2026-02-28", "2026-08-31"])
    }
}

/// An offer, and what a small course of visits costs under it, in cents.
struct OfferedCase: CustomTestStringConvertible {
    let testDescription: String
    let offer: Offer
    let used: [Int]
    let payments: [String: Int]
    var unused = 0

    /// An exam and two adjustments with an exercise in November, an adjustment in December.
    static let course = [
        SelfPayVisit("2026-11-02", ["exam-new-standard": 125_00, "adjust-spine-3-4": 65_00]),
        SelfPayVisit("2026-11-05", ["adjust-spine-3-4": 65_00, "therapeutic-exercise": 40_00]),
        SelfPayVisit("2026-12-03", ["adjust-spine-3-4": 65_00]),
    ]

    static let worked = [
        // The exam and the first adjustment are 99.00; the rest has its own price.
        OfferedCase(
            testDescription: "introductory",
            offer: Offer(
                .introductory,
                including: ["exam-new-standard": 1, "adjust-spine-3-4": 1],
                .price(Money(cents: 99_00))
            ),
            used: [99_00, 105_00, 65_00],
            payments: ["2026-11-02": 99_00, "2026-11-05": 105_00, "2026-12-03": 65_00]
        ),
        // Three adjustments are 150.00, so 50.00 each, all paid at the first visit.
        OfferedCase(
            testDescription: "package",
            offer: Offer(
                .package,
                including: ["adjust-spine-3-4": 3],
                .price(Money(cents: 150_00))
            ),
            used: [175_00, 90_00, 50_00],
            payments: ["2026-11-02": 275_00, "2026-11-05": 40_00]
        ),
        // Five at 250.00 leave two unused: 250.00 is paid, and 150.00 of it is used up.
        OfferedCase(
            testDescription: "a package that is larger than the course",
            offer: Offer(
                .package,
                including: ["adjust-spine-3-4": 5],
                .price(Money(cents: 250_00))
            ),
            used: [175_00, 90_00, 50_00],
            payments: ["2026-11-02": 375_00, "2026-11-05": 40_00],
            unused: 2
        ),
        // 99.00 on November 2 and December 2; the adjustments are included, the exam is 112.50
        // and the exercise 36.00.
        OfferedCase(
            testDescription: "membership",
            offer: Offer(
                .membership,
                including: ["adjust-spine-3-4": 2],
                .monthly(fee: Money(cents: 99_00), discount: .spelled("0.10"))
            ),
            used: [211_50, 36_00, 99_00],
            payments: ["2026-11-02": 211_50, "2026-11-05": 36_00, "2026-12-02": 99_00]
        ),
        // 5 percent: 118.75 + 61.75, then 61.75 + 38.00, then 61.75.
        OfferedCase(
            testDescription: "prompt pay",
            offer: Offer(.promptPay, .discount(.spelled("0.05"))),
            used: [180_50, 99_75, 61_75],
            payments: ["2026-11-02": 180_50, "2026-11-05": 99_75, "2026-12-03": 61_75]
        ),
        // 10 percent: 112.50 + 58.50, then 58.50 + 36.00, then 58.50.
        OfferedCase(
            testDescription: "household",
            offer: Offer(.household, .discount(.spelled("0.10"))),
            used: [171_00, 94_50, 58_50],
            payments: ["2026-11-02": 171_00, "2026-11-05": 94_50, "2026-12-03": 58_50]
        ),
        // Half: 95.00, 52.50 and 32.50.
        OfferedCase(
            testDescription: "hardship",
            offer: Offer(.hardship, .discount(.spelled("0.50")), povertyLevelLimit: 200),
            used: [95_00, 52_50, 32_50],
            payments: ["2026-11-02": 95_00, "2026-11-05": 52_50, "2026-12-03": 32_50]
        ),
        // 49.00 for the year, and 20 percent: 152.00, 84.00 and 52.00.
        OfferedCase(
            testDescription: "discount plan",
            offer: Offer(
                .discountPlan,
                .fee(Money(cents: 49_00), everyMonths: 12, discount: .spelled("0.20"))
            ),
            used: [201_00, 84_00, 52_00],
            payments: ["2026-11-02": 201_00, "2026-11-05": 84_00, "2026-12-03": 52_00]
        ),
    ]
}
