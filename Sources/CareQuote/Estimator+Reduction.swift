import CareComplexity
import CareModel
import CarePricing

extension Estimator {
    /// Reduces the further therapy procedures of a visit, where the payer does so.
    ///
    /// The practice expense of the year's Medicare release ranks them; where that year is not
    /// known yet, the latest release before it does, and a notice says so.
    func reduce(
        _ lines: [PricedLine],
        of visit: ArrangedVisit,
        for request: QuoteRequest,
        problems: inout [QuoteProblem]
    ) -> [PricedLine] {
        guard let schedule = request.schedule, let medicare,
            rules.payer(ofSchedule: schedule)?.reducesProcedures == true,
            let release = medicare.latestRelease(onOrBefore: visit.date)
        else { return lines }
        var positions: [Int] = []
        var ranked: [MultipleProcedureReduction.Line] = []
        for (position, line) in lines.enumerated() {
            guard line.line.stated.allowed == nil, let price = line.allowed,
                let value = line.line.code.flatMap({ release.value(of: $0) }),
                value.multipleProcedure == medicare.formula.reducedIndicator
            else { continue }
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
        for (position, units) in zip(
            positions,
            MultipleProcedureReduction.reducedUnits(of: ranked)
        )
        where units > 0 {
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
            reduced[position] = lines[position].reducing(units: units)
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
