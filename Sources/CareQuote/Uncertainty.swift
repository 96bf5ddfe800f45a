import CareCoverage
import CareModel

/// Works out what a quote takes for granted and what the patient pays over all that is not known
/// (rule S17).
///
/// The same visits are shared once for each combination of ends. For a figure `expected` takes
/// nothing as used; for a term of a plan and for the diagnosis it takes what costs most.
struct Uncertainty {
    let estimator: Estimator
    let request: QuoteRequest
    let arranged: [ArrangedVisit]
    private let readings: PlanReadings
    /// The plans at the ends that were looked at; nothing where they cannot stand together.
    private var known: [Setting: Reading?] = [:]

    /// A request at some ends of its plans' terms, and its visits with their prices.
    private struct Reading {
        let request: QuoteRequest
        let visits: [PricedVisit]
    }

    /// What is open and combined.
    private(set) var points: [OpenPoint] = []
    /// What is open, and more than are combined; each stands at its expected end.
    private(set) var leftOut: [OpenPoint] = []
    /// The ways in which the ends stand together.
    private(set) var combinations = EndCombinations(points: [], held: Setting())
    /// The total of each combination, by its number; nothing where it cannot be.
    private(set) var totals: [Money?] = []

    /// The request as it is quoted.
    private(set) var expected: QuoteRequest
    /// The visits with their prices, as they are quoted.
    private(set) var visits: [PricedVisit] = []
    private(set) var unverified: [Unverified] = []
    private(set) var range = AmountRange(.zero)
    /// What the patient has paid after each visit.
    private(set) var ranges: [AmountRange] = []
    /// The visits as they are quoted with their cost shared, where there is one combination alone.
    private(set) var onlyCourse: SharedCourse?

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
        known[Setting()] = Reading(request: request, visits: priced)
        expected = request
        visits = priced
        try choosePoints(of: findPoints())
        try combine()
        let open = points.indices.map(entry) + leftOut.map { entry(of: $0, effect: nil) }
        unverified = (open + (try staleFigures())).enumerated()
            .sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
            .map(\.element)
    }

    /// What a reader must know of the range.
    var notices: [Notice] {
        let isReversible = !points.isEmpty && expected.coverages.contains { $0.plan.isReversible }
        return (leftOut.isEmpty ? [] : [.unknownsLeftOut(leftOut.count)])
            + (isReversible ? [.rangeMayBeWider] : [])
    }

    // MARK: What is open

    /// Finds what is open.
    ///
    /// What has to be known can depend on terms: a figure of a row is asked for only where the row
    /// covers something.
    private func findPoints() -> [OpenPoint] {
        let terms = readings.terms.map { term in
            OpenPoint(
                subject: .term(term),
                coverage: term.coverage,
                ends: (0..<term.choices).map { .number($0) }
            )
        }
        var found = terms
        var seen: Set<String> = []
        for setting in [Setting()] + settings(of: terms) {
            guard let reading = request.read(at: setting, readings) else { continue }
            for (index, coverage) in reading.coverages.enumerated() {
                for need in estimator.needs(of: arranged, under: coverage, for: reading)
                where seen.insert(need.isOfCoverage ? "\(index)\(need.pointer)" : "").inserted {
                    found.append(point(need, ofPlan: index))
                }
            }
        }
        return found
    }

    /// The ends of terms in every way that they can stand together, or of too many in pairs.
    private func settings(of terms: [OpenPoint]) -> [Setting] {
        let all = EndCombinations(points: terms[...], held: Setting())
        if all.count <= DocumentLimits.combinations { return (0..<all.count).map(all.setting) }
        return terms.indices.flatMap { first in
            terms.indices.dropFirst(first + 1).flatMap { second in
                let pair = EndCombinations(points: [terms[first], terms[second]], held: Setting())
                return (0..<pair.count).map(pair.setting)
            }
        }
    }

    /// Chooses what is combined: all of it, or the points and ends that make the most difference.
    private mutating func choosePoints(of found: [OpenPoint]) throws(QuoteProblems) {
        points = found
        defer { combinations = EndCombinations(points: points[...], held: combinations.held) }
        let count = EndCombinations.count(of: found)
        guard found.count > DocumentLimits.unknowns || count > DocumentLimits.combinations else {
            return
        }
        let paired = try PairedEnds(of: found) { setting throws(QuoteProblems) in
            try total(at: setting)
        }
        let order = found.indices.sorted { (paired.effects[$1], $0) < (paired.effects[$0], $1) }
        let others = order.dropFirst(DocumentLimits.unknowns)
        leftOut = others.map { found[$0] }
        let held = others.reduce(into: Setting()) { setting, index in
            guard let end = paired.expectedEnd(of: index) else { return }
            setting = setting.with(found[index], at: end)
        }
        combinations = EndCombinations(points: [], held: held)
        points = order.prefix(DocumentLimits.unknowns).map { found[$0] }
        for (place, index) in order.prefix(DocumentLimits.unknowns).enumerated().reversed()
        where EndCombinations.count(of: points) > DocumentLimits.combinations {
            points[place] = paired.narrowed(index)
        }
    }

    private func point(_ need: AccumulatorNeed, ofPlan index: Int) -> OpenPoint {
        guard need == .diagnosis else {
            return OpenPoint(
                subject: .figure(need),
                coverage: index,
                ends: [.nothingUsed, .allUsed]
            )
        }
        return OpenPoint(
            subject: .diagnosis,
            coverage: index,
            ends: request.telltaleDiagnoses.map { .codes($0) }
        )
    }

    // MARK: Combinations

    /// Shares the visits for each combination of ends.
    private mutating func combine() throws(QuoteProblems) {
        guard combinations.count != 1 else { return try shareOnce() }
        totals.reserveCapacity(combinations.count)
        var best: (paid: [Money], setting: Setting)?
        var (least, most): ([Money], [Money]) = ([], [])
        for number in 0..<combinations.count {
            let setting = combinations.setting(number)
            let paid = try runningTotals(at: setting)
            totals.append(paid.map { $0.last ?? .zero })
            guard let paid else { continue }
            least = least.isEmpty ? paid : zip(least, paid).map { min($0, $1) }
            most = most.isEmpty ? paid : zip(most, paid).map { max($0, $1) }
            guard combinations.usesNothing(number) else { continue }
            if isMore(paid, than: best?.paid) { best = (paid, setting) }
        }
        guard let best else { return try combineWithoutHolding() }
        let reading = try reading(at: best.setting)
        expected = reading?.request.using(best.setting.allUsed) ?? request
        visits = reading?.visits ?? visits
        ranges = best.paid.indices.map { index in
            AmountRange(low: least[index], expected: best.paid[index], high: most[index])
        }
        range = ranges.last ?? AmountRange(.zero)
    }

    /// Shares the visits in the one way in which they can be: what is quoted is then what is there.
    private mutating func shareOnce() throws(QuoteProblems) {
        let setting = combinations.setting(0)
        guard let reading = try reading(at: setting) else {
            totals = [nil]
            return try combineWithoutHolding()
        }
        expected = reading.request.using(setting.allUsed)
        visits = reading.visits
        let course = try estimator.share(visits, for: expected)
        onlyCourse = course
        ranges = estimator.runningTotals(of: course, over: visits, for: expected)
            .map { AmountRange($0) }
        range = ranges.last ?? AmountRange(.zero)
        totals = [range.expected]
    }

    /// Whether all visits together cost more than before, or no less.
    private func isMore(_ paid: [Money], than before: [Money]?) -> Bool {
        guard let before else { return true }
        return paid.last ?? .zero >= before.last ?? .zero
    }

    /// Combines again where what was left out stands at ends that go with no combination: the terms
    /// then stand as the request's own plans have them.
    private mutating func combineWithoutHolding() throws(QuoteProblems) {
        guard combinations.held == Setting() else {
            combinations = EndCombinations(points: points[...], held: Setting())
            totals = []
            return try combine()
        }
        let paid = try estimator.runningTotals(visits, for: request)
        ranges = paid.map { AmountRange($0) }
        range = ranges.last ?? AmountRange(.zero)
    }

    /// What the patient pays at some ends; nothing where a plan's ends cannot stand together.
    mutating func total(at setting: Setting) throws(QuoteProblems) -> Money? {
        try runningTotals(at: setting).map { $0.last ?? .zero }
    }

    private mutating func runningTotals(at setting: Setting) throws(QuoteProblems) -> [Money]? {
        guard let reading = try reading(at: setting) else { return nil }
        return try estimator.runningTotals(
            reading.visits,
            for: reading.request.using(setting.allUsed)
        )
    }

    /// The request and the prices of its visits where the plans are read at some ends, once for
    /// each; nothing where the ends cannot stand together.
    private mutating func reading(at setting: Setting) throws(QuoteProblems) -> Reading? {
        let key = setting.reading
        if let known = known[key] { return known }
        guard let read = request.read(at: key, readings) else {
            known[key] = .some(nil)
            return nil
        }
        var problems: [QuoteProblem] = []
        let visits = estimator.price(arranged, for: read, problems: &problems)
        guard problems.isEmpty else { throw QuoteProblems(problems) }
        let reading = Reading(request: read, visits: visits)
        known[key] = reading
        return reading
    }
}

extension BenefitPlan {
    /// Whether a patient who has paid more can owe less for the visits to come.
    ///
    /// A limit that counts only what the plan paid is saved by a visit that it did not pay, a
    /// carry-over for a deductible that was not met is lost by meeting it, and a write-off that
    /// ends with a limit comes back (rules S9, S10 and S12).
    fileprivate var isReversible: Bool {
        limits.contains { $0.counting == .planPaid }
            || deductible?.carryover?.onlyIfNotMet == true
            || benefits.contains { $0.exhaustedWriteOff == .zero }
    }
}
