public import CareModel
import CarePatterns

/// What a plan of care costs, over the ways in which it can end.
///
/// The longest course is shared once, in order of date; a course that ends earlier costs what had
/// been paid by then, so the chance of each last visit is the chance of each cost.
public struct ProjectedCost: Hashable, Sendable {
    /// A last visit, how likely it is, and what was paid by then.
    public struct Outcome: Hashable, Sendable {
        /// The number of the last visit.
        public let visits: Int
        /// Its date.
        public let date: CalendarDate
        /// The chance that it is the last, 0 to 1.
        public let probability: Double
        /// What the patient has paid by then.
        public let patientPays: Money
        /// The least and the most of it, over all that is not known.
        public let range: AmountRange
        /// What the plans have paid by then.
        public let planPays: Money
    }

    /// Some figures of a distribution.
    public struct Summary: Hashable, Sendable {
        /// What is not exceeded in one of ten courses.
        public let p10: Money
        /// What is not exceeded in half of them.
        public let p50: Money
        /// What is not exceeded in nine of ten.
        public let p90: Money
        /// The mean, to the nearest cent: an expectation, which nobody is ever asked to pay.
        public let mean: Money
    }

    /// What visits that keep up a gain cost.
    public struct UpkeepCost: Hashable, Sendable {
        /// How many are scheduled.
        public let visits: Int
        /// The last of them.
        public let through: CalendarDate
        /// What the patient pays for all of them.
        public let patientPays: Money
        /// What the plans pay.
        public let planPays: Money
    }

    /// The plan.
    public let plan: CarePlan
    /// Every visit that can be the last, in order.
    public let outcomes: [Outcome]
    /// What the visits cost that keep up a gain, all of them after the longest course; absent where
    /// the patient does not ask for them.
    public let maintenance: UpkeepCost?

    /// Puts the cost of the longest course beside the chance of each last visit.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - visits: The visits that are left of its longest course, in order.
    ///   - way: How they are paid.
    ///   - ranges: What the patient has paid after each of them, over all that is not known.
    init(_ plan: CarePlan, visits: [QuotedVisit], way: WayToPay, ranges: [AmountRange]) {
        self.plan = plan
        let course = plan.projection.course
        var planPays = Money.zero
        var outcomes: [Outcome] = []
        let active = visits.filter { $0.number <= plan.pattern.cap }
        for (index, visit) in active.enumerated() {
            planPays += visit.amounts.planPays + visit.amounts.secondaryPays
            let cost = way.settlements[index].cost
            outcomes.append(
                Outcome(
                    visits: visit.number,
                    date: visit.date,
                    probability: course.probability(ofLastVisit: visit.number),
                    patientPays: cost,
                    range: way.offerIsTaken ? AmountRange(cost) : ranges[index],
                    planPays: planPays
                )
            )
        }
        self.outcomes = outcomes
        maintenance = visits.last.flatMap { last in
            guard plan.maintenance != nil, last.number > plan.pattern.cap else { return nil }
            let all = visits.map(\.amounts).reduce(.zero) { $0 + $1.planPays + $1.secondaryPays }
            return UpkeepCost(
                visits: visits.count - active.count,
                through: last.date,
                patientPays: (way.settlements.last?.cost ?? .zero)
                    - (outcomes.last?.patientPays ?? .zero),
                planPays: all - planPays
            )
        }
    }

    /// What the patient pays.
    public var patientPays: Summary { summary(of: \.patientPays) }
    /// What the plans pay.
    public var planPays: Summary { summary(of: \.planPays) }

    /// The course that is not exceeded with a probability, such as one half: the headline.
    public func outcome(notExceededWith probability: Double) -> Outcome? {
        let visits = plan.projection.course.visits.quantile(probability)
        return outcomes.first { $0.visits == visits } ?? outcomes.last
    }

    /// The chance that care goes on after a visit.
    public func probability(ofMoreThan visits: Int) -> Double {
        plan.projection.course.visits.probability(ofMoreThan: visits)
    }

    /// What was paid by a visit.
    public func outcome(after visit: Int) -> Outcome? { outcomes.first { $0.visits == visit } }

    private func summary(of amount: KeyPath<Outcome, Money>) -> Summary {
        // The amounts grow with the visits, but for a refund; so they are put in order first.
        let ordered = outcomes.map { (amount: $0[keyPath: amount], probability: $0.probability) }
            .sorted { $0.amount < $1.amount }
        let cents = VisitDistribution(probabilities: ordered.map(\.probability))
        func quantile(_ probability: Double) -> Money {
            guard !ordered.isEmpty else { return .zero }
            return ordered[min(cents.quantile(probability), ordered.count - 1)].amount
        }
        let mean = ordered.reduce(0.0) { $0 + Double($1.amount.cents) * $1.probability }
        return Summary(
            p10: quantile(0.1),
            p50: quantile(0.5),
            p90: quantile(0.9),
            mean: Money(cents: Int(mean.rounded(.toNearestOrAwayFromZero)))
        )
    }
}
