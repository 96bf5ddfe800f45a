import CareCoverage
import CareModel

/// Works out what a quote takes for granted and what the patient pays over all that is not known
/// (rule S17).
///
/// The same visits are shared once for each combination of ends. For a figure `expected` takes
/// nothing as used; for a term of a plan and for the diagnosis it takes what costs most.
struct Uncertainty {
    private let estimator: Estimator
    private let request: QuoteRequest
    private let arranged: [ArrangedVisit]
    private let readings: PlanReadings
    private var priced: [Setting: [PricedVisit]] = [:]
    /// What is open, the points that are combined first.
    private var points: [OpenPoint] = []
    /// How many of the points are combined.
    private var combined = 0
    /// The total of each combination of ends, by the bits of its number.
    private var totals: [Money?] = []

    /// The request as it is quoted.
    private(set) var expected: QuoteRequest
    /// The visits with their prices, as they are quoted.
    private(set) var visits: [PricedVisit] = []
    private(set) var unverified: [Unverified] = []
    private(set) var range = AmountRange(.zero)

    /// Works it out.
    ///
    /// - Throws: ``QuoteProblems`` where a price is missing that some end needs.
    init(
        of request: QuoteRequest,
        arranged: [ArrangedVisit],
        priced: [PricedVisit],
        readings: PlanReadings,
        estimator: Estimator
    ) throws(QuoteProblems) {
        self.estimator = estimator
        self.request = request
        self.arranged = arranged
        self.readings = readings
        self.priced[Setting()] = priced
        expected = request
        visits = priced
        try findPoints()
        try combine()
        let figures = try staleFigures()
        unverified = (points.indices.map(entry) + figures).enumerated()
            .sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
            .map(\.element)
    }

    // MARK: What is open

    /// Finds what is open, and of each point the two ends between which the total lies.
    private mutating func findPoints() throws(QuoteProblems) {
        let terms = readings.terms.map { term in
            OpenPoint(
                subject: .term(term),
                coverage: term.coverage,
                ends: (0..<term.choices).map { .number($0) }
            )
        }
        var found = terms
        var seen: Set<String> = []
        // What has to be known can depend on a term: a figure of a row is asked for only where the
        // row covers something.
        let settings =
            [Setting()] + terms.flatMap { term in term.ends.map { Setting().with(term, at: $0) } }
        for setting in settings {
            guard let reading = request.at(setting, readings) else { continue }
            for (index, coverage) in reading.coverages.enumerated() {
                for need in estimator.needs(of: arranged, under: coverage, for: reading)
                where seen.insert(need.isOfCoverage ? "\(index)\(need.pointer)" : "").inserted {
                    found.append(point(need, ofPlan: index))
                }
            }
        }
        points = try found.map { point throws(QuoteProblems) in try narrowed(point) }
        guard points.count > DocumentLimits.unknowns else {
            combined = points.count
            return
        }
        // The most valuable are combined; of the others each stands at its expected end.
        let effects = try points.map { point throws(QuoteProblems) in try singleEffect(of: point) }
        points = zip(points, effects).enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
        combined = DocumentLimits.unknowns
    }

    private func point(_ need: AccumulatorNeed, ofPlan index: Int) -> OpenPoint {
        guard need == .diagnosis else {
            return OpenPoint(
                subject: .figure(need),
                coverage: index,
                ends: [.nothingUsed, .allUsed]
            )
        }
        let codes = Set(request.coverages.flatMap(\.plan.telltaleDiagnoses)).sorted()
        return OpenPoint(
            subject: .diagnosis,
            coverage: index,
            ends: codes.map { .code($0) }
        )
    }

