import CareModel
import CarePricing
import TestSupport
import Testing

@Suite("Any course of visits under any offer")
struct OfferPropertyTests {
    private static let rounds = 6_000

    @Test("is paid in order of date, and for exactly what is used and unused")
    func balance() {
        var numbers = SplitMix64(seed: 20_253)
        for _ in 0..<OfferPropertyTests.rounds {
            let visits = SelfPayVisit.course(using: &numbers)
            let offer = Offer.any(using: &numbers)
            let course = OfferedCourse(visits, under: offer)
            let dates = course.payments.map(\.date)
            let paid = course.payments.map(\.amount).sum()

            #expect(dates == Set(dates).sorted(), "\(offer.terms)")
            #expect(course.payments.allSatisfy { $0.amount > .zero }, "\(offer.terms)")
            #expect(course.used.count == visits.count)
            #expect(course.used.allSatisfy { $0 >= .zero })
            #expect(paid == course.used.sum() + notUsed(course, offer), "\(offer.terms)")
            #expect(course.lines.map(\.count) == visits.map(\.lines.count))
            #expect(zip(course.lines, course.fees).map { $0.sum() + $1 } == course.used)
            if case .fee(let fee, let months, let discount) = offer.terms {
                let discounted = Offer(.promptPay, .discount(discount))
                let periods = periods(of: months, in: visits)
                #expect(
                    paid == fee * periods + OfferedCourse(visits, under: discounted).used.sum()
                )
            }
        }
    }

    @Test("has a package's used and unused parts add up to its price")
    func packageParts() {
        var numbers = SplitMix64(seed: 20_254)
        for _ in 0..<OfferPropertyTests.rounds {
            let visits = SelfPayVisit.course(using: &numbers)
            let offer = Offer.package(using: &numbers)
            guard case .price(let price) = offer.terms else {
                Issue.record("a package has a price")
                continue
            }
            let course = OfferedCourse(visits, under: offer)
            let outside = visits.map { $0.ownPrice(outside: offer, in: visits) }.sum()

            #expect(course.used.sum() - outside + notUsed(course, offer) == price)
        }
    }

    @Test("is never dearer by a discount")
    func discounts() {
        var numbers = SplitMix64(seed: 20_255)
        for _ in 0..<OfferPropertyTests.rounds {
            let visits = SelfPayVisit.course(using: &numbers)
            let discount = Percentage(
                billionths: .random(in: 0...1_000_000_000, using: &numbers)
            )
            let course = OfferedCourse(visits, under: Offer(.household, .discount(discount)))

            for (used, visit) in zip(course.used, visits) {
                #expect(used <= visit.price)
                #expect(used >= .zero)
            }
        }
    }

    @Test("is never cheaper by a further unit")
    func monotone() {
        var numbers = SplitMix64(seed: 20_256)
        for _ in 0..<OfferPropertyTests.rounds {
            let visits = SelfPayVisit.course(using: &numbers)
            let discount = Percentage(
                billionths: .random(in: 0...1_000_000_000, using: &numbers)
            )
            let offer = Offer(.household, .discount(discount))
            let (visit, line) = visits.position(using: &numbers)
            let more = visits.addingUnit(toLine: line, ofVisit: visit)

            #expect(
                OfferedCourse(more, under: offer).used.sum()
                    >= OfferedCourse(visits, under: offer).used.sum()
            )
            #expect(OfferedCourse(more).used.sum() > OfferedCourse(visits).used.sum())
        }
    }

    /// How many periods of so many months have begun by the last visit.
    private func periods(of months: Int, in visits: [SelfPayVisit]) -> Int {
        guard let first = visits.first?.date, let last = visits.last?.date else { return 0 }
        return (0...24).filter { first.adding(months: $0 * months) <= last }.count
    }

    /// What is paid and no visit uses up: the last parts of a package's price.
    private func notUsed(_ course: OfferedCourse, _ offer: Offer) -> Money {
        switch offer.terms {
        case .price(let price):
            price.split(into: offer.includedUnits).suffix(course.unusedUnits).sum()
        case .discount, .monthly, .fee: .zero
        }
    }
}

