import CareModel

extension Adjudicator {
    /// Prices a line that the plan does not cover (rule S3).
    ///
    /// The plan pays nothing, no deductible is used, nothing counts toward a maximum, and no
    /// visit is counted.
    @inline(__always)
    func priceUncovered(
        _ line: CodedLine,
        denial: CodedDenial,
        on date: CalendarDate,
        ledger: inout some Ledger
    ) throws(CodedError) {
        let benefit = line.row.map { coded.rows[$0] }
        let basis = uncoveredBasis(benefit, denial: denial, on: date)
        let price: Money
        switch basis {
        case .notBillable: price = .zero
        case .billed: price = line.billed
        case .contracted:
            guard let contracted = line.contracted else { throw .noAllowedAmount }
            price = contracted
        case .selfPay:
            guard let selfPay = line.selfPay else { throw .noSelfPayPrice }
            price = selfPay
        }
        ledger.openUncovered(line, price: price, basis: basis, denial: denial, by: coded)
    }

    /// Out of network there is no contract, so a contracted price means the charge.
    @inline(__always)
    private func uncoveredBasis(
        _ benefit: CodedBenefit?,
        denial: CodedDenial,
        on date: CalendarDate
    ) -> Benefit.UncoveredPrice {
        if coded.standing != nil {
            return medicareUncoveredPrice(denial, stated: benefit?.afterExhaustion, on: date)
        }
        // Of an accepted claim the worker owes nothing, whatever the plan leaves unpaid.
        if coded.type == .workersCompensation, denial != .planNotInForce,
            benefit?.afterExhaustion == nil
        {
            return .notBillable
        }
        // An auto policy has no contract that outlives its bucket.
        if coded.type == .autoMedical, case .limitReached = denial,
            benefit?.afterExhaustion == nil
        {
            return .selfPay
        }
        if denial == .authorizationMissing, benefit?.isNotBillableUnauthorized == true {
            return .notBillable
        }
        let basis = benefit?.uncoveredPrice ?? .contracted
        return basis == .contracted && coded.network == .outOfNetwork ? .billed : basis
    }
}
