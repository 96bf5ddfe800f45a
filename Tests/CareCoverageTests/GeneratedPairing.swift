import CareCoverage
import CareModel

// Courses of the special payers, and of two plans.
extension GeneratedCourse {
    /// Who pays first, and who next.
    enum Payers: CaseIterable {
        case standard, basic, carveOut, maintenanceOfBenefits, medicaidSecond
        case medicare, medicareThenMedigap, medicareThenPlan, medicareThenMedicaid
        case planThenMedicare
        case auto, autoThenPlan, autoThenMedicare, autoThenMedicaid
        case workersCompensation, workersCompensationThenPlan, medicaid
        case discount, planThenDiscount, medicareThenDiscount, autoThenDiscount

        var isMedicareFirst: Bool {
            switch self {
            case .medicare, .medicareThenMedigap, .medicareThenPlan, .medicareThenMedicaid,
                .medicareThenDiscount:
                true
            default: false
            }
        }

        var isAutoFirst: Bool {
            switch self {
            case .auto, .autoThenPlan, .autoThenMedicare, .autoThenMedicaid, .autoThenDiscount:
                true
            default: false
            }
        }

        /// Whether the first one is about manipulation, notices and diagnoses.
        var hasMedicare: Bool {
            isMedicareFirst || self == .planThenMedicare || self == .autoThenMedicare
        }
    }

    /// The payers of a seed: each in its turn.
    static func payers(seed: Int) -> Payers {
        Payers.allCases[seed % Payers.allCases.count]
    }

    /// A course of special payers or of two plans.
    static func pairing(seed: Int, without: Without = []) -> Pairing {
        let payers = payers(seed: seed)
        // Which visit is the first one of a plan that an auto policy keeps out is not stated.
        let isUnstated = payers.isAutoFirst
        var maker = GeneratedCourse(
            seed: seed,
            without: isUnstated ? without.union(.firstVisitExcluded) : without
        )
        return maker.pairing(payers)
    }

    private mutating func pairing(_ payers: Payers) -> Pairing {
        var first = episode()
        let asOf = first.course.used.asOf
        first.course.visits = first.course.visits.map { visit in
            PlannedVisit(
                date: visit.date,
                careType: payers.hasMedicare && chance(25) ? .maintenance : visit.careType,
                lines: visit.lines.map { secondPriced($0, hasMedicare: payers.hasMedicare) }
            )
        }
        switch payers {
        case .standard, .basic, .carveOut, .maintenanceOfBenefits, .medicaidSecond,
            .planThenMedicare, .planThenDiscount:
            break
        case .medicare, .medicareThenMedigap, .medicareThenPlan, .medicareThenMedicaid,
            .medicareThenDiscount:
            (first.course.plan, first.course.used) = partB(first.course.plan, asOf: asOf)
            first.course.network = .inNetwork
            first.facts = medicareFacts(asOf: asOf)
        case .auto, .autoThenPlan, .autoThenMedicare, .autoThenMedicaid, .autoThenDiscount:
            first.course.plan = autoPolicy(first.course.plan)
            first.course.used.limits["bucket"] = .amount(number(0...150_00).cents)
        case .workersCompensation, .workersCompensationThenPlan:
            first.course.plan = workersCompensation(first.course.plan)
        case .medicaid:
            first.course.plan = first.course.plan.with {
                $0.type = .medicaid
                $0.coordination = .medicaid
            }
        case .discount: first.course.plan = discountPlan(first.course.plan)
        }
        return Pairing(first: first, second: second(payers, asOf: asOf))
    }

    private mutating func second(_ payers: Payers, asOf: CalendarDate) -> SecondPlan? {
        switch payers {
        case .medicare, .auto, .workersCompensation, .medicaid, .discount: nil
        case .medicareThenMedigap: medigap(asOf: asOf)
        case .planThenMedicare, .autoThenMedicare: medicareSecond(asOf: asOf)
        case .basic: plan(.basic, asOf: asOf)
        case .carveOut: plan(.carveOut, asOf: asOf)
        case .maintenanceOfBenefits: plan(.maintenanceOfBenefits, asOf: asOf)
        case .medicaidSecond, .medicareThenMedicaid, .autoThenMedicaid:
            plan(.medicaid, asOf: asOf)
        case .standard, .medicareThenPlan, .autoThenPlan, .workersCompensationThenPlan:
            plan(.standard, asOf: asOf)
        case .planThenDiscount, .medicareThenDiscount, .autoThenDiscount:
            discountSecond(asOf: asOf)
        }
    }

    private mutating func plan(_ rule: CoordinationRule, asOf: CalendarDate) -> SecondPlan {
        let own = episode(asOf: asOf)
        return SecondPlan(
            own.course.plan.with { plan in
                plan.coordination = rule
                if rule == .medicaid { plan.type = .medicaid }
            },
            network: own.course.network,
            used: own.course.used,
            facts: own.facts
        )
    }

    private mutating func discountSecond(asOf: CalendarDate) -> SecondPlan {
        let own = episode(asOf: asOf)
        return SecondPlan(
            discountPlan(own.course.plan),
            network: chance(90) ? .inNetwork : .outOfNetwork,
            used: own.course.used
        )
    }

    private mutating func medigap(asOf: CalendarDate) -> SecondPlan {
        let isLate = chance(10)
        let plan = BenefitPlan.medigap(
            pick(MedigapCover.Letter.allCases),
            from: isLate ? "2026-12-01" : "2020-01-01",
            through: chance(10) ? "2027-03-31" : nil
        )
        return SecondPlan(plan, used: Accumulators(asOf: asOf))
    }

    private mutating func medicareSecond(asOf: CalendarDate) -> SecondPlan {
        let (plan, used) = partB(nil, asOf: asOf)
        return SecondPlan(plan, used: used, facts: medicareFacts(asOf: asOf))
    }
}
