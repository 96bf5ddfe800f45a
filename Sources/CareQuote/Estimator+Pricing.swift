import CareComplexity
import CareCoverage
import CareModel
import CarePricing

/// A visit whose lines have their prices.
struct PricedVisit: Hashable, Sendable {
    let arranged: ArrangedVisit
    /// The lines with the prices of the first plan, or without a plan.
    var lines: [PricedLine]
    /// The same lines with the prices of the second plan; none without one.
    var secondLines: [PricedLine] = []
}

extension Estimator {
    /// Looks up what each line costs on its date, and collects every price that is missing.
    func price(
        _ visits: [ArrangedVisit],
        for request: QuoteRequest,
        problems: inout [QuoteProblem]
    ) -> [PricedVisit] {
        var priced: [PricedVisit] = []
        for visit in visits {
            var result = PricedVisit(arranged: visit, lines: [])
            for line in visit.lines {
                let own = price(line, of: visit, for: request, problems: &problems)
                guard let own else { continue }
                result.lines.append(own)
                if let second = request.secondary {
                    result.secondLines.append(
                        priceForSecond(
                            own,
                            of: visit,
                            under: second,
                            for: request,
                            problems: &problems
                        )
                    )
                }
            }
            priced.append(result)
        }
        // A price that is missing was reported already; the others can be reduced all the same.
        priced = reduce(
            priced,
            \.lines,
            schedule: request.primary?.payerSchedule,
            problems: &problems
        )
        guard let second = request.secondary else { return priced }
        return reduce(
            priced,
            \.secondLines,
            schedule: second.payerSchedule,
            problems: &problems
        )
    }

    private func price(
        _ line: ServiceLine,
        of visit: ArrangedVisit,
        for request: QuoteRequest,
        problems: inout [QuoteProblem]
    ) -> PricedLine? {
        let lookup = lookup(line, of: visit, for: request)
        let charge = lookup.price(.charge, stated: line.stated.charge, in: clinic?.charges)
        let selfPay = lookup.price(.selfPay, stated: line.stated.selfPay, in: clinic?.selfPay)
        let row = request.primary.flatMap { request.benefit(for: line, of: $0) }
        var allowed: UnitPrice?
        if let coverage = request.primary {
            let price = allowedPrice(
                row: row,
                stated: line.stated.allowed,
                under: coverage,
                lookup: lookup
            )
            if case .failure(let problem) = price, needsAllowed(row, under: coverage) {
                let isOnlyOut = row == nil && isPricedOutOfNetwork(line, under: coverage)
                let told: QuoteProblem =
                    isOnlyOut ? .onlyOutOfNetwork(line.name, place: coverage.place) : problem
                // What is wrong with the plan is told once, and not at every visit.
                if !isOnlyOut || !problems.contains(told) { problems.append(told) }
            }
            allowed = try? price.get()
        }
        if case .failure(let problem) = charge { problems.append(problem) }
        if case .failure(let problem) = selfPay, needsSelfPay(row, for: request) {
            problems.append(problem)
        }
        guard case .success(let charge) = charge else { return nil }
        return PricedLine(
            line: line,
            charge: charge,
            allowed: allowed,
            selfPay: try? selfPay.get()
        )
    }

    /// The line with what the second plan allows: the amount that the request states, else the row
    /// of the plan's own schedule, else what the first plan allows.
    private func priceForSecond(
        _ line: PricedLine,
        of visit: ArrangedVisit,
        under coverage: PatientCoverage,
        for request: QuoteRequest,
        problems: inout [QuoteProblem]
    ) -> PricedLine {
        let row = request.benefit(for: line.line, of: coverage)
        let stated = line.line.stated.secondaryAllowed
        let price = allowedPrice(
            row: row,
            stated: stated ?? (namesNoRate(row, coverage) ? line.line.stated.allowed : nil),
            under: coverage,
            lookup: lookup(line.line, of: visit, for: request)
        )
        var allowed = try? price.get()
        if allowed == nil, namesNoRate(row, coverage) { allowed = line.allowed }
        if allowed == nil, row?.coverage == .covered, needsAllowed(row, under: coverage),
            coverage.plan.coordination != .medigap, case .failure(let problem) = price
        {
            problems.append(problem)
        }
        return PricedLine(
            line: line.line,
            charge: line.charge,
            // What a plan would allow for a line that it does not pay changes nothing.
            allowed: allowed ?? (row?.coverage == .covered ? nil : line.charge),
            selfPay: line.selfPay ?? line.charge
        )
    }

