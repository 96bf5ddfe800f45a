import CareComplexity
import CareCoverage
import CareModel
import CarePricing

/// A visit whose lines have their prices.
struct PricedVisit: Hashable, Sendable {
    let arranged: ArrangedVisit
    let lines: [PricedLine]
}

extension Estimator {
    /// Looks up what each line costs on its date, and collects every price that is missing.
    func price(
        _ visits: [ArrangedVisit],
        for request: QuoteRequest,
        problems: inout [QuoteProblem]
    ) -> [PricedVisit] {
        visits.map { visit in
            let lines = visit.lines.compactMap { line in
                price(line, of: visit, for: request, problems: &problems)
            }
            let reduced = reduce(lines, of: visit, for: request, problems: &problems)
            return PricedVisit(arranged: visit, lines: reduced)
        }
    }

    private func price(
        _ line: ServiceLine,
        of visit: ArrangedVisit,
        for request: QuoteRequest,
        problems: inout [QuoteProblem]
    ) -> PricedLine? {
        let lookup = PriceLookup(
            reference: QuoteProblem.LineReference(
                line: line,
                visit: visit.number,
                date: visit.date
            ),
            assumesPricesContinue: request.assumesPricesContinue
        )
        let charge = lookup.price(.charge, stated: line.stated.charge, in: clinic?.charges)
        let selfPay = lookup.price(.selfPay, stated: line.stated.selfPay, in: clinic?.selfPay)
        let allowed = allowedPrice(of: line, lookup: lookup, for: request)

        let row = request.coverage.flatMap { coverage in
            coverage.plan.benefitIndex(for: line, network: coverage.network)
                .map { coverage.plan.benefits[$0] }
        }
        if case .failure(let problem) = charge { problems.append(problem) }
        if case .failure(let problem) = allowed, needsAllowed(row, for: request) {
            problems.append(problem)
        }
        if case .failure(let problem) = selfPay, needsSelfPay(row, for: request) {
            problems.append(problem)
        }
        guard case .success(let charge) = charge else { return nil }
        return PricedLine(
            line: line,
            charge: charge,
            allowed: try? allowed.get(),
            selfPay: try? selfPay.get()
        )
    }

    /// What the plan allows: the amount that the request states, else the row of the contracted
    /// schedule in network, or of the schedule that the benefit row names out of network.
    private func allowedPrice(
        of line: ServiceLine,
        lookup: PriceLookup,
        for request: QuoteRequest
    ) -> Result<UnitPrice, QuoteProblem> {
        guard let coverage = request.coverage else {
            return .failure(.noTable(.allowed, lookup.reference))
        }
        let schedule: String?
        switch coverage.network {
        case .inNetwork: schedule = coverage.plan.feeSchedule
        case .outOfNetwork:
            let row = coverage.plan.benefitIndex(for: line, network: .outOfNetwork)
            if let row, case .schedule(let id)? = coverage.plan.benefits[row].outOfNetworkBasis {
                schedule = id
            } else {
                schedule = nil
            }
        }
        return lookup.price(
            .allowed,
            stated: line.stated.allowed,
            in: schedule.flatMap { schedules[$0] }
        )
    }

    /// Whether a line of a row can only be priced with an allowed amount.
    private func needsAllowed(_ row: Benefit?, for request: QuoteRequest) -> Bool {
        guard let coverage = request.coverage else { return false }
        let isInNetwork = coverage.network == .inNetwork
        guard let row else { return isInNetwork }
        if row.coverage == .covered {
            if case .fractionOfCharge? = row.outOfNetworkBasis, !isInNetwork { return false }
            return true
        }
        return isInNetwork && row.uncoveredPrice == .contracted
    }

    /// Whether a line of a row can only be priced with a self-pay price.
    private func needsSelfPay(_ row: Benefit?, for request: QuoteRequest) -> Bool {
        guard request.coverage != nil else { return true }
        return row?.uncoveredPrice == .selfPay
    }
}
