import CareCoverage
import CareModel
import CareQuote

extension AmountFinder {
    /// What of a plan has been used after the last visit.
    ///
    /// - Parameter path: The position of the plan, and the names below it, such as `deductible` and
    ///   `individualMet`.
    /// - Returns: The amount, or nothing where the path names none.
    func accumulator(_ path: [String]) -> ExplainedAmount? {
        guard let index = path.first?.pointerIndex,
            let after = quote.accumulatorsAfter[checked: index],
            let coverage = quote.request.coverages[checked: index],
            let amount = after.amount(at: Array(path.dropFirst()))
        else { return nil }
        let period = coverage.plan.benefitPeriod
        let last = quote.visits.last?.date ?? coverage.accumulators.asOf
        let year = period.yearStart(containing: last)
        let isSameYear = year == period.yearStart(containing: coverage.accumulators.asOf)
        let before = isSameYear ? coverage.accumulators.amount(at: Array(path.dropFirst())) : nil
        var explained = ExplainedAmount(amount: amount)
        explained.remarks = [
            ExplainedAmount.Remark(
                text: before.map { stated in
                    let added = max(amount, stated) - min(amount, stated)
                    return words.say(
                        "\(stated.groupedText) before the first visit, and "
                            + "\(added.groupedText) at the visits of this quote",
                        "\(stated.groupedText) antes de la primera visita, y "
                            + "\(added.groupedText) en las visitas de esta cotización"
                    )
                }
                    ?? words.say(
                        "at the visits of this quote from \(words.fullDate(year)) on, when its year "
                            + "began; what was used before counts no more, or is not known",
                        "en las visitas de esta cotización desde el \(words.fullDate(year)), cuando "
                            + "empezó su año; lo usado antes ya no cuenta, o no se sabe"
                    ),
                source: coverage.plan.place.description
            )
        ]
        // Only the first plan's own arithmetic stands in the lines.
        guard index == 0, path.dropFirst().first == "deductible", path.last == "individualMet"
        else {
            return explained
        }
        explained.part = .deductible
        explained.visits = quote.visits.filter { $0.date >= year }
        return explained
    }
}

extension Accumulators {
    /// The amount at some names, as documents write them.
    fileprivate func amount(at path: [String]) -> Money? {
        guard path.count > 1 else { return nil }
        switch (path[0], path[1]) {
        case ("deductible", "individualMet"): return deductible.individual
        case ("deductible", "familyMet"): return deductible.family
        case ("outOfPocket", "individualMet"): return outOfPocket.individual
        case ("outOfPocket", "familyMet"): return outOfPocket.family
        case ("deductible", "byCategoryMet"):
            guard path.count == 3 else { return nil }
            return ServiceCategory(path[2]).flatMap { deductibleByCategory[$0] }
        case ("limits", let id):
            guard path.count == 3, path[2] == "used", case .amount(let used)? = limits[id] else {
                return nil
            }
            return used
        case ("carryoverMonths", let month): return Int(month).flatMap { deductibleByMonth?[$0] }
        default: return nil
        }
    }
}
