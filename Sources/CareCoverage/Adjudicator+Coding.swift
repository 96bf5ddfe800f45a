public import CareModel

extension Adjudicator {
    /// Settles of a line what no earlier line can change: its row, its prices, and what Medicare
    /// never pays.
    ///
    /// - Parameter line: The line with its prices under this plan.
    /// - Returns: The line for ``total(of:on:careType:)``.
    public func coded(_ line: PricedLine) -> CodedLine { coded.coded(line) }
}
