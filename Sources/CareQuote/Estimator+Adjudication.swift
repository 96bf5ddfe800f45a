import CareCoverage
import CareModel

extension Estimator {
    /// Shares the cost of every visit in order and assembles the quote.
    func adjudicate(
        _ visits: [PricedVisit],
        for request: QuoteRequest
    ) throws(QuoteProblems) -> Quote {
        var adjudicator = request.coverage.map { coverage in
            Adjudicator(
                plan: coverage.plan,
                network: coverage.network,
                accumulators: coverage.accumulators,
                facts: request.facts
            )
        }
        let deductibleLeft = visits.first.flatMap { first in
            adjudicator?.deductibleLeft(on: first.arranged.date)
        }
        var quoted: [QuotedVisit] = []
        var timeline = Timeline(plan: request.coverage?.plan)
        for visit in visits {
            let arranged = visit.arranged
            do throws(AdjudicationError) {
                let shared = try share(visit, with: &adjudicator)
                timeline.add(shared, number: arranged.number, date: arranged.date)
                quoted.append(QuotedVisit(arranged, lines: shared.lines))
            } catch {
                throw QuoteProblems([problem(error, visit: arranged)])
            }
        }
        let ways = WaysToPay(
            visits: visits,
            quoted: quoted,
            request: request,
            estimator: self
        )
        if let offered = ways.offeredLines {
            quoted = repriced(visits, as: quoted, at: offered)
        }
        return Quote(
            request: request,
            visits: quoted,
            totals: quoted.map(\.amounts).total(),
            events: timeline.events,
            accumulatorsAfter: adjudicator?.accumulators,
            waysToPay: ways.inOrder,
            chosenWay: ways.chosen,
            deductibleLeft: deductibleLeft,
            goodUntil: goodUntil(quoted, for: request),
            missedAppointment: missedAppointment(on: request.asOf),
            notices: notices(on: quoted, events: timeline.events, request: request)
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

    /// Shares the cost of a visit with the plan, or prices it for a patient who has none.
    private func share(
        _ visit: PricedVisit,
        with adjudicator: inout Adjudicator?
    ) throws(AdjudicationError) -> AdjudicatedVisit {
        guard var running = adjudicator else {
            return try AdjudicatedVisit(paidBySelf: visit.lines)
        }
        let shared = try running.adjudicate(
            visit.lines,
            on: visit.arranged.date,
            careType: visit.arranged.careType
        )
        adjudicator = running
        return shared
    }

    private func problem(_ error: AdjudicationError, visit: ArrangedVisit) -> QuoteProblem {
        let (role, line): (QuoteProblem.PriceRole, ServiceLine) =
            switch error {
            case .noAllowedAmount(let line): (.allowed, line)
            case .noSelfPayPrice(let line): (.selfPay, line)
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
            lines: lines,
            amounts: lines.map(\.amounts).total()
        )
    }
}

extension Sequence<LineAmounts> {
    func total() -> LineAmounts {
        reduce(into: LineAmounts()) { $0 += $1 }
    }
}

extension AdjudicatedVisit {
    /// A visit of a patient who has no plan.
    init(paidBySelf lines: [PricedLine]) throws(AdjudicationError) {
        var shared: [AdjudicatedLine] = []
        for line in lines {
            shared.append(try line.paidBySelf())
        }
        self.init(lines: shared, events: [])
    }
}
