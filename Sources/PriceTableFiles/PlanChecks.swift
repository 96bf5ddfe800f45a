import CareCoverage
import CareModel

/// Checks of a plan that look at more than one of its terms.
struct PlanChecks {
    let plan: BenefitPlan
    let parameters: PlanParameters?
    let reader: DocumentReader
    let place: DocumentReader.Mark

    func run() {
        checkCarryover()
        checkAuthorizations()
        checkRivals()
        checkIdleTerms()
        checkOrder()
        if plan.isHSACompatible { checkSavingsAccountRules() }
        warnAboutMaximum()
        warnAboutFamily()
        warnAboutVerification()
    }

    /// Two rows that are equally specific for one line leave open which of them holds.
    private func checkRivals() {
        for (index, row) in plan.benefits.enumerated() {
            for (earlier, other) in plan.benefits[..<index].enumerated()
            where !row.networks.isDisjoint(with: other.networks)
                && row.selector.isRival(of: other.selector)
                && (row.diagnoses == nil) == (other.diagnoses == nil)
                && row.diagnoses?.canHold(with: other.diagnoses) != false
            {
                reader.report(
                    mark("benefits/\(index)"),
                    "is as specific as /benefits/\(earlier) for the same service and network. "
                        + "Leave one of the two out, or name different codes"
                )
            }
        }
    }

    /// Amounts by month cannot tell apart the two halves of a month in which a year begins.
    private func checkCarryover() {
        guard plan.deductible?.carryover != nil || wasUnknown("deductible/carryover"),
            case .contractYear(_, let day) = plan.benefitPeriod, day != 1
        else { return }
        reader.refuse(
            mark("deductible/carryover"),
            "a carry-over in a contract year that begins in the middle of a month (S12)"
        )
    }

    /// A request can tell the dates used of a category only.
    private func checkAuthorizations() {
        for (index, row) in plan.benefits.enumerated()
        where (row.authorization?.afterVisit ?? 0) > 0
            || wasUnknown("benefits/\(index)/authorization/afterVisit")
        {
            if case .category = row.selector { continue }
            reader.refuse(
                mark("benefits/\(index)/authorization/afterVisit"),
                "an authorization after some visits of single services or codes (S13)"
            )
        }
    }

    /// A term that nothing refers to was meant to do something.
    private func checkIdleTerms() {
        let used = Set(plan.benefits.flatMap(\.limits))
        for index in plan.limits.indices where !used.contains(index) {
            reader.warn(
                mark("limits/\(index)/id"),
                "is \"\(plan.limits[index].id)\", which no benefit names, so it limits nothing. "
                    + "Name it under limits of its benefits, or leave it out"
            )
        }
        guard let deductible = plan.deductible, deductible.individual == nil else { return }
        switch deductible.familyType {
        case .perPerson, .memberCount:
            reader.report(
                mark("deductible/individual"),
                "is missing, and with this familyType each person's own decides. Write it"
            )
        case .embedded, .aggregate: break
        }
    }

    private func checkOrder() {
        guard plan.deductible?.order == .afterCoinsurance else { return }
        for (index, row) in plan.benefits.enumerated() where row.copay != nil {
            reader.report(
                mark("benefits/\(index)/copay"),
                "stands in a plan whose deductible comes after coinsurance; the two do not go "
                    + "together. Leave out the copay, or write order beforeCoinsurance"
            )
        }
    }

    /// A plan beside a health savings account pays only preventive care before the deductible.
    ///
    /// Chiropractic care is not preventive (rule S14; Internal Revenue Code, section 223).
    private func checkSavingsAccountRules() {
        for (index, row) in plan.benefits.enumerated() where row.coverage == .covered {
            if let copay = row.copay, copay.deductible != .after {
                reader.report(
                    mark("benefits/\(index)/copay/deductible"),
                    "is not \"after\", so an HSA-compatible plan would pay before the deductible. "
                        + "Write \"after\", or hsaCompatible false"
                )
            }
            if !row.deductibleApplies {
                reader.report(
                    mark("benefits/\(index)/deductibleApplies"),
                    "is false, so an HSA-compatible plan would pay before the deductible. "
                        + "Write true, or hsaCompatible false"
                )
            }
        }
        if plan.deductible?.byCategory.isEmpty == false {
            reader.report(
                mark("deductible/byCategory"),
                "stands in an HSA-compatible plan, which would pay for the category before its own "
                    + "deductible. Leave it out, or write hsaCompatible false"
            )
        }
        if plan.deductible?.carryover != nil {
            reader.report(
                mark("deductible/carryover"),
                "stands in an HSA-compatible plan, which may not carry a deductible over. "
                    + "Leave it out, or write hsaCompatible false"
            )
        }
        checkSavingsAccountFigures()
    }

