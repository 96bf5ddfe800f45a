package import CareModel

/// From which change on an offer waits for a person, as the configuration says.
///
/// Each threshold is passed only by *more* than it: of 100.00, 125.00 is not more than 25 %.
package struct HoldingRules: Hashable, Sendable {
    /// The most by which the price of any service may change.
    package let serviceChange: Percentage
    /// The change that only few services may pass.
    package let manyChange: Percentage
    /// How many of the services of a list are few.
    package let manyServices: Percentage
    /// The most by which the number of rows may change.
    package let rowsChange: Percentage
    /// The most by which the sum of the amounts may change.
    package let totalChange: Percentage
    /// The factors that tell of a misplaced point, such as cents for dollars.
    package let factors: [Int]
    /// How many prices must change by such a factor.
    package let factorPrices: Int

    package init(
        serviceChange: Percentage = Percentage(billionths: 250_000_000),
        manyChange: Percentage = Percentage(billionths: 100_000_000),
        manyServices: Percentage = Percentage(billionths: 50_000_000),
        rowsChange: Percentage = Percentage(billionths: 200_000_000),
        totalChange: Percentage = Percentage(billionths: 100_000_000),
        factors: [Int] = [10, 100],
        factorPrices: Int = 3
    ) {
        self.serviceChange = serviceChange
        self.manyChange = manyChange
        self.manyServices = manyServices
        self.rowsChange = rowsChange
        self.totalChange = totalChange
        self.factors = factors
        self.factorPrices = factorPrices
    }
}
