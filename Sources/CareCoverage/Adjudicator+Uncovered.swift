import CareModel

extension Adjudicator {
    /// Prices a line that the plan does not cover (rule S3).
    ///
    /// The plan pays nothing, no deductible is used, nothing counts toward a maximum, and no
    /// visit is counted.
    func uncovered(
        _ line: PricedLine,
        denial: Denial,
        benefit: Benefit?,
        on date: CalendarDate
    ) throws(AdjudicationError) -> AdjudicatedLine {
        let basis = uncoveredBasis(benefit, denial: denial, on: date)
        let billed = line.billed
        let (price, source) = try uncoveredPrice(of: line, basis: basis, benefit: benefit)

        var ledger = LineLedger(recordsSteps: recordsSteps)
        ledger.add(
            .charge,
            billed,
            because: .price(each: line.charge.amount, units: line.line.units),
            source: line.charge.source
        )
        ledger.add(
            .notCovered,
            price,
            because: .denied(denial, price: basis),
            source: denialSource(denial, benefit: benefit) ?? source
        )
        ledger.add(
            .writeOff,
            billed - price,
            because: .denied(denial, price: basis),
            source: source
        )
        return ledger.close(line, denial: denial)
    }

    private func uncoveredPrice(
        of line: PricedLine,
        basis: Benefit.UncoveredPrice,
        benefit: Benefit?
    ) throws(AdjudicationError) -> (Money, SourcePlace?) {
        let billed = line.billed
        switch basis {
        case .notBillable:
            return (.zero, benefit?.place)
        case .billed:
            return (billed, line.charge.source)
        case .contracted:
            guard let allowed = line.allowedTotal else { throw .noAllowedAmount(line.line) }
            return (allowed, line.allowed?.source)
        case .selfPay:
            guard let selfPay = line.selfPay else { throw .noSelfPayPrice(line.line) }
            return (min(selfPay.amount * line.line.units, billed), selfPay.source)
        }
    }

    /// Out of network there is no contract, so a contracted price means the charge.
    private func uncoveredBasis(
        _ benefit: Benefit?,
        denial: Denial,
        on date: CalendarDate
    ) -> Benefit.UncoveredPrice {
        if medicare != nil {
            return medicareUncoveredPrice(denial, stated: benefit?.afterExhaustion, on: date)
        }
        // Of an accepted claim the worker owes nothing, whatever the plan leaves unpaid.
        if plan.type == .workersCompensation, denial != .planNotInForce,
            benefit?.afterExhaustion == nil
        {
            return .notBillable
        }
        // An auto policy has no contract that outlives its bucket.
        if plan.type == .autoMedical, case .limitReached = denial,
            benefit?.afterExhaustion == nil
        {
            return .selfPay
        }
        let term = benefit?.authorization ?? AuthorizationTerm()
        if denial == .authorizationMissing, term.consequence(in: network) == .notBillable {
            return .notBillable
        }
        let basis = benefit?.uncoveredPrice ?? .contracted
        return basis == .contracted && network == .outOfNetwork ? .billed : basis
    }

    private func denialSource(_ denial: Denial, benefit: Benefit?) -> SourcePlace? {
        switch denial {
        case .planNotInForce: plan.place.appending("/effectiveFrom")
        case .limitReached(let limit):
            plan.limits.firstIndex(of: limit).map { plan.place.appending("/limits/\($0)/maximum") }
        case .notCovered, .excluded: benefit?.place.appending("/coverage")
        case .authorizationMissing: benefit?.place.appending("/authorization")
        case .waitingPeriod: benefit?.place.appending("/waitingPeriodMonths")
        case .maintenance: benefit?.place.appending("/maintenance")
        case .modifierMissing, .diagnosisNotPayable: medicare?.rules.place
        case .noBenefit: plan.place.appending("/benefits")
        }
    }
}