    /// Whether neither the plan nor the row says what is allowed.
    private func namesNoRate(_ row: Benefit?, _ coverage: PatientCoverage) -> Bool {
        guard coverage.plan.type != .medicarePartB else { return false }
        return coverage.network == .inNetwork
            ? coverage.plan.feeSchedule == nil : row?.outOfNetworkBasis == nil
    }

    private func lookup(
        _ line: ServiceLine,
        of visit: ArrangedVisit,
        for request: QuoteRequest
    ) -> PriceLookup {
        PriceLookup(
            reference: QuoteProblem.LineReference(
                line: line,
                visit: visit.number,
                date: visit.date
            ),
            assumesPricesContinue: request.assumesPricesContinue,
            componentModifiers: rules.componentModifiers
        )
    }

    /// What a plan allows: the amount that the request states, else the row of the contracted
    /// schedule in network, or of the schedule that the benefit row names out of network; for
    /// Medicare its fee in the locality, whatever it then approves of it.
    private func allowedPrice(
        row: Benefit?,
        stated: Money?,
        under coverage: PatientCoverage,
        lookup: PriceLookup
    ) -> Result<UnitPrice, QuoteProblem> {
        if coverage.plan.type == .medicarePartB, stated == nil {
            // Only what Medicare covers has a price of Medicare's that matters here.
            guard row?.coverage == .covered else {
                return .failure(.noTable(.allowed, lookup.reference))
            }
            return medicarePrice(of: lookup.reference)
        }
        let schedule: String?
        switch coverage.network {
        case .inNetwork: schedule = coverage.plan.feeSchedule
        case .outOfNetwork:
            switch row?.outOfNetworkBasis {
            case .schedule(let id)?: schedule = id
            case .fractionOfMedicare? where stated == nil:
                return medicarePrice(of: lookup.reference)
            case .fractionOfMedicare?, .fractionOfCharge?, nil: schedule = nil
            }
        }
        return lookup.price(.allowed, stated: stated, in: schedule.flatMap { schedules[$0] })
    }

    /// Medicare's amount in the locality.
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
    private func needsAllowed(_ row: Benefit?, under coverage: PatientCoverage) -> Bool {
        if coverage.plan.type == .medicarePartB { return row?.coverage == .covered }
        let isInNetwork = coverage.network == .inNetwork
        guard let row else { return isInNetwork && coverage.plan.type != .workersCompensation }
        if row.coverage == .covered {
            if case .fractionOfCharge? = row.outOfNetworkBasis, !isInNetwork { return false }
            return true
        }
        return isInNetwork && row.uncoveredPrice == .contracted
    }

    /// Whether a plan without contracted prices covers a line where the clinic is out of network.
    private func isPricedOutOfNetwork(
        _ line: ServiceLine,
        under coverage: PatientCoverage
    ) -> Bool {
        guard coverage.network == .inNetwork, coverage.plan.feeSchedule == nil else { return false }
        let row = coverage.plan.benefitIndex(for: line, network: .outOfNetwork)
        return row.map { coverage.plan.benefits[$0].coverage == .covered } ?? false
    }

    /// Whether a line of a row can only be priced with a self-pay price.
    private func needsSelfPay(_ row: Benefit?, for request: QuoteRequest) -> Bool {
        // An offer is worked out from self-pay prices.
        guard request.primary != nil, request.offer == nil else { return true }
        return row?.uncoveredPrice == .selfPay
    }
}
