import CareCoverage
import CareModel

extension Estimator {
    /// What a reader of the quote must know beside its figures.
    func notices(
        on visits: [QuotedVisit],
        events: [QuoteEvent],
        request: QuoteRequest
    ) -> [Notice] {
        var notices: [Notice] = [.estimateOnly]
        if let answers = request.screening, let askedOn = answers.askedOn {
            if let screening, screening.isTooOld(answers, on: request.asOf) {
                notices.append(
                    .screeningTooOld(on: askedOn, daysThatCount: screening.daysThatCount)
                )
            }
        } else {
            notices.append(.screeningNotRecorded)
        }
        notices += assumedPrices(of: visits).map(\.notice)
        guard !request.coverages.isEmpty else { return notices }
        if request.isInsured { notices.append(.claimsInOrderOfDate) }
        for case .benefitYearReset(let start) in events.map(\.kind) {
            notices.append(.nextYearTerms(from: start))
            break
        }
        for coverage in request.coverages {
            notices += prerequisites(of: visits, under: coverage, request: request)
        }
        notices += payerNotices(on: visits, request: request).map { .payer($0) }
        let verifications = request.coverages.filter { $0.plan.needsVerification }
        for coverage in verifications {
            guard let verified = coverage.verification else { continue }
            let age = verified.on.days(until: request.asOf)
            if age > rules.verificationDays {
                notices.append(.verificationStale(on: verified.on, days: age))
            }
        }
        if verifications.contains(where: { $0.verification == nil }) {
            notices.append(.verificationMissing)
        }
        return notices
    }

    /// What the plan needs before it pays (rule S13); always told, given or not.
    private func prerequisites(
        of visits: [QuotedVisit],
        under coverage: PatientCoverage,
        request: QuoteRequest
    ) -> [Notice] {
        var notices: [Notice] = []
        func add(_ notice: Notice) {
            if !notices.contains(notice) { notices.append(notice) }
        }
        for visit in visits {
            for line in visit.lines {
                guard let row = request.benefit(for: line.priced.line, of: coverage) else {
                    continue
                }
                if let term = row.authorization {
                    add(
                        .authorizationNeeded(
                            afterVisit: term.afterVisit,
                            isGiven: coverage.authorization != nil
                        )
                    )
                }
                if row.isReferralRequired {
                    let isGiven = coverage.referral?.contains(visit.date) == true
                    add(.referralNeeded(isGiven: isGiven))
                }
            }
        }
        return notices
    }

    /// What must be said of how the visits are billed.
    func notices(
        on arranged: [ArrangedVisit],
        quoted: [QuotedVisit],
        request: QuoteRequest
    ) -> [Notice] {
        var notices = editNotices(on: arranged)
        for visit in arranged {
            notices += visit.tooShort.map { timed in
                .tooShortToBill(timed.service, minutes: timed.minutes, visit: visit.number)
            }
        }
        notices += newPatientExams(of: arranged, request: request)
        if let release = earlierRelease(rankingAnyOf: quoted) {
            notices.append(.rankedByEarlierRelease(release))
        }
        return notices
    }

    /// The visits whose exam is for new patients although the patient is known to be established.
    private func newPatientExams(
        of visits: [ArrangedVisit],
        request: QuoteRequest
    ) -> [Notice] {
        guard let exams = clinic?.sessions.newPatientExams.values else { return [] }
        var numbers: [Int] = []
        var earlier: CalendarDate?
        if case .on(let seen) = request.lastSeen { earlier = seen }
        for visit in visits {
            let status = earlier.map { rules.newPatient.status(lastSeen: $0, on: visit.date) }
            let bills = visit.lines.compactMap(\.service).contains(where: exams.contains)
            if status == .established, bills { numbers.append(visit.number) }
            earlier = visit.date
        }
        return numbers.isEmpty ? [] : [.newPatientExam(visits: numbers)]
    }

    /// Each price that was taken to go on, once, with the first date on which it was.
    func assumedPrices(of visits: [QuotedVisit]) -> [AssumedPrice] {
        var seen: Set<SourcePlace> = []
        var assumed: [AssumedPrice] = []
        for visit in visits {
            for priced in visit.lines.map(\.priced) {
                for price in [priced.charge, priced.allowed, priced.selfPay].compactMap({ $0 })
                where price.isAssumedToContinue && seen.insert(price.source).inserted {
                    assumed.append(
                        AssumedPrice(
                            line: priced.line,
                            firstDate: visit.date,
                            source: price.source
                        )
                    )
                }
            }
        }
        return assumed
    }
}

/// A price that had ended and was taken to go on.
struct AssumedPrice: Hashable, Sendable {
    let line: ServiceLine
    let firstDate: CalendarDate
    let source: SourcePlace

    var notice: Notice { .priceAssumed(line, firstDate: firstDate, source: source) }

    /// What a price would be instead cannot be guessed.
    var unverified: Unverified {
        Unverified(
            subject: .price(line, from: firstDate),
            coverage: 0,
            kind: .unknown,
            effect: nil
        )
    }
}