    private func checkSavingsAccountFigures() {
        guard let parameters else { return }
        let hasFamily = plan.deductible?.hasFamilyCoverage == true
        let minimum = parameters.minimumDeductible(hasFamily: hasFamily)
        let limit = parameters.savingsAccountLimit(hasFamily: hasFamily)
        guard let least = required(minimum), let most = required(limit) else { return }
        let deductibles: [(String, Money?)] =
            hasFamily
            ? [
                ("family", plan.deductible?.family),
                // An embedded deductible of a person may not undercut the family minimum.
                (
                    "individual",
                    plan.deductible?.familyType == .embedded ? plan.deductible?.individual : least
                ),
            ]
            : [("individual", plan.deductible?.individual)]
        for (name, amount) in deductibles
        where amount.map({ $0 < least }) ?? (name == (hasFamily ? "family" : "individual")) {
            reader.report(
                mark("deductible/\(name)"),
                "is \((amount ?? .zero).decimalText), below \(least.decimalText), the least that "
                    + "an HSA-compatible plan may have in \(year) (\(minimum.file)). "
                    + "Write the plan's real deductible, or hsaCompatible false"
            )
        }
        let maximum =
            hasFamily ? plan.outOfPocketMaximum?.family : plan.outOfPocketMaximum?.individual
        if maximum ?? .largestStated > most {
            reader.report(
                mark("outOfPocketMaximum/\(hasFamily ? "family" : "individual")"),
                "is \(maximum.map(\.decimalText) ?? "missing"), above \(most.decimalText), the "
                    + "most that an HSA-compatible plan may have in \(year) (\(limit.file)). "
                    + "Write the plan's real maximum, or hsaCompatible false"
            )
        }
    }

    private func warnAboutMaximum() {
        guard let parameters else { return }
        let tiers: [(String, Money?, PlanParameters.Figure)] = [
            ("individual", plan.outOfPocketMaximum?.individual, parameters.outOfPocketMaximumSelf),
            ("family", plan.outOfPocketMaximum?.family, parameters.outOfPocketMaximumFamily),
        ]
        for (name, amount, figure) in tiers {
            guard let amount, !wasUnknown("outOfPocketMaximum/\(name)"),
                let most = figure.values.entry(forYear: year)?.value, amount > most
            else { continue }
            reader.warn(
                mark("outOfPocketMaximum/\(name)"),
                "is \(amount.decimalText), above the federal maximum \(most.decimalText) of "
                    + "\(year) (\(figure.file)). Check the plan's document"
            )
        }
    }

    private func warnAboutFamily() {
        guard let deductible = plan.deductible, deductible.familyType == .embedded,
            let individual = deductible.individual, let family = deductible.family,
            individual > family, !wasUnknown("deductible/individual"),
            !wasUnknown("deductible/family")
        else { return }
        reader.warn(
            mark("deductible/individual"),
            "is \(individual.decimalText), above the family's \(family.decimalText). "
                + "Check which is which"
        )
    }

    private func warnAboutVerification() {
        guard let verified = plan.verifiedOn, verified < plan.effectiveFrom else { return }
        reader.warn(
            mark("verifiedOn"),
            "is \(verified), before the plan year that begins \(plan.effectiveFrom). "
                + "Check the plan with the insurer again"
        )
    }

    private var year: Int { plan.effectiveFrom.year }

    /// The figure of the plan's year; a year without one is an error, never a guess.
    private func required(_ figure: PlanParameters.Figure) -> Money? {
        guard let entry = figure.values.entry(forYear: year) else {
            reader.report(
                mark("effectiveFrom"),
                "is in \(year), and \(figure.file) has no value for \(year). "
                    + "Add the year to that file with its source"
            )
            return nil
        }
        return entry.value
    }

    /// Whether a figure is the end of a term that nobody knows, which is not for a person to check.
    private func wasUnknown(_ path: String) -> Bool { reader.wasUnknown("/" + path) }

    private func mark(_ path: String) -> DocumentReader.Mark {
        place.child(path: path)
    }
}

extension Benefit.Selector {
    /// Whether both rows are equally specific for some line.
    func isRival(of other: Benefit.Selector) -> Bool {
        switch (self, other) {
        case (.category(let one), .category(let two)): one == two
        case (.services(let one), .services(let two)): !Set(one).isDisjoint(with: two)
        case (.codes(let one), .codes(let two)): !Set(one).isDisjoint(with: two)
        default: false
        }
    }
}

extension DiagnosisCondition {
    /// Whether some diagnosis lets both conditions hold.
    func canHold(with other: DiagnosisCondition?) -> Bool {
        switch (self, other) {
        case (.only(let one), .only(let two)?):
            one.contains { a in two.contains { b in a.hasPrefix(b) || b.hasPrefix(a) } }
        case (.only(let wanted), .except(let barred)?), (.except(let barred), .only(let wanted)?):
            wanted.contains { code in !barred.contains(where: code.hasPrefix) }
        case (.except, .except?): true
        case (_, nil): false
        }
    }
}
