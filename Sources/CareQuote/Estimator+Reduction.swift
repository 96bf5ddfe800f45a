import CareComplexity
import CareModel
import CarePricing

extension Estimator {
    /// Reduces the further therapy procedures of each day, where the payer does so.
    ///
    /// The practice expense of the year's Medicare release ranks them; where that year is not
    /// known yet, the latest release before it does, and a notice says so. Two visits on one date
    /// are one day.
    ///
    /// - Parameters:
    ///   - visits: The visits in order of date.
    ///   - lines: The lines of the plan whose payer reduces, of the first or of the second.
    ///   - schedule: The schedule whose payer's rule holds.
    ///   - problems: Takes up what is missing.
    /// - Returns: The visits, those lines with their reduced units.
    func reduce(
        _ visits: [PricedVisit],
        _ lines: WritableKeyPath<PricedVisit, [PricedLine]>,
        schedule: String?,
        problems: inout [QuoteProblem]
    ) -> [PricedVisit] {
        guard rules.payer(ofSchedule: schedule)?.reducesProcedures == true else {
            return visits
        }
        var reduced = visits
        var first = visits.startIndex
        while first < visits.endIndex {
            let date = visits[first].arranged.date
            let end = visits[first...].firstIndex { $0.arranged.date != date } ?? visits.endIndex
            let day = visits[first..<end]
            let ofDay = reduce(
                day.flatMap { $0[keyPath: lines] },
                of: visits[first].arranged,
                isStated: lines == \.lines ? \.allowed : \.secondaryAllowed,
                problems: &problems
            )
            var taken = 0
            for index in first..<end {
                let count = visits[index][keyPath: lines].count
                reduced[index][keyPath: lines] = Array(ofDay[taken..<(taken + count)])
                taken += count
            }
            first = end
        }
        return reduced
    }

    private func reduce(
        _ lines: [PricedLine],
        of visit: ArrangedVisit,
        isStated: KeyPath<ServiceLine.StatedAmounts, Money?>,
        problems: inout [QuoteProblem]
    ) -> [PricedLine] {
        let candidates = lines.indices.filter { index in
            lines[index].line.stated[keyPath: isStated] == nil && lines[index].allowed != nil
        }
        guard candidates.map({ lines[$0].line.units }).reduce(0, +) > 1 else { return lines }
        guard let medicare, let release = medicare.latestRelease(onOrBefore: visit.date) else {
            problems.append(
                .noProcedureRanking(date: visit.date, visit: visit.number, place: visit.place)
            )
            return lines
        }
        var positions: [Int] = []
        var ranked: [MultipleProcedureReduction.Line] = []
        for position in candidates {
            let line = lines[position]
            guard let price = line.allowed, let code = line.line.code else { continue }
            guard let value = release.value(of: code) else {
                // A code that the release lacks could be the one that is paid in full, unless the
                // contract prints no reduced price for it, because it is no therapy.
                guard price.reduced != nil else { continue }
                problems.append(
                    .noProcedureRanking(
                        date: visit.date,
                        visit: visit.number,
                        place: line.line.place
                    )
                )
                continue
            }
            guard value.multipleProcedure == medicare.formula.reducedIndicator else { continue }
            positions.append(position)
            ranked.append(
                MultipleProcedureReduction.Line(
                    practiceExpense: value.nonfacilityPracticeExpense,
                    fee: price.amount.cents,
                    units: line.line.units
                )
            )
        }
        var reduced = lines
        let units = MultipleProcedureReduction.reducedUnits(of: ranked)
        for (position, count) in zip(positions, units) where count > 0 {
            guard let price = lines[position].allowed, price.reduced != nil else {
                problems.append(
                    .noReducedPrice(
                        QuoteProblem.LineReference(
                            line: lines[position].line,
                            visit: visit.number,
                            date: visit.date
                        ),
                        source: lines[position].allowed?.source ?? lines[position].line.place
                    )
                )
                continue
            }
            reduced[position] = lines[position].reducing(units: count)
        }
        return reduced
    }

    /// The release whose figures rank the reduction of some visit that lies after it.
    func earlierRelease(rankingAnyOf visits: [QuotedVisit]) -> String? {
        for visit in visits where visit.lines.contains(where: { $0.priced.reducedUnits > 0 }) {
            guard let release = medicare?.latestRelease(onOrBefore: visit.date) else { continue }
            if release.through < visit.date { return release.id }
        }
        return nil
    }
}

extension PricedLine {
    /// The line with some of its units at the reduced price.
    fileprivate func reducing(units: Int) -> PricedLine {
        PricedLine(
            line: line,
            charge: charge,
            allowed: allowed,
            selfPay: selfPay,
            reducedUnits: units
        )
    }
}
