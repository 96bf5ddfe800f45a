public import CareCoverage
import CareModel

/// The visits of a plan of care after the patient's plans shared their cost.
struct SharedCourse: Hashable, Sendable {
    let visits: [AdjudicatedVisit]
    /// What of each plan has been used after the last visit.
    let accumulators: [Accumulators]
    /// Of each plan, whether a notice that Medicare will not pay has ended with a visit.
    let endedNotices: [Bool]
    /// What of the first plan's general deductible was left before the first visit; absent where it
    /// has none.
    let deductibleLeft: Money?
}

extension Estimator {
    /// Shares the cost of priced visits in order of date.
    ///
    /// Nothing but the figures of the coverages decides, so the same visits can be shared again
    /// with other figures to see what an answer is worth.
    func share(
        _ visits: [PricedVisit],
        for request: QuoteRequest,
        recordsSteps: Bool = true
    ) throws(QuoteProblems) -> SharedCourse {
        let adjudicators = request.coverages.map { coverage in
            Adjudicator(
                plan: coverage.plan,
                network: coverage.network,
                accumulators: coverage.accumulators,
                facts: request.facts(of: coverage),
                recordsSteps: recordsSteps
            )
        }
        var pair = adjudicators.first.map {
            PlanPair(first: $0, second: adjudicators.dropFirst().first)
        }
        let deductibleLeft = visits.first.flatMap { first in
            pair?.first.deductibleLeft(on: first.arranged.date)
        }
        var shared: [AdjudicatedVisit] = []
        shared.reserveCapacity(visits.count)
        for visit in visits {
            do throws(AdjudicationError) {
                shared.append(try share(visit, with: &pair, recordsSteps: recordsSteps))
            } catch {
                throw QuoteProblems([problem(error, visit: visit.arranged, request: request)])
            }
        }
        return SharedCourse(
            visits: shared,
            accumulators: pair?.accumulators ?? [],
            endedNotices: pair?.endedNotices ?? [],
            deductibleLeft: deductibleLeft
        )
    }

    /// What the patient has paid after each of some priced visits, the fees of a membership
    /// included.
    func runningTotals(
        _ visits: [PricedVisit],
        for request: QuoteRequest
    ) throws(QuoteProblems) -> [Money] {
        let course = try share(visits, for: request, recordsSteps: false)
        return runningTotals(of: course, over: visits, for: request)
    }

    /// The same of visits whose cost is shared.
    func runningTotals(
        of course: SharedCourse,
        over visits: [PricedVisit],
        for request: QuoteRequest
    ) -> [Money] {
        let fees = request.membershipFees(on: visits.map(\.arranged.date))
        var sum = Money.zero
        return zip(course.visits, fees).map { visit, fee in
            sum += visit.lines.reduce(fee) { $0 + $1.amounts.patientPays }
            return sum
        }
    }

