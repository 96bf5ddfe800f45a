import CareCoverage
import CareModel

extension GeneratedCourse {
    private static let codes = ["98940", "98941", "97110"].map(code)
    private static let services = ["adjust-spine-3-4", "traction"].map(key)

    mutating func used(of plan: BenefitPlan, asOf: CalendarDate) -> Accumulators {
        var byCategory: [ServiceCategory: Money] = [:]
        for category in Self.categories where plan.deductible?.byCategory[category] != nil {
            byCategory[category] = number(0...60_00).cents
        }
        var uses: [String: Accumulators.LimitUse] = [:]
        for limit in plan.limits {
            let count = number(0...3)
            uses[limit.id] =
                if limit.unit == .dollars {
                    .amount(number(0...90_00).cents)
                } else if limit.period == .rolling12Months {
                    .dates((0..<count).map { _ in asOf.adding(days: -number(1...400)) })
                } else {
                    .used(count)
                }
        }
        let individual = number(0...200_00)
        let outOfPocket = number(0...250_00)
        let newer = newerFigures(of: plan, asOf: asOf, individualMet: individual)
        return Accumulators(
            asOf: asOf,
            deductible: Accumulators.Tier(
                individual: individual.cents,
                family: (individual + number(0...200_00)).cents
            ),
            membersMet: number(0...2),
            deductibleByCategory: byCategory,
            outOfPocket: Accumulators.Tier(
                individual: outOfPocket.cents,
                family: (outOfPocket + number(0...200_00)).cents
            ),
            limits: uses,
            deductibleByMonth: newer.byMonth,
            authorizationVisitsUsed: newer.authorizationVisits,
            benefitVisits: newer.benefitVisits
        )
    }

    mutating func visits(after asOf: CalendarDate) -> [PlannedVisit] {
        let least = without.contains(.visitsOnOneDate) ? 1 : 0
        var date = asOf
        return (0..<number(1...7)).map { _ in
            date = date.adding(days: chance(15) ? number(30...200) : number(least...9))
            if chance(5) { date = date.adding(months: 12) }
            return PlannedVisit(
                date: date,
                careType: chance(8) ? .maintenance : .active,
                lines: (0..<number(1...3)).map { _ in line() }
            )
        }
    }

    private mutating func line() -> PricedLine {
        let charge = number(5_00...120_00)
        return PricedLine(
            chance(95) ? pick(Self.categories) : .officeVisit,
            code: chance(50) ? pick(Self.codes) : nil,
            service: chance(30) ? pick(Self.services) : nil,
            units: chance(75) ? 1 : number(2...4),
            charge: charge,
            allowed: number(0...charge * 11 / 10),
            selfPay: number(0...charge * 11 / 10)
        )
    }
}
