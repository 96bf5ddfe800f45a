import CareCoverage
import CareModel
import PriceTableFiles

/// What was used of a plan must be of what the plan has.
extension RequestReader {
    /// A figure of a term that the plan does not have was meant for one that it has.
    ///
    /// The plan may have a term that nobody knows.
    func checkFigures(
        _ figures: Accumulators,
        of document: PlanDocument,
        mark: DocumentReader.Mark
    ) {
        let plan = document.plan
        let categories = plan.deductible?.byCategory ?? [:]
        for category in figures.deductibleByCategory.keys
        where categories[category] == nil && !document.isUnknown("/deductible") {
            reader.report(
                mark.child(path: "/deductible/byCategoryMet/\(category)"),
                "is not about a deductible of \(plan.id). Leave it out"
            )
        }
        let authorized = plan.benefits.enumerated()
            .filter { index, row in
                row.authorization != nil
                    || document.isUnknown("/benefits/\(index)/authorization/required")
            }
            .map(\.element.selector)
        for category in figures.benefitVisits.keys
        where !authorized.contains(.category(category)) {
            reader.report(
                mark.child(path: "/benefitVisits/\(category)"),
                "is not about a benefit of \(plan.id) that needs an authorization. Leave it out"
            )
        }
        guard let months = figures.deductibleByMonth else { return }
        if plan.deductible?.carryover == nil, !document.isUnknown("/deductible/carryover") {
            reader.report(
                mark.child("carryoverMonths"),
                "goes with a carry-over, which \(plan.id) does not have. Leave it out"
            )
        }
        if let met = figures.deductible.individual, months.values.sum() > met {
            reader.report(
                mark.child("carryoverMonths"),
                "adds up to more than the \(met.decimalText) met. Write the parts of that amount"
            )
        }
    }

    /// Warns of an amount that is more than the plan has to use.
    ///
    /// A term that nobody knows bounds nothing, and what is unknown of a deductible can decide which
    /// of its figures count.
    func warnAboutFigures(
        _ figures: Accumulators,
        of document: PlanDocument,
        mark: DocumentReader.Mark
    ) {
        let unknown = document.unknownTerms.map(\.pointer)
        for figure in document.plan.figuresAboveTerms(in: figures) {
            let isOpen =
                document.isUnknown(figure.term)
                || figure.term.hasPrefix("/deductible")
                    && unknown.contains { $0.hasPrefix("/deductible") }
            if isOpen { continue }
            reader.warn(
                mark.child(path: figure.figure.pointer),
                "is \(figure.stated.decimalText), above the \(figure.most.decimalText) of "
                    + "\(document.plan.id). Check both figures with the insurer"
            )
        }
    }

    /// What a request says of a limit must fit the limit that the plan has.
    func checkLimits(of draft: AccumulatorDraft?, plan document: PlanDocument) {
        let plan = document.plan
        for (name, mark) in draft?.limits ?? [] {
            guard let index = plan.limits.firstIndex(where: { $0.id == name }) else {
                let known = plan.limits.map(\.id).joined(separator: ", ")
                reader.report(
                    mark,
                    "is not about a limit of \(plan.id). "
                        + (known.isEmpty ? "Leave it out" : "Write one of: \(known)")
                )
                continue
            }
            let limit = plan.limits[index]
            if limit.unit == .dollars {
                if case .dates? = draft?.figures.limits[name] {
                    reader.report(
                        mark.child("used"),
                        "is missing: \(name) counts dollars. Write the amount used"
                    )
                }
                continue
            }
            if case .amount? = draft?.figures.limits[name] {
                reader.report(
                    mark.child("used"),
                    "is an amount, and \(name) counts \(limit.unit.rawValue). Write a whole number"
                )
                continue
            }
            switch (draft?.figures.limits[name], limit.period == .rolling12Months) {
            case (.used?, true) where !document.isUnknown("/limits/\(index)/period"):
                reader.report(
                    mark.child("dates"),
                    "is missing: \(name) looks twelve months back. "
                        + "Write the dates of use, such as [\"2026-05-04\"], instead of used"
                )
            case (.dates?, false) where !document.isUnknown("/limits/\(index)/period"):
                reader.report(
                    mark.child("used"),
                    "is missing: \(name) counts by \(limit.period.rawValue). "
                        + "Write how many were used instead of dates"
                )
            case (.used(let count)?, false)
            where count > limit.maximum && !document.isUnknown("/limits/\(index)/maximum"):
                reader.warn(
                    mark.child("used"),
                    "is \(count), above the maximum \(limit.maximum) of \(name). "
                        + "Check both figures with the insurer"
                )
            default: break
            }
        }
    }
}
