import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

/// A request that many patients ask, each with other days and other figures (see
/// `RepeatedCourse`).
///
/// It is made from one that was quoted, and answers others of the same frame by their holes alone.
struct RepeatedRequest: Sendable {
    /// What a hole of the request says of the patient.
    enum Figure: Hashable, Sendable {
        case asOf
        case lastSeen
        case figuresAsOf
        case deductibleMet
        case familyDeductibleMet
        case outOfPocketMet
        case familyOutOfPocketMet
        case used(limit: String)
        case dollarsUsed(limit: String)
    }

    private var course: RepeatedCourse
    /// The patient at hand; every hole is written over for the next one.
    private var patient: RepeatedCourse.Patient
    private let plan: BenefitPlan?
    /// What the holes say, in their order.
    private let figures: [Figure]
    /// Whether the figures have no day of their own, and so that of the quote.
    private let figuresAreOfToday: Bool
    private let canonical: CanonicalForm
    private let idStart: [UInt8]
    private let outcome: String

    /// Makes one from a request that was quoted, unless one of another patient with the same frame
    /// can mean something else.
    ///
    /// - Parameters:
    ///   - outline: The outline of the request, which has one visit of each kind.
    ///   - prepared: The request with its tables.
    ///   - made: The quote.
    ///   - canonical: The canonical text of the request.
    init?(
        _ outline: RequestOutline,
        _ prepared: PreparedRequest,
        _ made: MadeQuote,
        canonical: [UInt8]
    ) {
        let request = prepared.document.request
        let isKnown = prepared.document.plans.allSatisfy(\.unknownTerms.isEmpty)
        // What a person should look at in the request can differ from one to the next.
        let warns = made.warnings.contains { $0.file == "request" }
        guard isKnown, !warns, request.visits.count == outline.values.visits.count
        else { return nil }
        plan = request.primary?.plan
        var figures: [Figure] = []
        for (hole, path) in zip(outline.values.holes, outline.names) {
            guard let figure = Figure(path, isText: hole.isText, of: plan) else { return nil }
            figures.append(figure)
        }
        guard
            let course = RepeatedCourse(
                of: request,
                kinds: request.visits,
                estimator: prepared.estimator
            ),
            let form = CanonicalForm(of: canonical, from: outline, figures)
        else { return nil }
        self.course = course
        self.canonical = form
        self.figures = figures
        figuresAreOfToday = !figures.contains(.figuresAsOf)
        patient = RepeatedCourse.Patient(
            asOf: request.asOf,
            lastSeen: request.lastSeen,
            accumulators: request.primary?.accumulators ?? Accumulators(asOf: request.asOf)
        )
        idStart = prepared.tables.idStart
        outcome = made.quote.screening.outcome.rawValue
    }

    /// The summary of the quote of another request of the same frame.
    ///
    /// - Parameters:
    ///   - values: What the request says.
    ///   - scratch: Room for its canonical text.
    /// - Returns: The summary, or nothing where only the whole quote can tell.
    mutating func summary(of values: RequestValues, _ scratch: inout [UInt8]) -> QuoteSummary? {
        guard values.holes.count == figures.count,
            values.visits.count <= DocumentLimits.visits
        else { return nil }
        for (hole, figure) in zip(values.holes, figures) {
            guard figure.read(hole, of: values.text, into: &patient) else { return nil }
        }
        if figuresAreOfToday { patient.accumulators.asOf = patient.asOf }
        guard isWithinPlan(patient.accumulators) else { return nil }
        guard let totals = course.totals(of: values.visits, for: patient) else { return nil }
        scratch.removeAll(keepingCapacity: true)
        scratch += idStart
        canonical.write(values, to: &scratch)
        return QuoteSummary(
            id: PriceTables.quoteID(ofText: scratch),
            asOf: patient.asOf,
            outcome: outcome,
            visits: values.visits.count,
            totals: totals
        )
    }

    /// Whether no more is used than the plan has, of which the reader of requests warns (see its
    /// `checkLimits` and `warnAboutFigures`).
    private func isWithinPlan(_ figures: Accumulators) -> Bool {
        guard let plan else { return true }
        return plan.figuresAboveTerms(in: figures).isEmpty
            && plan.limits.allSatisfy { limit in
                guard case .used(let count)? = figures.limits[limit.id] else { return true }
                return count <= limit.maximum
            }
    }
}
