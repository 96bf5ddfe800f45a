import CareComplexity
import CareCoverage
import CareModel

/// A kind of visit in the circumstances in which its lines and prices are the same.
struct SettledKind: Sendable {
    let kind: Int
    let circumstances: Circumstances
    /// The days on which they last.
    let days: Range<CalendarDate>
    /// What it costs; nothing where it cannot be priced, which the whole quote explains.
    let cost: Cost?
    /// The figures that the visit depends on.
    let needs: [AccumulatorNeed]

    /// What a visit costs.
    enum Cost: Sendable {
        /// What the plan shares.
        case shared(CodedVisit)
        /// What a patient without a plan pays.
        case paidBySelf(LineAmounts)
    }

    /// What else than its date decides about a visit.
    struct Circumstances: Hashable, Sendable {
        let isFirst: Bool
        /// Whether the patient is new, where something follows from that.
        let status: PatientStatus?
        let figures: Years
    }

    /// The years to which figures of what has been used belong.
    struct Years: Hashable, Sendable {
        /// The first day of the plan's year; absent without a plan.
        let benefitYear: CalendarDate?
        let calendarYear: Int
    }
}
