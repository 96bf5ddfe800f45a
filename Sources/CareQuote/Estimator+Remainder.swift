import CareCoverage
public import CareModel
public import CarePatterns

/// What is left of a plan of care after some of its visits are done.
public struct Remainder: Hashable, Sendable {
    /// The request for the visits that are left.
    public let request: QuoteRequest
    /// Whether every figure was known, so that the rest costs what it cost in the whole.
    public let isExact: Bool
}

extension Estimator {
    /// The request that goes on after the first visits by date are done.
    ///
    /// It holds the visits that are left, with the kinds that they have in the whole; each plan's
    /// figures are those after the last visit done, on whose day the patient was last seen. A
    /// notice that a covered adjustment has ended is signed no more. The rest is paid at each visit,
    /// because what was paid in advance is not known here.
    ///
    /// - Parameters:
    ///   - request: The request for the whole plan of care.
    ///   - count: How many visits are done; at least one, and fewer than there are.
    ///   - asOf: The day on which the rest is asked about.
    ///   - finding: What the visits of a plan of care showed, where that is known.
    ///   - screening: What was answered to the questions before any price by then.
    ///   - keepsOffer: Whether the offer of the request goes on, which one for the whole plan of
    ///     care does not where a clinician decides first.
    /// - Returns: The rest.
    /// - Throws: ``QuoteProblems`` with every reason why the visits done cannot be worked out.
    public func remainder(
        of request: QuoteRequest,
        after count: Int,
        asOf: CalendarDate,
        showing finding: RequestedCare.Finding? = nil,
        screening: ScreeningAnswers?,
        keepsOffer: Bool = true
    ) throws(QuoteProblems) -> Remainder {
        let prepared = try prepare(request)
        let request = prepared.request
        let checkpoints = prepared.care?.plan?.pattern.gates.map(\.visit) ?? []
        var problems: [QuoteProblem] = []
        let whole = arrange(request, problems: &problems)
        let inOrder = request.visits.enumerated().sorted { left, right in
            (left.element.date, left.offset) < (right.element.date, right.offset)
        }
        let visits = zip(inOrder.map(\.element), whole).map { $0.with(kind: $1.kind) }
        let done = price(Array(whole.prefix(count)), for: request, problems: &problems)
        guard problems.isEmpty else { throw QuoteProblems(problems) }
        let course = try share(done, for: request, recordsSteps: false)
        let dates = done.map(\.arranged.date)
        guard let lastDate = dates.last else { return Remainder(request: request, isExact: true) }
        var coverages: [PatientCoverage] = []
        for (index, coverage) in request.coverages.enumerated() {
            coverages.append(
                coverage.after(
                    dates,
                    used: course.accumulators[index],
                    hasNoticeEnded: course.endedNotices[index],
                    quotedOn: request.asOf
                )
            )
        }
        let isExact = request.coverages.allSatisfy { coverage in
            needs(of: whole, under: coverage, for: request).isEmpty
        }
        return Remainder(
            request: QuoteRequest(
                asOf: max(asOf, lastDate),
                clinic: request.clinic,
                lastSeen: .on(lastDate),
                birthDate: request.birthDate,
                screening: screening,
                diagnosisCodes: request.diagnosisCodes,
                care: request.care?.going(on: count, showing: finding, checkpoints: checkpoints),
                visits: request.care == nil ? Array(visits.dropFirst(count)) : [],
                coverages: coverages,
                paymentOption: .perVisit,
                offer: keepsOffer ? request.offer : nil,
                povertyLevelPercent: request.povertyLevelPercent,
                assumesPricesContinue: request.assumesPricesContinue
            ),
            isExact: isExact
        )
    }
}

extension RequestedVisit {
    /// The visit with the kind that it has among all visits of a plan of care.
    fileprivate func with(kind: VisitKind) -> RequestedVisit {
        RequestedVisit(
            date: date,
            kind: kind,
            careType: careType,
            contents: contents,
            place: place
        )
    }
}

extension PatientCoverage {
    /// The coverage after visits on some dates.
    fileprivate func after(
        _ dates: [CalendarDate],
        used: Accumulators,
        hasNoticeEnded: Bool,
        quotedOn: CalendarDate
    ) -> PatientCoverage {
        PatientCoverage(
            plan: plan,
            isFromTables: isFromTables,
            network: network,
            accumulators: used,
            authorization: authorization,
            referral: referral,
            memberSince: memberSince(after: dates, quotedOn: quotedOn),
            verification: verification,
            medicare: hasNoticeEnded ? medicare?.withoutNotice : medicare,
            medicareLocality: medicareLocality,
            place: place
        )
    }

    /// The day of joining; where a membership has a fee, the day on which it was last paid.
    private func memberSince(
        after dates: [CalendarDate],
        quotedOn: CalendarDate
    ) -> CalendarDate? {
        guard plan.membershipFee != nil, let last = dates.last else { return memberSince }
        let year = plan.benefitPeriod.yearStart(containing: last)
        if let memberSince, memberSince >= year, year <= quotedOn { return memberSince }
        return dates.first { $0 >= year } ?? memberSince
    }
}

extension MedicareStanding {
    /// The standing of a patient whose notice has ended.
    fileprivate var withoutNotice: MedicareStanding {
        MedicareStanding(
            rules: rules,
            isParticipating: isParticipating,
            isAssigned: isAssigned,
            isQualifiedBeneficiary: isQualifiedBeneficiary
        )
    }
}