    /// The point with the two of its ends that cost least and most.
    private mutating func narrowed(_ point: OpenPoint) throws(QuoteProblems) -> OpenPoint {
        guard point.isExpectedAtMost else { return point }
        var possible: [(end: OpenPoint.End, total: Money)] = []
        for end in point.ends {
            if let total = try total(at: Setting().with(point, at: end)) {
                possible.append((end, total))
            }
        }
        var narrowed = point
        let least = possible.min { $0.total < $1.total }
        let most = possible.max { $0.total < $1.total }
        if let least, let most { narrowed.ends = [least.end, most.end] }
        return narrowed
    }

    private mutating func singleEffect(of point: OpenPoint) throws(QuoteProblems) -> Money {
        var totals: [Money] = []
        for end in point.ends {
            if let total = try total(at: Setting().with(point, at: end)) { totals.append(total) }
        }
        return (totals.max() ?? .zero) - (totals.min() ?? .zero)
    }

    // MARK: Combinations

    /// Shares the visits for each combination of ends; a bit that is set is an upper end.
    private mutating func combine() throws(QuoteProblems) {
        let count = 1 << combined
        totals.reserveCapacity(count)
        var best: (total: Money, setting: Setting)?
        let figures = points.indices.prefix(combined).filter { !points[$0].isExpectedAtMost }
        for number in 0..<count {
            let setting = setting(number)
            let total = try total(at: setting)
            totals.append(total)
            // The expected end of a figure is nothing used.
            guard let total, figures.allSatisfy({ number & (1 << $0) == 0 }) else { continue }
            if best.map({ total >= $0.total }) ?? true { best = (total, setting) }
        }
        guard let best else { return }
        expected = request.at(best.setting, readings) ?? request
        visits = try prices(of: best.setting) ?? visits
        let known = totals.compactMap { $0 }
        range = AmountRange(
            low: known.min() ?? best.total,
            expected: best.total,
            high: known.max() ?? best.total
        )
    }

    private func setting(_ number: Int) -> Setting {
        points.indices.reduce(into: Setting()) { setting, index in
            let isUpper =
                index < combined
                ? number & (1 << index) != 0
                : points[index].isExpectedAtMost
            let end = isUpper ? points[index].ends.last : points[index].ends.first
            if let end { setting = setting.with(points[index], at: end) }
        }
    }

    /// What the patient pays at some ends; nothing where a plan's ends cannot stand together.
    private mutating func total(at setting: Setting) throws(QuoteProblems) -> Money? {
        guard let request = request.at(setting, readings), let visits = try prices(of: setting)
        else { return nil }
        return try estimator.patientTotal(visits, for: request)
    }

    /// The visits with the prices of a reading, looked up once.
    private mutating func prices(of setting: Setting) throws(QuoteProblems) -> [PricedVisit]? {
        if let known = priced[setting.reading] { return known }
        guard let reading = request.at(setting.reading, readings) else { return nil }
        var problems: [QuoteProblem] = []
        let visits = estimator.price(arranged, for: reading, problems: &problems)
        guard problems.isEmpty else { throw QuoteProblems(problems) }
        priced[setting.reading] = visits
        return visits
    }

    // MARK: What an answer is worth

    private func entry(of index: Int) -> Unverified {
        let point = points[index]
        let subject: Unverified.Subject =
            switch point.subject {
            case .figure(let need): .figure(need)
            case .diagnosis: .figure(.diagnosis)
            case .term(let term): .term(term.pointer)
            }
        var worth = Money.zero
        if index < combined {
            for number in totals.indices where number & (1 << index) == 0 {
                guard let lower = totals[number], let upper = totals[number | (1 << index)] else {
                    continue
                }
                worth = max(worth, max(upper - lower, lower - upper))
            }
        }
        return Unverified(
            subject: subject,
            coverage: point.coverage,
            kind: .unknown,
            effect: index < combined
                ? Unverified.Effect(low: range.low, high: range.high, worth: worth) : nil
        )
    }

    /// The figures that are known, and were verified too long ago: each as given and all used.
    private mutating func staleFigures() throws(QuoteProblems) -> [Unverified] {
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
                    let used = try total(at: setting(number).with(point, at: .allUsed))
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
