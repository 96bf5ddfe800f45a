import CareCoverage
import CareModel

extension Estimator {
    /// Dates of a patient's plans that cannot be.
    func accumulatorProblems(
        of visits: [ArrangedVisit],
        for request: QuoteRequest
    ) -> [QuoteProblem] {
        request.coverages.flatMap { coverage in
            earlyVisits(visits, under: coverage)
                + datedProblems(of: visits, under: coverage, for: request)
        }
    }

    /// The figures of a plan that some visits depend on, and that are not known.
    func needs(
        of visits: [ArrangedVisit],
        under coverage: PatientCoverage,
        for request: QuoteRequest,
        known: Accumulators? = nil
    ) -> [AccumulatorNeed] {
        coverage.plan.unknownNeeds(
            of: visits.map { visit in
                DatedLines(date: visit.date, careType: visit.careType, lines: visit.lines)
            },
            network: coverage.network,
            known: known ?? coverage.accumulators,
            facts: request.facts(of: coverage)
        )
    }

    /// Visits in a benefit year before that of the figures; `RepeatedCourse.isPossible` asks the same,
    /// and so for dates that cannot be.
    private func earlyVisits(
        _ visits: [ArrangedVisit],
        under coverage: PatientCoverage
    ) -> [QuoteProblem] {
        let asOf = coverage.accumulators.asOf
        let yearStart = coverage.plan.benefitPeriod.yearStart(containing: asOf)
        let hasCalendarLimit = coverage.plan.limits.contains { $0.period == .calendarYear }
        return visits.filter { visit in
            visit.date < yearStart || (hasCalendarLimit && visit.date.year < asOf.year)
        }
        .map { .visitBeforeAccumulators($0.date, asOf: asOf, place: $0.place) }
    }

    /// Dates that cannot be: figures of a year that has ended since, and days after the quote's.
    private func datedProblems(
        of visits: [ArrangedVisit],
        under coverage: PatientCoverage,
        for request: QuoteRequest
    ) -> [QuoteProblem] {
        var problems: [QuoteProblem] = []
        let period = coverage.plan.benefitPeriod
        let asOf = coverage.accumulators.asOf
        if period.yearStart(containing: asOf) < period.yearStart(containing: request.asOf) {
            // What was used since that year ended is not known, and is not zero.
            let needs = needs(
                of: visits,
                under: coverage,
                for: request,
                known: Accumulators(asOf: request.asOf)
            )
            if !needs.isEmpty {
                problems.append(
                    .outdatedAccumulators(
                        asOf: asOf,
                        yearStart: period.yearStart(containing: request.asOf),
                        place: coverage.place
                    )
                )
            }
        }
        if let joined = coverage.memberSince, let first = visits.first?.date, joined > first {
            problems.append(.memberAfterVisit(joined, visit: first, place: coverage.place))
        }
        if let verified = coverage.verification?.on, verified > request.asOf {
            problems.append(
                .dateAfterQuote(verified, place: coverage.place.appending("/verified/on"))
            )
        }
        return problems
    }
}