    /// Assembles the quote from visits whose cost is shared.
    func assemble(
        _ course: SharedCourse,
        _ uncertainty: Uncertainty,
        for request: QuoteRequest,
        _ prepared: Prepared
    ) -> Quote {
        let visits = uncertainty.visits
        var quoted: [QuotedVisit] = []
        var timeline = Timeline(plans: request.coverages.map(\.plan))
        for (visit, shared) in zip(visits, course.visits) {
            let arranged = visit.arranged
            timeline.add(shared, number: arranged.number, date: arranged.date)
            quoted.append(QuotedVisit(arranged, lines: shared.lines))
        }
        let ways = WaysToPay(
            visits: visits,
            quoted: quoted,
            request: request,
            prepared: prepared,
            estimator: self
        )
        if let offered = ways.offeredLines {
            quoted = repriced(visits, as: quoted, at: offered)
        }
        return Quote(
            request: request,
            screening: prepared.screening,
            projection: prepared.care?.plan.map { plan in
                ProjectedCost(plan, visits: quoted, way: ways.chosen, ranges: uncertainty.ranges)
            },
            singleVisit: prepared.care?.singleVisit,
            visits: quoted,
            totals: quoted.map(\.amounts).total(),
            events: timeline.events,
            accumulatorsAfter: course.accumulators,
            unverified: uncertainty.unverified + assumedPrices(of: quoted).map(\.unverified),
            range: ways.chosen.offerIsTaken ? AmountRange(ways.chosen.total) : uncertainty.range,
            runningTotals: ways.chosen.offerIsTaken
                ? ways.chosen.settlements.map { AmountRange($0.cost) } : uncertainty.ranges,
            waysToPay: ways.inOrder,
            chosenWay: ways.chosen,
            deductibleLeft: course.deductibleLeft,
            goodUntil: goodUntil(quoted, for: request),
            missedAppointment: missedAppointment(on: request.asOf),
            notices: notices(on: quoted, events: timeline.events, request: request)
                + uncertainty.notices + prepared.notices
                + notices(on: visits.map(\.arranged), quoted: quoted, request: request)
                + ways.notices
        )
    }

    /// The visits of a patient without a plan at the prices of an offer.
    private func repriced(
        _ visits: [PricedVisit],
        as quoted: [QuotedVisit],
        at prices: [[Money]]
    ) -> [QuotedVisit] {
        zip(visits, zip(quoted, prices)).map { visit, pair in
            let (before, prices) = pair
            let lines = zip(zip(visit.lines, prices), before.lines).map { line, unoffered in
                (try? line.0.paidBySelf(at: line.1)) ?? unoffered
            }
            return QuotedVisit(visit.arranged, lines: lines)
        }
    }

    /// Shares the cost of a visit with the plans, or prices it for a patient who has none.
    private func share(
        _ visit: PricedVisit,
        with pair: inout PlanPair?,
        recordsSteps: Bool
    ) throws(AdjudicationError) -> AdjudicatedVisit {
        guard var running = pair else {
            return try AdjudicatedVisit(paidBySelf: visit.lines, recordsSteps: recordsSteps)
        }
        let shared = try running.adjudicate(
            visit.lines,
            visit.secondLines,
            on: visit.arranged.date,
            careType: visit.arranged.careType
        )
        pair = running
        return shared
    }

    private func problem(
        _ error: AdjudicationError,
        visit: ArrangedVisit,
        request: QuoteRequest
    ) -> QuoteProblem {
        let (role, line): (QuoteProblem.PriceRole, ServiceLine)
        switch error {
        case .noAllowedAmount(let unpriced): (role, line) = (.allowed, unpriced)
        case .noSelfPayPrice(let unpriced): (role, line) = (.selfPay, unpriced)
        case .noDeductible(let year, let file):
            return .noYearlyFigure(year: year, file: file, place: visit.place)
        }
        return .noTable(
            role,
            QuoteProblem.LineReference(line: line, visit: visit.number, date: visit.date)
        )
    }
}

extension QuotedVisit {
    init(_ arranged: ArrangedVisit, lines: [AdjudicatedLine]) {
        self.init(
            number: arranged.number,
            date: arranged.date,
            kind: arranged.kind,
            careType: arranged.careType,
            phase: arranged.phase,
            probability: arranged.probability,
            lines: lines,
            amounts: lines.map(\.amounts).total()
        )
    }
}

extension Sequence<LineAmounts> {
    /// The sums of the parts.
    public func total() -> LineAmounts {
        reduce(into: LineAmounts()) { $0 += $1 }
    }
}

extension AdjudicatedVisit {
    /// A visit of a patient who has no plan.
    init(paidBySelf lines: [PricedLine], recordsSteps: Bool) throws(AdjudicationError) {
        var shared: [AdjudicatedLine] = []
        for line in lines {
            shared.append(try line.paidBySelf(recordsSteps: recordsSteps))
        }
        self.init(lines: shared, events: [])
    }
}
