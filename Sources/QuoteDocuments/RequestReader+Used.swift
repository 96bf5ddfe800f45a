import CareCoverage
import CareModel
import PriceTableFiles

/// What was used of a plan must be of what the plan has.
extension RequestReader {
    /// A figure of a term that the plan does not have was meant for one that it has.
    func checkFigures(
        _ figures: Accumulators,
        of plan: BenefitPlan,
        mark: DocumentReader.Mark
    ) {
        let categories = plan.deductible?.byCategory ?? [:]
        for category in figures.deductibleByCategory.keys where categories[category] == nil {
            reader.report(
                mark.child(path: "/deductible/byCategoryMet/\(category)"),
                "is not about a deductible of \(plan.id). Leave it out"
            )
        }
        let authorized = plan.benefits.filter { $0.authorization != nil }.map(\.selector)
        for category in figures.benefitVisits.keys
        where !authorized.contains(.category(category)) {
            reader.report(
                mark.child(path: "/benefitVisits/\(category)"),
                "is not about a benefit of \(plan.id) that needs an authorization. Leave it out"
            )
        }
        guard let months = figures.deductibleByMonth else { return }
        if plan.deductible?.carryover == nil {
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

    /// What a request says of a limit must fit the limit that the plan has.
    func checkLimits(of draft: AccumulatorDraft?, plan: BenefitPlan) {
        for (name, mark) in draft?.limits ?? [] {
            guard let limit = plan.limits.first(where: { $0.id == name }) else {
                let known = plan.limits.map(\.id).joined(separator: ", ")
                reader.report(
                    mark,
                    "is not about a limit of \(plan.id). "
                        + (known.isEmpty ? "Leave it out" : "Write one of: \(known)")
                )
                continue
            }
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
            case (.used?, true):
                reader.report(
                    mark.child("dates"),
                    "is missing: \(name) looks twelve months back. "
                        + "Write the dates of use, such as [\"2026-05-04\"], instead of used"
                )
            case (.dates?, false):
                reader.report(
                    mark.child("used"),
                    "is missing: \(name) counts by \(limit.period.rawValue). "
                        + "Write how many were used instead of dates"
                )
            case (.used(let count)?, false) where count > limit.maximum:
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
