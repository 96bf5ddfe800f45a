import CareComplexity
import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

extension UnknownPlanTerm {
    /// The numbers of the ends that some visits can tell apart.
    ///
    /// A limit of more than is used and still to come covers everything, a waiting period matters by
    /// the visits before its end. A term that is no count keeps all of its ends.
    ///
    /// - Parameters:
    ///   - visits: The visits.
    ///   - coverage: The plan, with what was used of it.
    /// - Returns: The numbers, rising, the first end among them.
    func ends(
        toldApartBy visits: [RequestedVisit],
        under coverage: PatientCoverage
    ) -> [Int] {
        guard let last = counts.indices.last else { return Array(0..<choices) }
        let path = pointer.split(separator: "/")
        let plan = coverage.plan
        guard let index = path.dropFirst().first.flatMap({ Int($0) }) else {
            return Array(0..<choices)
        }
        switch (path.first, path.last) {
        case ("limits", "maximum"):
            let limit = plan.limits[index]
            let most =
                coverage.accumulators.used(of: limit)
                + (limit.unit == .services ? visits.map(\.mostLines).reduce(0, +) : visits.count)
            return counts.indices.filter { counts[$0] <= most || $0 == last }
        case ("benefits", "afterVisit"):
            var most = visits.count
            if case .category(let category) = plan.benefits[index].selector {
                most += coverage.accumulators.benefitVisits[category] ?? 0
            }
            return counts.indices.filter { counts[$0] <= most || $0 == last }
        case ("benefits", "waitingPeriodMonths"):
            let joined = coverage.memberSince ?? plan.effectiveFrom
            let dates = visits.map(\.date)
            guard let first = dates.min(), let end = dates.max() else {
                return Array(0..<choices)
            }
            let within = counts.indices.filter { number in
                (first.adding(days: 1)...max(end, first.adding(days: 1)))
                    .contains(joined.adding(months: counts[number]))
            }
            let beyond = counts.indices.first { joined.adding(months: counts[$0]) > end }
            return Array(Set([0] + within + [beyond ?? last])).sorted()
        default: return Array(0..<choices)
        }
    }
}

extension Accumulators {
    /// How many visits or services of a limit are used, as far as that is known.
    fileprivate func used(of limit: UsageLimit) -> Int {
        switch limits[limit.id] {
        case .used(let count)?: count
        case .dates(let dates)?: dates.count
        case .amount?, nil: 0
        }
    }
}

extension RequestedVisit {
    /// The most lines that the visit's claim can hold.
    fileprivate var mostLines: Int {
        // An exam, two adjustments (of the spine and beyond it), and what the clinic's table adds.
        let always = 3 + DocumentLimits.servicesAddedToVisit
        return switch contents {
        case .services(let lines): lines.count
        case .consultation: always
        case .session(let session): always + session.timed.count + session.other.count
        }
    }
}
