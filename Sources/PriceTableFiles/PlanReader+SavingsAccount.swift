import CareCoverage
import CareModel

/// The ends of what nobody knows of a plan beside a health savings account (rule S14).
///
/// The law bounds its deductible from below and its out-of-pocket maximum from above, so an unknown
/// one cannot lie beyond. Figures that are stated are left as they are, for the checks.
extension PlanReader {
    /// A deductible, what is unknown of it no lower than the year's minimum.
    func withinSavingsAccountMinimum(_ deductible: Deductible?, year: Int) -> Deductible? {
        let hasFamily = deductible?.hasFamilyCoverage == true
        let figure = parameters?.minimumDeductible(hasFamily: hasFamily)
        guard let least = figure?.values.entry(forYear: year)?.value else { return deductible }
        guard let deductible else {
            return reader.wasUnknown("/deductible") ? Deductible(individual: least) : nil
        }
        let bindsIndividual = !hasFamily || deductible.familyType == .embedded
        func raised(_ amount: Money?, _ name: String, if isBound: Bool) -> Money? {
            isBound && reader.wasUnknown("/deductible/\(name)")
                ? amount.map { max($0, least) } : amount
        }
        return Deductible(
            individual: raised(deductible.individual, "individual", if: bindsIndividual),
            family: raised(deductible.family, "family", if: hasFamily),
            familyType: deductible.familyType,
            hasFamilyCoverage: hasFamily,
            byCategory: deductible.byCategory,
            order: deductible.order,
            carryover: deductible.carryover
        )
    }

    /// An out-of-pocket maximum, what is unknown of it no higher than the year's limit.
    func withinSavingsAccountLimit(
        _ maximum: OutOfPocketMaximum?,
        beside deductible: Deductible?,
        year: Int
    ) -> OutOfPocketMaximum? {
        let hasFamily = deductible?.hasFamilyCoverage == true
        let figure = parameters?.savingsAccountLimit(hasFamily: hasFamily)
        guard let most = figure?.values.entry(forYear: year)?.value else { return maximum }
        if reader.wasUnknown("/outOfPocketMaximum") {
            let end = maximum == nil ? most : .zero
            return OutOfPocketMaximum(
                individual: hasFamily ? maximum?.individual : end,
                family: hasFamily ? end : nil
            )
        }
        guard let maximum else { return nil }
        func lowered(_ amount: Money?, _ name: String, if isBound: Bool) -> Money? {
            isBound && reader.wasUnknown("/outOfPocketMaximum/\(name)")
                ? amount.map { min($0, most) } : amount
        }
        return OutOfPocketMaximum(
            individual: lowered(maximum.individual, "individual", if: !hasFamily),
            family: lowered(maximum.family, "family", if: hasFamily)
        )
    }
}
