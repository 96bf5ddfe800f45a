import CareCoverage
import CareModel

/// A second reading of rules S1 to S9 and S11, slow and plain, to compare the first one with.
///
/// It keeps no running figures. It remembers every covered line of the course, and works out what
/// is left of each term by going through all of them again, line after line.
struct SlowAdjudicator {
    /// A covered line of the course so far.
    struct Past {
        let visit: Int
        let date: CalendarDate
        /// The row that covers the line.
        let row: Int
        let category: ServiceCategory
        var deductible = 0
        /// What was credited toward the maximum.
        var credited = 0
        /// The row whose copay was taken, and how much of it before any trimming.
        var copayRow = -1
        var copay = 0
        /// The limits, by position, that count the line.
        var counting: [Int] = []
    }

    /// What becomes of a line.
    struct Outcome: Equatable {
        var denial: String?
        var allowed = 0
        var shares = Shares()
    }

    let plan: BenefitPlan
    let network: Network
    let known: Accumulators
    var past: [Past] = []
    var visit = 0

    init(_ course: Course) {
        plan = course.plan
        network = course.network
        known = course.used
    }

    /// The outcomes of a whole course.
    static func outcomes(of course: Course) -> [[Outcome]] {
        var adjudicator = SlowAdjudicator(course)
        return course.visits.map { visit in
            adjudicator.visit += 1
            return visit.lines.map {
                adjudicator.outcome(of: $0, on: visit.date, isActive: visit.careType == .active)
            }
        }
    }

    private mutating func outcome(
        of line: PricedLine,
        on date: CalendarDate,
        isActive: Bool
    ) -> Outcome {
        let row = row(for: line.line)
        if let denial = denial(row, on: date, isActive: isActive) {
            return uncovered(line, row, denial)
        }
        guard let row else { return uncovered(line, nil, "noBenefit") }
        return covered(line, row, on: date)
    }

    /// The most specific row for this network: code, then service, then category.
    private func row(for line: ServiceLine) -> Int? {
        let rows = plan.benefits.indices.filter { plan.benefits[$0].networks.contains(network) }
        let named = rows.first { index in
            guard case .codes(let codes) = plan.benefits[index].selector else { return false }
            return codes.contains { $0 == line.code }
        }
        let kept = rows.first { index in
            guard case .services(let keys) = plan.benefits[index].selector else { return false }
            return keys.contains { $0 == line.service }
        }
        let general = rows.first { plan.benefits[$0].selector == .category(line.category) }
        return named ?? kept ?? general
    }

    /// S2: why a line is not covered.
    private func denial(_ row: Int?, on date: CalendarDate, isActive: Bool) -> String? {
        if date < plan.effectiveFrom { return "planNotInForce" }
        if let last = plan.effectiveThrough, last < date { return "planNotInForce" }
        guard let row else { return "noBenefit" }
        let benefit = plan.benefits[row]
        if benefit.coverage == .notCovered { return "notCovered" }
        if benefit.coverage == .excluded { return "excluded" }
        if !isActive && !benefit.coversMaintenance { return "maintenance" }
        for limit in benefit.limits where !hasRoom(limit, on: date) {
            return "limitReached \(plan.limits[limit].id)"
        }
        return nil
    }

    /// S3: the price of a line that is not covered.
    private func uncovered(_ line: PricedLine, _ row: Int?, _ denial: String) -> Outcome {
        let benefit = row.map { plan.benefits[$0] }
        let billed = line.charge.amount.cents * line.line.units
        let price: Int
        switch benefit?.afterExhaustion {
        case .notBillable: price = 0
        case .billed: price = billed
        case .selfPay: price = (line.selfPay?.amount.cents ?? 0) * line.line.units
        case .contracted: price = contracted(line)
        case nil: price = benefit?.coverage == .excluded ? billed : contracted(line)
        }
        let owed = min(price, billed)
        return Outcome(
            denial: denial,
            shares: Shares(writeOff: billed - owed, notCovered: owed)
        )
    }

    private func contracted(_ line: PricedLine) -> Int {
        let price = network == .inNetwork ? line.allowed : line.charge
        return (price?.amount.cents ?? 0) * line.line.units
    }
}
