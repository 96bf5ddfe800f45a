import CareModel

/// A priced line as one plan sees it, with everything settled that no earlier line can change.
///
/// It holds numbers only: which benefit row is about it, what the plan allows, and what it costs
/// where the plan does not cover it. It is made once, for any number of visits and patients.
struct CodedLine: Hashable, Sendable {
    /// The position of the benefit row; absent where none is about the line.
    let row: Int?
    /// The position of the category among those that the plan names, or −1.
    let category: Int
    let units: Int
    let billed: Money
    /// What the plan allows of a covered line; absent where nobody knows.
    let allowed: Money?
    /// What of the charge nobody owes when the line is covered.
    let writeOff: Money
    /// What of the charge the clinic bills above what a covered line is allowed.
    let balanceBill: Money
    /// The contracted price of an uncovered line; absent where nobody knows.
    let contracted: Money?
    /// The price of an uncovered line without insurance; absent where nobody knows.
    let selfPay: Money?
    /// Why Medicare does not pay the line, whatever was used before.
    let medicareDenial: CodedDenial?
}

/// Why a plan does not cover a line: a ``Denial`` whose limit is a position.
enum CodedDenial: Hashable, Sendable {
    case planNotInForce
    case noBenefit
    case notCovered
    case excluded
    case maintenance
    case authorizationMissing
    case waitingPeriod(endsOn: CalendarDate)
    case modifierMissing
    case diagnosisNotPayable
    case limitReached(Int)
}

/// Something that a patient notices: a ``CoverageEvent`` whose limit is a position.
enum CodedEvent: Hashable, Sendable {
    case benefitYearReset
    case deductibleMet
    case outOfPocketMaximumMet
    case limitReached(Int, isDenied: Bool)
}

/// What happened on a visit, kept where somebody wants to see it.
struct EventLog {
    private(set) var events: [CodedEvent] = []
    let isKept: Bool

    /// Notes what happened.
    @inline(__always)
    mutating func append(_ event: CodedEvent) {
        if isKept { events.append(event) }
    }

    /// Notes that a limit covers a visit no more, where nothing of the limit is noted yet.
    mutating func appendDenial(byLimit limit: Int) {
        let isKnown = events.contains { event in
            if case .limitReached(limit, _) = event { true } else { false }
        }
        if !isKnown { append(.limitReached(limit, isDenied: true)) }
    }
}

/// Why a coded line could not be adjudicated.
enum CodedError: Error {
    case noAllowedAmount
    case noSelfPayPrice
}
