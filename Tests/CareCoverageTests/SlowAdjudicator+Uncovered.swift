import CareCoverage
import CareModel

/// S2 and S3: why a line is not covered, and what it costs then.
extension SlowAdjudicator {
    /// S2: why a line is not covered.
    func denial(
        _ line: ServiceLine,
        _ row: Int?,
        on day: Day,
        isActive: Bool
    ) -> String? {
        if day.date < plan.effectiveFrom { return "planNotInForce" }
        if let last = plan.effectiveThrough, last < day.date { return "planNotInForce" }
        guard let row else { return "noBenefit" }
        let benefit = plan.benefits[row]
        if benefit.coverage == .notCovered { return "notCovered" }
        if benefit.coverage == .excluded { return "excluded" }
        if !isActive && !benefit.coversMaintenance { return "maintenance" }
        if let denial = medicareDenial(line) { return denial }
        let isNeeded = needsAuthorization(row, on: day) || limitsNeedAuthorization(row, on: day)
        if isNeeded, !isAuthorized(day.date), penaltyPart(row) == nil {
            return "authorizationMissing"
        }
        if isInWaitingPeriod(benefit, on: day.date) { return "waitingPeriod" }
        for limit in benefit.limits
        where plan.limits[limit].kind == .hard && !hasRoom(limit, on: day) {
            return "limitReached \(plan.limits[limit].id)"
        }
        // An auto policy is a bucket of dollars: nothing is covered once it is empty.
        for limit in benefit.limits
        where plan.type == .autoMedical && plan.limits[limit].unit == .dollars {
            if dollarRoom(limit, on: day) == 0 {
                return "limitReached \(plan.limits[limit].id)"
            }
        }
        return nil
    }

    /// S3: the price of a line that is not covered.
    func uncovered(
        _ line: PricedLine,
        _ row: Int?,
        _ denial: String,
        on date: CalendarDate
    ) -> Outcome {
        let benefit = row.map { plan.benefits[$0] }
        let billed = line.charge.amount.cents * line.line.units
        let price: Int
        switch benefit?.afterExhaustion {
        case _ where standing != nil: price = medicarePrice(line, benefit, denial, on: date)
        case nil where plan.type == .workersCompensation && denial != "planNotInForce": price = 0
        case nil where plan.type == .autoMedical && denial.hasPrefix("limitReached"):
            price = (line.selfPay?.amount.cents ?? 0) * line.line.units
        case _ where denial == "authorizationMissing" && clinicBearsMissing(benefit): price = 0
        case .notBillable: price = 0
        case .billed: price = billed
        case .selfPay: price = (line.selfPay?.amount.cents ?? 0) * line.line.units
        case .contracted: price = contracted(line)
        case nil: price = benefit?.coverage == .excluded ? billed : contracted(line)
        }
        let owed = min(price, billed)
        return Outcome(
            denial: denial,
            split: Split(writeOff: billed - owed, notCovered: owed)
        )
    }

    private func contracted(_ line: PricedLine) -> Int {
        let price = network == .inNetwork ? line.allowed : line.charge
        return (price?.amount.cents ?? 0) * line.line.units
    }
}
