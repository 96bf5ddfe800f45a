import CareComplexity
import CareCoverage
import CareModel
import CarePatterns
import CarePricing

/// The ways to pay for the same visits, and what must be said of them.
struct WaysToPay {
    /// The ways, those that cannot be had last: the one first that costs least by the visit by which
    /// half of the courses of a plan of care have ended, and in all.
    let inOrder: [WayToPay]
    /// The way that the request asks for.
    let chosen: WayToPay
    /// What each line costs under the offer that was asked for, where it can be had.
    let offeredLines: [[Money]]?
    let notices: [Notice]

    init(
        visits: [PricedVisit],
        quoted: [QuotedVisit],
        request: QuoteRequest,
        prepared: Estimator.Prepared,
        estimator: Estimator
    ) {
        var notices: [Notice] = []
        let (numbers, dates) = (quoted.map(\.number), quoted.map(\.date))
        let fees = request.membershipFees(on: dates)
        let shares = zip(quoted.map(\.amounts.collected), fees).map { $0 + $1 }
        let offers = estimator.clinic?.offers ?? []
        func asQuoted(_ option: PaymentOption) -> WayToPay {
            WayToPay(
                kind: request.primary == nil
                    ? .selfPay : request.isInsured ? .insurance : .discountPlan,
                numbers: numbers,
                dates: dates,
                used: shares,
                payments: zip(dates, shares).byDate(),
                option: option,
                reimbursed: quoted.map(\.amounts.reimbursed)
            )
        }
        var ways: [WayToPay] = []
        var chosen: WayToPay?
        var offeredLines: [[Money]]?
        // What cannot be had cannot be had at any price, known or not.
        let requiresClaim = request.requiresClaim(for: quoted)
        if requiresClaim { ways.append(WayToPay(kind: .selfPay, refusal: .claimRequired)) }
        do throws(AdjudicationError) {
            let own = try visits.map { visit throws(AdjudicationError) in
                try SelfPayVisit(visit)
            }
            if !requiresClaim, request.primary != nil {
                let course = OfferedCourse(own)
                ways.append(
                    WayToPay(
                        kind: .selfPay,
                        numbers: numbers,
                        dates: dates,
                        used: course.used,
                        payments: course.payments
                    )
                )
                if request.isInsured { notices.append(.selfPayCountsNowhere) }
            }
            let eligibility = estimator.eligibility(
                for: request,
                visits: quoted,
                prepared: prepared
            )
            for offer in offers {
                let isAsked = offer.id == request.offer
                if let refusal = eligibility.refusal(of: offer, for: own) {
                    ways.append(WayToPay(kind: .offer(offer), refusal: refusal))
                    if isAsked { notices.append(.offerRefused(offer, refusal)) }
                    continue
                }
                let course = OfferedCourse(own, under: offer)
                let way = WayToPay(
                    kind: .offer(offer),
                    numbers: numbers,
                    dates: dates,
                    used: course.used,
                    payments: course.payments,
                    option: isAsked ? request.paymentOption : .perVisit,
                    refunds: offer.refundsWhatIsUnused
                )
                ways.append(way)
                if isAsked {
                    chosen = way
                    // An insured patient's visits stay what they are with the plan.
                    offeredLines = request.primary == nil ? course.lines : nil
                    let ofVisits = course.lines.map { $0.sum() }.sum()
                    notices.append(
                        .offerApplied(
                            offer,
                            leavesOut: estimator.leftOut(of: offer, on: dates.first),
                            beyondVisits: way.total - ofVisits
                        )
                    )
                }
            }
        } catch {
            if case .noSelfPayPrice(let line) = error { notices.append(.selfPayNotKnown(line)) }
        }
        // The option is for the way that is chosen: the offer, where it can be had.
        let main = asQuoted(chosen == nil ? request.paymentOption : .perVisit)
        ways.insert(main, at: 0)
        let likelyEnd = prepared.care?.plan?.likelyEnd
        func order(_ way: WayToPay, at offset: Int) -> (Money, Money, Int) {
            (likelyEnd.flatMap(way.cost(through:)) ?? way.total, way.total, offset)
        }
        let possible = ways.enumerated().filter(\.element.isAllowed).sorted {
            order($0.element, at: $0.offset) < order($1.element, at: $1.offset)
        }
        inOrder = possible.map(\.element) + ways.filter { !$0.isAllowed }
        self.chosen = chosen ?? main
        self.notices = notices
        self.offeredLines = offeredLines
    }
}

extension Estimator {
    /// What decides whether the patient of a request can have an offer.
    func eligibility(
        for request: QuoteRequest,
        visits: [QuotedVisit],
        prepared: Prepared
    ) -> OfferEligibility {
        let screening = prepared.screening
        let isNew: Bool? =
            switch (request.lastSeen, visits.first?.date) {
            case (.never, _): true
            case (.on(let day), let first?):
                rules.newPatient.status(lastSeen: day, on: first) == .new
            default: nil
            }
        return OfferEligibility(
            isNewPatient: isNew,
            isInsured: request.isInsured,
            isFederalBeneficiary: request.coverages.contains { $0.plan.isFederalProgram },
            povertyLevelPercent: request.povertyLevelPercent,
            visitsToCheckpoint: visits.visitsToCheckpoint,
            inducements: rules.inducements,
            isExamOnly: screening.outcome == .clinicianDecides,
            isSingleVisit: prepared.care?.singleVisit != nil,
            isCautionCleared: screening.clearance != nil,
            askedOffer: request.offer,
            visitsDone: request.care?.visitsDone ?? 0
        )
    }

