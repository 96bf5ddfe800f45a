public import CareModel

/// Whether a benefit row needs the insurer's authorization, and what happens without (rule S13).
public struct AuthorizationTerm: Hashable, Sendable {
    /// What a missing authorization means.
    public enum IfMissing: Hashable, Sendable {
        /// The clinic bears the line.
        case notBillable
        /// The patient pays the line.
        case patient
        /// The line stays covered, and the plan pays this part of its payment less.
        case penalty(Percentage)
    }

    /// The dates that are covered without one.
    public let afterVisit: Int
    /// What a missing one means; absent where the document is silent.
    public let ifMissing: IfMissing?

    /// Creates the term.
    public init(afterVisit: Int = 0, ifMissing: IfMissing? = nil) {
        self.afterVisit = afterVisit
        self.ifMissing = ifMissing
    }

    /// What a missing authorization means in a network: in it the clinic's loss, outside it the
    /// patient's, where the document is silent.
    func consequence(in network: Network) -> IfMissing {
        ifMissing ?? (network == .inNetwork ? .notBillable : .patient)
    }
}

/// What a patient brings beside the plan: an authorization, how long they have been a member, and
/// the diagnoses.
public struct CoverageFacts: Hashable, Sendable {
    /// An authorization that the insurer gave.
    public struct Authorization: Hashable, Sendable {
        /// How many dates may use it.
        public let visits: Int
        /// The first day.
        public let from: CalendarDate
        /// The last day.
        public let through: CalendarDate

        /// Creates an authorization.
        public init(visits: Int, from: CalendarDate, through: CalendarDate) {
            self.visits = visits
            self.from = from
            self.through = through
        }
    }

    /// The authorization; absent where there is none.
    public let authorization: Authorization?
    /// The first and the last day of a referral; absent where there is none.
    public let referral: ClosedRange<CalendarDate>?
    /// The day on which the patient joined the plan; absent for the plan's first day.
    public let memberSince: CalendarDate?
    /// The primary ICD-10-CM code; absent where nobody says.
    public let diagnosis: String?
    /// The further ICD-10-CM codes; Medicare pays for manipulation when any code is a subluxation.
    public let furtherDiagnoses: [String]
    /// How clinic and patient stand to Medicare; needed by a plan that is its Part B.
    public let medicare: MedicareStanding?

    /// Creates the facts; nothing given means nothing there.
    public init(
        authorization: Authorization? = nil,
        referral: ClosedRange<CalendarDate>? = nil,
        memberSince: CalendarDate? = nil,
        diagnosis: String? = nil,
        furtherDiagnoses: [String] = [],
        medicare: MedicareStanding? = nil
    ) {
        self.authorization = authorization
        self.referral = referral
        self.memberSince = memberSince
        self.diagnosis = diagnosis
        self.furtherDiagnoses = furtherDiagnoses
        self.medicare = medicare
    }
}
