public import CareModel

extension PricedLine {
    /// Shares the cost of a line when there is no plan: the patient pays the self-pay price.
    ///
    /// The price stands in `notCovered`, and is never above the charge.
    ///
    /// - Parameters:
    ///   - offered: The price of all units under an offer, where there is one.
    ///   - recordsSteps: Whether the arithmetic is noted.
    /// - Returns: The line with its amounts.
    /// - Throws: ``AdjudicationError/noSelfPayPrice(_:)`` where nobody knows the price.
    public func paidBySelf(
        at offered: Money? = nil,
        recordsSteps: Bool = true
    ) throws(AdjudicationError) -> AdjudicatedLine {
        guard let selfPay else { throw .noSelfPayPrice(line) }
        var ledger = LineLedger(self, recordsSteps: recordsSteps)
        ledger.add(
            .charge,
            billed,
            because: .price(each: charge.amount, units: line.units),
            source: charge.source
        )
        let price = min(offered ?? selfPay.amount * line.units, billed)
        ledger.add(
            .notCovered,
            price,
            because: offered == nil
                ? .selfPay(each: selfPay.amount, units: line.units)
                : .offered(selfPay: selfPay.amount * line.units),
            source: selfPay.source
        )
        if price == .zero, offered != nil {
            ledger.note(
                .notCovered,
                because: .offered(selfPay: selfPay.amount * line.units),
                source: selfPay.source
            )
        }
        ledger.add(
            .writeOff,
            billed - price,
            because: .selfPayReduction,
            source: selfPay.source
        )
        return ledger.close(denial: nil)
    }
}
