package import CareCoverage
package import CareModel

/// The federal figures that a plan is checked against, by year.
package struct PlanParameters: Hashable, Sendable {
    /// A yearly figure and the file that holds it.
    package struct Figure: Hashable, Sendable {
        package let values: DatedValue<Money>
        package let file: String
    }

    package let outOfPocketMaximumSelf: Figure
    package let outOfPocketMaximumFamily: Figure
    package let minimumDeductibleSelf: Figure
    package let minimumDeductibleFamily: Figure
    package let savingsAccountLimitSelf: Figure
    package let savingsAccountLimitFamily: Figure
    /// Medicare's Part B deductible, which a plan of that type takes from here and never states.
    package let medicareDeductible: YearlyAmounts
    /// What each Medigap letter covers.
    package let medigap: [MedigapCover]
    /// The codes that Medicare covers when a chiropractor bills them.
    package let manipulationCodes: Set<ProcedureCode>

    package static let names = [
        "out-of-pocket-maximum-self", "out-of-pocket-maximum-family",
        "hsa-minimum-deductible-self", "hsa-minimum-deductible-family",
        "hsa-out-of-pocket-limit-self", "hsa-out-of-pocket-limit-family",
    ]

    package static let medicareDeductibleName = "medicare-part-b-deductible"

    /// The least deductible beside a health savings account.
    func minimumDeductible(hasFamily: Bool) -> Figure {
        hasFamily ? minimumDeductibleFamily : minimumDeductibleSelf
    }

    /// The largest out-of-pocket maximum beside a health savings account.
    func savingsAccountLimit(hasFamily: Bool) -> Figure {
        hasFamily ? savingsAccountLimitFamily : savingsAccountLimitSelf
    }

    /// Creates the figures in the order of ``names``, with what the law says of Medicare.
    package init?(
        _ figures: [Figure],
        medicareDeductible: YearlyAmounts,
        medigap: [MedigapCover],
        manipulationCodes: Set<ProcedureCode>
    ) {
        guard figures.count == PlanParameters.names.count else { return nil }
        outOfPocketMaximumSelf = figures[0]
        outOfPocketMaximumFamily = figures[1]
        minimumDeductibleSelf = figures[2]
        minimumDeductibleFamily = figures[3]
        savingsAccountLimitSelf = figures[4]
        savingsAccountLimitFamily = figures[5]
        self.medicareDeductible = medicareDeductible
        self.medigap = medigap
        self.manipulationCodes = manipulationCodes
    }
}
