public import CareModel

/// A figure of what was used that is more than its plan has to use: one of the two is wrong.
///
/// ```swift
/// plan.figuresAboveTerms(in: Accumulators(asOf: day, deductible: .init(individual: met)))
/// ```
public struct FigureAboveTerm: Hashable, Sendable {
    /// The figure.
    public let figure: AccumulatorNeed
    /// What was used, as it is stated.
    public let stated: Money
    /// The most that the plan has to use.
    public let most: Money
    /// The plan's term, such as `/deductible/individual`.
    public let term: String

    /// Creates a figure beside its term.
    public init(figure: AccumulatorNeed, stated: Money, most: Money, term: String) {
        self.figure = figure
        self.stated = stated
        self.most = most
        self.term = term
    }
}

extension BenefitPlan {
    /// The amounts that are stated as used and lie above the terms that they use up.
    ///
    /// A term that decides nothing is no bound: beside family coverage an aggregate deductible of
    /// the family leaves the person's figure free.
    public func figuresAboveTerms(in known: Accumulators) -> [FigureAboveTerm] {
        var figures: [FigureAboveTerm] = []
        func compare(
            _ figure: AccumulatorNeed,
            _ stated: Money?,
            _ most: Money?,
            _ term: String
        ) {
            guard let stated, let most, stated > most else { return }
            figures.append(
                FigureAboveTerm(figure: figure, stated: stated, most: most, term: term)
            )
        }
        if let deductible {
            let yearStart = benefitPeriod.yearStart(containing: known.asOf)
            compare(
                .deductible,
                known.deductible.individual,
                deductible.usesIndividual ? deductible.individual(inYearFrom: yearStart) : nil,
                "/deductible/individual"
            )
            compare(
                .familyDeductible,
                known.deductible.family,
                deductible.usesFamily ? deductible.family : nil,
                "/deductible/family"
            )
            for (category, most) in deductible.byCategory.sorted(by: { $0.key < $1.key }) {
                compare(
                    .categoryDeductible(category),
                    known.deductibleByCategory[category],
                    most,
                    "/deductible/byCategory/\(category)"
                )
            }
        }
        compare(
            .outOfPocket,
            known.outOfPocket.individual,
            outOfPocketMaximum?.individual,
            "/outOfPocketMaximum/individual"
        )
        compare(
            .familyOutOfPocket,
            known.outOfPocket.family,
            outOfPocketMaximum?.family,
            "/outOfPocketMaximum/family"
        )
        for (index, limit) in limits.enumerated() where limit.unit == .dollars {
            guard case .amount(let used)? = known.limits[limit.id] else { continue }
            let most = Money(cents: limit.maximum)
            compare(.limit(limit), used, most, "/limits/\(index)/maximum")
        }
        return figures
    }
}
