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
        let priced = visits.map { visit in
            let lines = visit.lines.compactMap { line in
                price(line, of: visit, for: request, problems: &problems)
            }
            return PricedVisit(arranged: visit, lines: lines)
        }
        // A price that is missing was reported already; the others can be reduced all the same.
        return reduce(priced, for: request, problems: &problems)
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
            assumesPricesContinue: request.assumesPricesContinue,
            componentModifiers: rules.componentModifiers
        )
        let charge = lookup.price(.charge, stated: line.stated.charge, in: clinic?.charges)
        let selfPay = lookup.price(.selfPay, stated: line.stated.selfPay, in: clinic?.selfPay)
        let allowed = allowedPrice(of: line, lookup: lookup, for: request)

        let row = request.benefit(for: line)
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
            switch request.benefit(for: line)?.outOfNetworkBasis {
            case .schedule(let id)?: schedule = id
            case .fractionOfMedicare? where line.stated.allowed == nil:
                return medicarePrice(of: lookup.reference)
            case .fractionOfMedicare?, .fractionOfCharge?, nil: schedule = nil
            }
        }
        return lookup.price(
            .allowed,
            stated: line.stated.allowed,
            in: schedule.flatMap { schedules[$0] }
        )
    }

    /// Medicare's amount in the clinic's locality, of which an out-of-network plan allows a ratio.
    private func medicarePrice(
        of reference: QuoteProblem.LineReference
    ) -> Result<UnitPrice, QuoteProblem> {
        guard let medicare, let code = reference.line.code else {
            return .failure(.noTable(.allowed, reference))
        }
        do throws(MedicareGap) {
            let price = try medicare.price(of: code, on: reference.date)
            return .success(UnitPrice(amount: price.amount, source: price.source))
        } catch {
            return .failure(.noMedicarePrice(reference, error))
        }
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
        // An offer is worked out from self-pay prices.
        guard request.coverage != nil, request.offer == nil else { return true }
        return row?.uncoveredPrice == .selfPay
    }
}
