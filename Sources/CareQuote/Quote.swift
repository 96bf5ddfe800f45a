public import CareComplexity
public import CareCoverage
public import CareModel
public import CarePatterns
public import CarePricing

/// What a plan of care will cost a patient, visit by visit, and why.
public struct Quote: Hashable, Sendable {
    /// The request as understood.
    public let request: QuoteRequest
    /// What the screening means for it.
    public let screening: ScreeningResult
    /// What the plan of care costs, over the ways in which it can end; absent where the request
    /// gives the visits, or where there is no plan.
    public let projection: ProjectedCost?
    /// What is said beside a single visit; absent where there is a plan of care, or where the request
    /// gives the visits.
    public let singleVisit: SingleVisit?
    /// The visits in order of date.
    public let visits: [QuotedVisit]
    /// The sums over all visits.
    public let totals: LineAmounts
    /// What happens in the course of the plan of care.
    public let events: [QuoteEvent]
    /// What of each plan has been used after the last visit.
    public let accumulatorsAfter: [Accumulators]
    /// What the quote depends on and nobody knows, what is worth most first.
    public let unverified: [Unverified]
    /// What the patient pays, over all that is not known.
    public let range: AmountRange
    /// What the patient has paid after each visit, over all that is not known; its last element is
    /// that of all visits.
    public let runningTotals: [AmountRange]
    /// The ways to pay, those that are not allowed last: of a plan of care the one first that costs
    /// least by the visit by which half of the courses have ended, else by the lowest total.
    public let waysToPay: [WayToPay]
    /// The way that the request asks for: its offer, else its plan, else self-pay.
    public let chosenWay: WayToPay
    /// What of the general deductible is still to pay before the first visit; absent where the plan
    /// has none.
    public let deductibleLeft: Money?
    /// The last day on which the quote is good.
    public let goodUntil: CalendarDate
    /// What a missed appointment costs, where the clinic's tables say.
    public let missedAppointment: Money?
    /// What a reader must know beside the figures.
    public let notices: [Notice]

    /// The amount to collect at the first visit.
    public var today: Money { chosenWay.today }

    /// What the membership of a discount plan costs at each visit, beside the visit; zero at every
    /// visit where the way that is chosen needs none.
    public var membershipFees: [Money] {
        chosenWay.offerIsTaken
            ? visits.map { _ in .zero } : request.membershipFees(on: visits.map(\.date))
    }
}

extension Quote {
    /// Whether the patient's share lies within ``range`` whatever the answers are.
    public var rangeIsWhole: Bool {
        notices.allSatisfy { notice in
            switch notice {
            case .unknownsLeftOut, .rangeMayBeWider: false
            default: true
            }
        }
    }
}

/// One visit of a quote.
public struct QuotedVisit: Hashable, Sendable {
    /// Its number, in order of date.
    public let number: Int
    /// The date of service.
    public let date: CalendarDate
    /// Why it takes place.
    public let kind: VisitKind
    /// Whether the care is active or maintenance.
    public let careType: CareType
    /// The part of a plan of care that it belongs to; absent where the request gives the visits.
    public let phase: PhaseKind?
    /// The chance that it takes place, 0 to 1.
    public let probability: Double
    /// The lines in the order of the claim.
    public let lines: [AdjudicatedLine]
    /// The sums over its lines.
    public let amounts: LineAmounts
}

/// Something that happens in the course of a plan of care.
public struct QuoteEvent: Hashable, Sendable {
    /// What happens.
    public enum Kind: Hashable, Sendable {
        /// A limit is used up with this visit, or was before it.
        case limitReached(UsageLimit, isDenied: Bool, renewsOn: CalendarDate?)
        /// A new benefit year begins on this day; the visit is the first in it.
        case benefitYearReset(startsOn: CalendarDate)
        /// From this visit on an authorization is needed and missing.
        case authorizationEnds
        /// The deductible is met.
        case deductibleMet
        /// The out-of-pocket maximum is met.
        case outOfPocketMaximumMet
        /// A price differs from that of the visits before.
        case priceChanges(ServiceLine, from: Money, to: Money)
    }

    /// What happens.
    public let kind: Kind
    /// The plan to which it happens, by its position among the patient's plans.
    public let coverage: Int
    /// The number of the visit.
    public let visit: Int
    /// The date of the visit.
    public let date: CalendarDate
}

/// A service that an offer leaves out.
public struct LeftOut: Hashable, Sendable {
    /// The service.
    public let service: ServiceKey
    /// Its self-pay price on the first day; absent where the tables have none.
    public let price: Money?
}