extension SelfPayVisit {
    private static let prices = ["adjust-spine-3-4": 65_00, "massage": 35_35, "traction": 25_01]

    /// One to nine visits in order of date, each service at one price.
    fileprivate static func course(using numbers: inout SplitMix64) -> [SelfPayVisit] {
        var date = CalendarDate.spelled("2026-01-01")
            .adding(days: .random(in: 0...300, using: &numbers))
        let services = prices.keys.sorted()
        return (0..<Int.random(in: 1...9, using: &numbers)).map { _ in
            let lines = services.filter { _ in Bool.random(using: &numbers) }.map { service in
                let units = Int.random(in: 1...2, using: &numbers)
                return Line(
                    service: .spelled(service),
                    units: units,
                    price: Money(cents: units * (prices[service] ?? 0))
                )
            }
            defer { date = date.adding(days: .random(in: 1...25, using: &numbers)) }
            return SelfPayVisit(date: date, lines: lines)
        }
    }

    /// What of the visit a package leaves at its own price.
    ///
    /// Counted anew from the visits before: a line is included while enough of its service is left
    /// and the package has not expired.
    fileprivate func ownPrice(
        outside offer: Offer,
        in visits: [SelfPayVisit]
    ) -> Money {
        var left = offer.includes.reduce(into: [ServiceKey: Int]()) {
            $0[$1.service, default: 0] += $1.count
        }
        var own = Money.zero
        for visit in visits where visit.date <= date {
            let age = visits.first.map { $0.date.days(until: visit.date) } ?? 0
            for line in visit.lines {
                let units = line.service.flatMap { left[$0] } ?? 0
                let isExpired = offer.expiresAfterDays.map { age > $0 } ?? false
                if let service = line.service, units >= line.units, !isExpired {
                    left[service] = units - line.units
                } else if visit.date == date {
                    own += line.price
                }
            }
        }
        return own
    }
}

extension [SelfPayVisit] {
    /// A line of some visit; the first visit gets one where no visit has any.
    fileprivate func position(using numbers: inout SplitMix64) -> (visit: Int, line: Int?) {
        let visit = Int.random(in: 0..<count, using: &numbers)
        return (visit, self[visit].lines.indices.randomElement(using: &numbers))
    }

    /// The visits with one unit more of a line, or with a line more where the visit has none.
    fileprivate func addingUnit(toLine line: Int?, ofVisit visit: Int) -> [SelfPayVisit] {
        var visits = self
        var lines = visits[visit].lines
        if let line {
            let old = lines[line]
            lines[line] = SelfPayVisit.Line(
                service: old.service,
                units: old.units + 1,
                price: Money(cents: old.price.cents / old.units * (old.units + 1))
            )
        } else {
            lines = [SelfPayVisit.Line(service: nil, units: 1, price: Money(cents: 10_00))]
        }
        visits[visit] = SelfPayVisit(date: visits[visit].date, lines: lines)
        return visits
    }
}

extension Offer {
    fileprivate static func any(using numbers: inout SplitMix64) -> Offer {
        let discount = Percentage(billionths: .random(in: 0...1_000_000_000, using: &numbers))
        let fee = Money(cents: .random(in: 1...200_00, using: &numbers))
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: return package(using: &numbers)
        case 1: return Offer(.promptPay, .discount(discount))
        case 2:
            let months = Int.random(in: 1...3, using: &numbers)
            return Offer(.discountPlan, .fee(fee, everyMonths: months, discount: discount))
        default:
            return Offer(
                .membership,
                including: ["adjust-spine-3-4": .random(in: 1...4, using: &numbers)],
                .monthly(fee: fee, discount: discount)
            )
        }
    }

    fileprivate static func package(using numbers: inout SplitMix64) -> Offer {
        Offer(
            .package,
            including: [
                "adjust-spine-3-4": .random(in: 1...10, using: &numbers),
                "massage": .random(in: 1...5, using: &numbers),
            ],
            .price(Money(cents: .random(in: 1...600_00, using: &numbers))),
            expiresAfterDays: Bool.random(using: &numbers)
                ? .random(in: 1...90, using: &numbers) : nil
        )
    }
}
