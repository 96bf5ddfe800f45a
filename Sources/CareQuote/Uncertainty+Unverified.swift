import CareCoverage
import CareModel

/// What an answer to each open question is worth.
extension Uncertainty {
    /// What a point that is combined is worth.
    func entry(of index: Int) -> Unverified {
        let worth = combinations.groups(of: index)
            .map { group in
                let known = group.compactMap { totals[$0] }
                return (known.max() ?? .zero) - (known.min() ?? .zero)
            }
            .max()
        let effect = Unverified.Effect(low: range.low, high: range.high, worth: worth ?? .zero)
        return entry(of: points[index], effect: effect)
    }

    /// A point that nobody knows, with what an answer changes.
    func entry(of point: OpenPoint, effect: Unverified.Effect?) -> Unverified {
        let subject: Unverified.Subject =
            switch point.subject {
            case .figure(let need): .figure(need)
            case .diagnosis: .figure(.diagnosis)
            case .term(let term): .term(term.pointer)
            }
        return Unverified(
            subject: subject,
            coverage: point.coverage,
            kind: .unknown,
            effect: effect
        )
    }

    /// The figures that are known, and were verified too long ago: each as given and all used.
    mutating func staleFigures() throws(QuoteProblems) -> [Unverified] {
        var entries: [Unverified] = []
        for (index, coverage) in expected.coverages.enumerated() {
            guard let verified = coverage.verification?.on,
                verified.days(until: request.asOf) > estimator.rules.verificationDays
            else { continue }
            let open = estimator.needs(of: arranged, under: coverage, for: expected).map(\.pointer)
            let all = estimator.needs(
                of: arranged,
                under: coverage,
                for: expected,
                known: Accumulators(asOf: coverage.accumulators.asOf)
            )
            for need in all where need.isOfCoverage && !open.contains(need.pointer) {
                let point = OpenPoint(
                    subject: .figure(need),
                    coverage: index,
                    ends: [.nothingUsed, .allUsed]
                )
                var found = totals.compactMap { $0 }
                var worth = Money.zero
                for number in totals.indices {
                    let used = try total(at: combinations.setting(number).with(point, at: .allUsed))
                    guard let used, let given = totals[number] else { continue }
                    found.append(used)
                    worth = max(worth, max(used - given, given - used))
                }
                entries.append(
                    Unverified(
                        subject: .figure(need),
                        coverage: index,
                        kind: .stale,
                        effect: Unverified.Effect(
                            low: found.min() ?? .zero,
                            high: found.max() ?? .zero,
                            worth: worth
                        )
                    )
                )
            }
        }
        return entries
    }
}