    /// What an offer leaves out, with its price on the first day.
    func leftOut(of offer: Offer, on date: CalendarDate?) -> [LeftOut] {
        offer.notIncluded.map { service in
            let price = date.flatMap { try? clinic?.selfPay?.price(of: service, on: $0) }
            return LeftOut(service: service, price: price?.amount)
        }
    }

    /// Why the payments cannot be made as the request asks.
    func paymentProblems(
        of request: QuoteRequest,
        visits: [ArrangedVisit],
        screening: ScreeningResult
    ) -> [QuoteProblem] {
        // Parts of a month fall due before the visits that they pay for, so none is taken either.
        if screening.clearance != nil, request.paymentOption != .perVisit, visits.count > 1 {
            return [.prepaidAfterClearance]
        }
        if request.isInsured, let first = visits.first?.date, let last = visits.last?.date {
            // One monthly part for a whole plan of care is payment in advance by another name.
            let isOnePart =
                request.paymentOption == .monthly && visits.count > 1
                && OfferedCourse.months(from: first, through: last).count == 1
            if isOnePart || request.paymentOption == .prepay { return [.prepaidInsurance] }
        }
        let isPromptPay = clinic?.offers.first { $0.id == request.offer }?.kind == .promptPay
        if isPromptPay, request.paymentOption != .perVisit { return [.promptPayLater] }
        guard let first = visits.first?.date, let last = visits.last?.date,
            request.paymentOption != .perVisit,
            request.paymentOption == .prepay
                || OfferedCourse.months(from: first, through: last).count == 1
        else { return [] }
        let checkpoint = visits.map(\.kind).visitsToCheckpoint
        return checkpoint < visits.count
            ? [.prepaidBeyondCheckpoint(visit: visits[checkpoint - 1].number)] : []
    }
}

extension QuoteRequest {
    /// Whether a payer that covers some line is the only one who may be billed for it.
    ///
    /// A chiropractor cannot opt out of Medicare and has to file its claims (42 U.S.C.
    /// 1395w-4(g)(4)); neither a patient of its Advantage plans or of Medicaid nor an injured worker
    /// is billed for what the payer covers, or for what it leaves to the clinic to bear.
    fileprivate func requiresClaim(for visits: [QuotedVisit]) -> Bool {
        coverages.contains { $0.plan.type.isOnlyPayer }
            && visits.contains { visit in
                visit.lines.contains { $0.denial == nil || $0.amounts.notCovered == .zero }
            }
    }

    /// What a member of a discount plan pays for the membership at each visit: the fee at the first
    /// visit, unless the patient is a member already, and again in each new benefit year.
    func membershipFees(on dates: [CalendarDate]) -> [Money] {
        var fees = dates.map { _ in Money.zero }
        for coverage in coverages {
            guard let fee = coverage.plan.membershipFee else { continue }
            let period = coverage.plan.benefitPeriod
            // The fee of the year in which the patient joined is paid.
            var paidYear = coverage.memberSince.flatMap { joined in
                period.yearStart(containing: joined) == period.yearStart(containing: asOf)
                    ? period.yearStart(containing: joined) : nil
            }
            for (index, date) in dates.enumerated() {
                let year = period.yearStart(containing: date)
                guard paidYear.map({ year > $0 }) != false else { continue }
                fees[index] += fee
                paidYear = year
            }
        }
        return fees
    }
}

extension [QuotedVisit] {
    /// How many visits there are up to the first checkpoint, that visit included.
    var visitsToCheckpoint: Int { map(\.kind).visitsToCheckpoint }
}

extension [VisitKind] {
    /// How many visits there are up to the first re-evaluation, or all where there is none.
    var visitsToCheckpoint: Int {
        firstIndex(of: .reEvaluation).map { $0 + 1 } ?? count
    }
}

extension SelfPayVisit {
    init(_ visit: PricedVisit) throws(AdjudicationError) {
        var lines: [Line] = []
        for line in visit.lines {
            let paid = try line.paidBySelf(recordsSteps: false)
            lines.append(
                Line(
                    service: line.line.service,
                    units: line.line.units,
                    price: paid.amounts.patientPays
                )
            )
        }
        self.init(date: visit.arranged.date, lines: lines)
    }
}

extension Sequence<(CalendarDate, Money)> {
    /// The amounts as payments, those of one day together.
    func byDate() -> [OfferedCourse.Payment] {
        var payments: [OfferedCourse.Payment] = []
        for (date, amount) in self where amount != .zero {
            if let last = payments.last, last.date == date {
                payments[payments.count - 1] = OfferedCourse.Payment(
                    date: date,
                    amount: last.amount + amount
                )
            } else {
                payments.append(OfferedCourse.Payment(date: date, amount: amount))
            }
        }
        return payments
    }
}

extension PlanType {
    /// Whether the clinic may bill nobody else for what the payer covers.
    fileprivate var isOnlyPayer: Bool {
        switch self {
        case .medicarePartB, .medicareAdvantage, .medicaid, .workersCompensation: true
        case .preferredProvider, .healthMaintenance, .exclusiveProvider, .pointOfService,
            .highDeductible, .autoMedical, .discountPlan, .other:
            false
        }
    }
}
