import CareCoverage
package import CareModel

/// Reads a plan, from a file of the tables or from inside a request, and checks it.
package struct PlanReader {
    enum PlanName: String, CaseIterable {
        case id, payerName, planName, planType, effectiveFrom, effectiveThrough, benefitPeriod
        case hsaCompatible, federalProgram, jurisdiction, feeSchedule, deductible
        case outOfPocketMaximum, limits, benefits, coordination, medigapLetter, membershipFee
        case source, verifiedOn
    }

    let reader: DocumentReader
    let place: SourcePlace
    let parameters: PlanParameters?

    /// Reads the plan that comes next.
    ///
    /// - Parameters:
    ///   - reader: The reader, which keeps the findings.
    ///   - place: Where the plan stands, for the sources of its terms.
    ///   - parameters: The federal figures that a plan is checked against; without them the checks
    ///     that need them are left out.
    /// - Returns: The plan with its unknown terms, or nothing where the reader has new findings.
    package static func read(
        _ reader: DocumentReader,
        place: SourcePlace,
        parameters: PlanParameters?
    ) -> PlanDocument? {
        PlanReader(reader: reader, place: place, parameters: parameters).document()
    }

    /// Reads the plan that comes next, its unknown terms at the ends that the reader chooses.
    func readTerms() -> BenefitPlan? {
        let findingsBefore = reader.findings.count
        let here = reader.mark()
        var id: String?
        var payerName: String?
        var planName: String?
        var type: PlanType?
        var effectiveFrom: CalendarDate?
        var effectiveThrough: CalendarDate?
        var benefitPeriod = BenefitPeriod.calendarYear
        var isHSACompatible = false
        var isFederalProgram: Bool?
        var jurisdiction: String?
        var feeSchedule: String?
        var deductible: Deductible?
        var maximum: OutOfPocketMaximum?
        var limits = LimitDrafts()
        var rows: [BenefitDraft] = []
        var coordination: CoordinationRule?
        var medigapLetter: MedigapCover.Letter?
        var membershipFee: Money?
        var source: String?
        var verifiedOn: CalendarDate?
        reader.object(
            PlanName.self,
            required: [.id, .payerName, .planName, .planType, .effectiveFrom, .benefits]
        ) { name in
            switch name {
            case .id: id = reader.words()
            case .payerName: payerName = reader.words()
            case .planName: planName = reader.words()
            case .planType: type = readType()
            case .effectiveFrom: effectiveFrom = reader.date()
            case .effectiveThrough: effectiveThrough = reader.date()
            case .benefitPeriod: benefitPeriod = readPeriod() ?? .calendarYear
            case .hsaCompatible: isHSACompatible = reader.boolean() ?? false
            case .federalProgram: isFederalProgram = reader.boolean()
            case .jurisdiction: jurisdiction = reader.words()
            case .feeSchedule: feeSchedule = reader.words()
            case .deductible: deductible = readDeductible()
            case .outOfPocketMaximum: maximum = readMaximum()
            case .limits: limits = readLimits()
            case .benefits: rows = readBenefits()
            case .coordination: coordination = reader.choice(CoordinationRule.self)
            case .medigapLetter: medigapLetter = readMedigapLetter()
            case .membershipFee: membershipFee = readMembershipFee()
            case .source: source = reader.words()
            case .verifiedOn: verifiedOn = reader.date()
            }
        }
        let benefits = rows.compactMap { row in
            row.benefit(limits: limits, isHSACompatible: isHSACompatible, reader: reader)
        }
        if let effectiveFrom, let effectiveThrough, effectiveThrough < effectiveFrom {
            reader.report(
                here.child("effectiveThrough"),
                "lies before effectiveFrom \(effectiveFrom). Write a later day, or null"
            )
        }
        guard let id, let payerName, let planName, let type, let effectiveFrom,
            reader.findings.count == findingsBefore
        else { return nil }
        if isHSACompatible {
            let year = effectiveFrom.year
            maximum = withinSavingsAccountLimit(maximum, beside: deductible, year: year)
            deductible = withinSavingsAccountMinimum(deductible, year: year)
        }
        let payer = PayerTerms(
            type: type,
            isFederalProgram: isFederalProgram,
            deductible: deductible,
            coordination: coordination,
            medigapLetter: medigapLetter,
            parameters: parameters
        )
        let plan = BenefitPlan(
            id: id,
            payerName: payerName,
            planName: planName,
            type: type,
            effectiveFrom: effectiveFrom,
            effectiveThrough: effectiveThrough,
            benefitPeriod: benefitPeriod,
            isHSACompatible: isHSACompatible,
            isFederalProgram: payer.isFederalProgram,
            jurisdiction: jurisdiction,
            feeSchedule: feeSchedule,
            deductible: payer.deductible,
            outOfPocketMaximum: maximum,
            limits: limits.limits,
            benefits: benefits,
            coordination: payer.coordination,
            medigap: payer.medigap,
            membershipFee: membershipFee,
            source: source,
            verifiedOn: verifiedOn,
            place: place
        )
        payer.check(plan, reader: reader, place: here)
        PlanChecks(plan: plan, parameters: parameters, reader: reader, place: here).run()
        return reader.findings.count == findingsBefore ? plan : nil
    }

    private func readType() -> PlanType? {
        let advice =
            "decides which rules hold. Write the sort of plan that its card names, or other"
        return reader.refusesUnknown(advice) ? nil : reader.choice(PlanType.self)
    }

    /// A membership fee is paid in full, so that nothing bounds one that nobody knows.
    private func readMembershipFee() -> Money? {
        let advice = "is part of what the patient pays, whatever is done. Write the fee for a year"
        return reader.refusesUnknown(advice) ? nil : reader.money()
    }

    private func readMedigapLetter() -> MedigapCover.Letter? {
        let here = reader.mark()
        guard let text = reader.text() else { return nil }
        let letter = MedigapCover.Letter(rawValue: text)
        if letter == nil {
            let known = MedigapCover.Letter.allCases.map(\.rawValue).joined(separator: ", ")
            reader.report(
                here,
                "is a letter whose shares are not worked out here. Write one of: \(known), "
                    + "or ask the insurer"
            )
        }
        return letter
    }

    private enum PeriodKind: String, CaseIterable {
        case calendarYear, contractYear
    }

    private enum PeriodName: String, CaseIterable {
        case kind, start
    }

    private func readPeriod() -> BenefitPeriod? {
        let advice = "decides when everything starts anew. Ask the insurer when the year begins"
        if reader.refusesUnknown(advice) { return nil }
        let here = reader.mark()
        var kind: PeriodKind?
        var start: CalendarDate?
        let findingsBefore = reader.findings.count
        reader.object(PeriodName.self, required: [.kind]) { name in
            switch name {
            case .kind:
                if !reader.refusesUnknown(advice) { kind = reader.choice(PeriodKind.self) }
            case .start:
                // A leap year, so that 02-29 reads as a day and is refused for what it is.
                start = reader.parsed(as: "a day of every year as MM-DD, such as \"07-01\"") {
                    $0 == "02-29" ? nil : CalendarDate(isoText: "2024-\($0)")
                }
            }
        }
        guard reader.findings.count == findingsBefore else { return nil }
        switch (kind, start) {
        case (.calendarYear?, nil): return .calendarYear
        case (.contractYear?, let start?):
            return .contractYear(month: start.month, day: start.day)
        case (.contractYear?, nil):
            reader.report(here.child("start"), "is missing. Write the first day, such as \"07-01\"")
        case (.calendarYear?, .some):
            reader.report(here.child("start"), "goes with contractYear only. Leave it out")
        case (nil, _): break
        }
        return nil
    }
}