/// Something that a reader of a quote must know beside its figures.
public enum Notice: Hashable, Sendable {
    /// The quote is an estimate.
    case estimateOnly
    /// Claims are taken to be processed in order of date.
    case claimsInOrderOfDate
    /// The screening questions were not asked.
    case screeningNotRecorded
    /// The screening questions were asked on a day after which their answers no longer count.
    case screeningTooOld(on: CalendarDate, daysThatCount: Int)
    /// Next year's terms of the plan are taken to be this year's.
    case nextYearTerms(from: CalendarDate)
    /// A price had ended and was taken to go on.
    case priceAssumed(ServiceLine, firstDate: CalendarDate, source: SourcePlace)
    /// The plan needs an authorization, from the first visit or after so many.
    case authorizationNeeded(afterVisit: Int, isGiven: Bool)
    /// The plan needs a referral.
    case referralNeeded(isGiven: Bool)
    /// Visits bill an exam for new patients, and this patient is established.
    case newPatientExam(visits: [Int])
    /// The minutes of a timed service were too few for a unit, so that it is not billed.
    case tooShortToBill(ServiceKey, minutes: Int, visit: Int)
    /// A line needs a modifier on the claim that the request does not give.
    case modifierNeeded(SameDayEdit, visits: [Int])
    /// The reduction of further procedures was ranked by the figures of an earlier year.
    case rankedByEarlierRelease(String)
    /// The benefits were verified too long ago.
    case verificationStale(on: CalendarDate, days: Int)
    /// Nobody recorded that the benefits were verified.
    case verificationMissing
    /// More is unknown than is combined, and so much is not part of the range.
    case unknownsLeftOut(Int)
    /// Something is not known of a plan under which paying more can cost less, so that what lies
    /// between the ends of an answer can cost more, or less, than both.
    case rangeMayBeWider
    /// A clinician decides first: the quote holds the first visit's exam alone.
    case consultationOnly
    /// No plan of care is published for the complaint: the quote holds a single visit.
    case singleVisit(because: LocalizedWords?)
    /// How a public program, an auto policy, a discount plan or a second plan pays.
    case payer(PayerNotice)
    /// The plan of care is over, and the quote holds what is left of the visits that keep up its gain.
    case maintenanceGoesOn(MaintenanceLeft)
    /// The self-pay way cannot be shown: a line has no self-pay price.
    case selfPayNotKnown(ServiceLine)
    /// The offer that was asked for cannot be had.
    case offerRefused(Offer, OfferRefusal)
    /// The visits stand at the prices of the offer that was asked for. What it leaves out has its own
    /// self-pay price, and its fees and what it includes in vain are paid beyond the visits.
    case offerApplied(Offer, leavesOut: [LeftOut], beyondVisits: Money)
    /// Paying by oneself is not sent to the insurer and counts toward nothing there.
    case selfPayCountsNowhere
}

/// What a reader must know of the way in which a payer pays.
public enum PayerNotice: Hashable, Sendable {
    /// Two plans pay, the second by this rule.
    case twoPlans(CoordinationRule)
    /// Medicare pays second, after another plan.
    case medicareSecond
    /// Medicare pays manipulation for a subluxation only, and no diagnosis is given.
    case medicareDiagnosis
    /// The clinic does not take assignment: it collects this, and Medicare pays this back.
    case medicareUnassigned(collected: Money, reimbursed: Money)
    /// Medicare will not pay some visits, and without a signed notice the clinic bears them.
    case beneficiaryNoticeMissing(visits: [Int])
    /// The patient signed that Medicare will not pay some visits.
    case beneficiaryNoticeSigned(visits: [Int])
    /// A qualified Medicare beneficiary owes nothing for what Medicare covers.
    case qualifiedBeneficiary
    /// Medicare's payments are lowered by law, which changes nothing for the patient.
    case sequestration
    /// A Medigap plan may pay charges above what Medicare approves, which is not worked out.
    case medigapExcess
    /// The claim is taken to be accepted, so that the worker owes nothing.
    case acceptedClaim
    /// Workers' compensation does not pay some visits of an accepted claim, and the clinic bears
    /// them.
    case acceptedClaimUnpaid(visits: [Int])
    /// What the auto policy does not pay goes to the next payer.
    case autoPolicyFirst(hasNextPlan: Bool)
    /// A discount plan is not insurance; its membership costs this, of which so much is counted.
    case discountPlan(fee: Money, counted: Money)
    /// A discount plan behind another plan saves less on these visits than its membership costs.
    case discountPlanSavesLess(saved: Money, fee: Money)
}
