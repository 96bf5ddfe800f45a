import CareComplexity
import CareCoverage
import CareModel

extension RepeatedCourse {
    /// Settles a visit, or finds what was settled.
    ///
    /// - Parameters:
    ///   - visit: The visit.
    ///   - earlier: The date of the visit before it.
    ///   - last: Where that visit was settled.
    ///   - patient: The patient's other days and figures.
    ///   - figures: The years of the figures.
    /// - Returns: The position in what is settled.
    mutating func settle(
        _ visit: Patient.Visit,
        after earlier: CalendarDate?,
        settledAt last: Int?,
        for patient: Patient,
        _ figures: SettledKind.Years
    ) -> Int? {
        guard kinds.indices.contains(visit.kind) else { return nil }
        let status = status(of: visit, after: earlier, for: patient)
        // Both visits are of one patient, so that the years of the figures are the same.
        if let last, isSettled(at: last, visit),
            settled[last].circumstances.isFirst == (earlier == nil),
            settled[last].circumstances.status == status
        {
            return last
        }
        let circumstances = SettledKind.Circumstances(
            isFirst: earlier == nil,
            status: status,
            figures: figures
        )
        for index in settled.indices
        where isSettled(at: index, visit) && settled[index].circumstances == circumstances {
            return index
        }
        settled.append(settling(visit, circumstances, after: earlier, for: patient))
        return settled.count - 1
    }

    /// Whether a visit is settled at a position, in the circumstances that are there.
    @inline(__always)
    private func isSettled(at index: Int, _ visit: Patient.Visit) -> Bool {
        settled[index].kind == visit.kind && settled[index].days.contains(visit.date)
    }

    /// Whether the patient is new at a visit whose services follow from that.
    private func status(
        of visit: Patient.Visit,
        after earlier: CalendarDate?,
        for patient: Patient
    ) -> PatientStatus? {
        if case .services = kinds[visit.kind].contents { return nil }
        return estimator.status(lastSeen: patient.lastSeen, on: visit.date, after: earlier)
    }

    /// Arranges and prices a visit as the quote does.
    private func settling(
        _ visit: Patient.Visit,
        _ circumstances: SettledKind.Circumstances,
        after earlier: CalendarDate?,
        for patient: Patient
    ) -> SettledKind {
        let kind = kinds[visit.kind]
        // A visit before it, at which nothing is done, makes it one that is not the first.
        let before = earlier.map { kind.with(date: $0, contents: .services([])) }
        let request = request.with(
            lastSeen: patient.lastSeen,
            visits: [before, kind.with(date: visit.date, contents: kind.contents)]
                .compactMap { $0 }
        )
        var problems: [QuoteProblem] = []
        let arranged = Array(estimator.arrange(request, problems: &problems).suffix(1))
        problems += estimator.refusedLines(of: arranged)
        let priced = estimator.price(arranged, for: request, problems: &problems)
        let needs = payer.map { payer in
            estimator.needs(
                of: arranged,
                under: payer.coverage,
                for: request,
                known: Accumulators(asOf: patient.accumulators.asOf)
            )
        }
        return SettledKind(
            kind: visit.kind,
            circumstances: circumstances,
            days: days(around: visit.date),
            cost: problems.isEmpty ? priced.first.flatMap { cost(of: $0.lines) } : nil,
            needs: needs ?? []
        )
    }

    private func cost(of lines: [PricedLine]) -> SettledKind.Cost? {
        guard let payer else {
            let visit = try? AdjudicatedVisit(paidBySelf: lines, recordsSteps: false)
            return visit.map { .paidBySelf($0.lines.map(\.amounts).total()) }
        }
        return .shared(payer.adjudicator.coded(lines))
    }

    /// The days around a date on which tables and plan say the same.
    private func days(around date: CalendarDate) -> Range<CalendarDate> {
        let schedules =
            [estimator.clinic?.charges, estimator.clinic?.selfPay].compactMap { $0 }
            + estimator.schedules.values
        let plan = payer?.coverage.plan
        let cuts = [
            BenefitPeriod.calendarYear.yearStart(containing: date),
            BenefitPeriod.calendarYear.nextYearStart(after: date),
            plan?.benefitPeriod.yearStart(containing: date),
            plan?.benefitPeriod.nextYearStart(after: date),
            plan?.effectiveFrom, plan?.effectiveThrough?.adding(days: 1),
        ]
        let parts =
            schedules.map { $0.days(around: date) }
            + [estimator.medicare?.days(around: date)].compactMap { $0 }
        let cut = cuts.compactMap { $0 }.reduce(Range.everyDay) { $0.cut(at: $1, around: date) }
        return parts.reduce(cut) { $0.clamped(to: $1) }
    }
}

extension RequestedVisit {
    /// The visit on another date, and with other contents.
    fileprivate func with(date: CalendarDate, contents: Contents) -> RequestedVisit {
        RequestedVisit(
            date: date,
            kind: kind,
            careType: careType,
            contents: contents,
            exam: exam,
            phase: phase,
            probability: probability,
            place: place
        )
    }
}
