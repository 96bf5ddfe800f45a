import CareCoverage
import CareModel

/// Something that a quote depends on and that nobody knows, with its ends.
struct OpenPoint: Hashable {
    /// What it is, apart from a plan's reading: the same limit reads differently at other ends.
    enum Subject: Hashable {
        case figure(AccumulatorNeed)
        case term(UnknownTerm)
        case diagnosis
    }

    let subject: Subject
    /// The plan, by its position among the patient's plans.
    let coverage: Int
    /// The ends: of a term by their numbers, of the diagnosis by its codes; at least one.
    var ends: [End]

    /// An end of something unknown.
    enum End: Hashable {
        /// Nothing of a figure is used.
        case nothingUsed
        /// All of a figure is used.
        case allUsed
        /// An end of a term, by its number.
        case number(Int)
        /// Diagnoses, the primary first; its text is empty for one that no row names.
        case codes([String])
    }

    /// Whether its expected end is the one that costs most, and not nothing used.
    var isExpectedAtMost: Bool {
        if case .figure = subject { false } else { true }
    }
}

/// What a quote takes for everything that is not known: one end of each point.
struct Setting: Hashable {
    private(set) var terms: [Int: [String: Int]] = [:]
    private(set) var diagnoses: [String]?
    private(set) var allUsed: [Int: [AccumulatorNeed]] = [:]

    /// What decides the prices: the readings of the plans, and the rows that hold.
    var reading: Setting {
        var reading = self
        reading.allUsed = [:]
        return reading
    }

    /// The setting with a point at an end.
    func with(_ point: OpenPoint, at end: OpenPoint.End) -> Setting {
        var setting = self
        switch (point.subject, end) {
        case (.term(let term), .number(let number)):
            setting.terms[term.coverage, default: [:]][term.pointer] = number
        case (.diagnosis, .codes(let codes)): setting.diagnoses = codes
        case (.figure(let need), .allUsed):
            setting.allUsed[point.coverage, default: []].append(need)
        default: break
        }
        return setting
    }
}

extension QuoteRequest {
    /// The request with the terms of its plans and the diagnosis at an end; the figures stay.
    ///
    /// - Parameters:
    ///   - setting: The ends.
    ///   - readings: What the plans are there.
    /// - Returns: The request, or nothing where ends of a plan cannot stand together.
    func read(at setting: Setting, _ readings: PlanReadings) -> QuoteRequest? {
        var changed: [PatientCoverage] = []
        for (index, coverage) in coverages.enumerated() {
            var plan = coverage.plan
            if let ends = setting.terms[index] {
                guard let reading = readings.plan(index, ends) else { return nil }
                plan = reading
            }
            changed.append(coverage.with(plan: plan, accumulators: coverage.accumulators))
        }
        return with(
            coverages: changed,
            diagnosisCodes: setting.diagnoses ?? diagnosisCodes
        )
    }

    /// The request with figures of its plans all used.
    func using(_ allUsed: [Int: [AccumulatorNeed]]) -> QuoteRequest {
        guard !allUsed.isEmpty else { return self }
        let changed = coverages.enumerated().map { index, coverage in
            var figures = coverage.accumulators
            let needs = allUsed[index] ?? []
            // The months are part of what is met, so they come last.
            for need in needs.filter({ $0 != .carryoverMonths })
                + needs.filter({ $0 == .carryoverMonths })
            {
                figures = figures.usingAll(
                    of: need,
                    under: coverage.plan,
                    facts: facts(of: coverage)
                )
            }
            return coverage.with(plan: coverage.plan, accumulators: figures)
        }
        return with(coverages: changed, diagnosisCodes: diagnosisCodes)
    }
}
