import CareCoverage
import CareModel

/// A second reading of how two plans share a line, from the table of secondary payments.
///
/// Both plans are read to the end of the course by themselves first; their outcomes are joined
/// afterwards, line after line.
struct SlowCoordinator {
    /// What becomes of a line of two plans.
    struct Outcome: Equatable {
        var denial: String?
        var modifiers: [Modifier] = []
        /// The first plan's parts, with the price and the write-off that hold in the end.
        var split = Split()
        var second = 0
        var patient = 0
        var reimbursed = 0
    }

    /// The outcomes of a course, up to a visit in a year whose deductible is not published.
    struct Reading {
        var visits: [[Outcome]] = []
        var missingYear: Int?
    }

    /// A line as each plan sees it by itself.
    struct Line {
        let priced: PricedLine
        let date: CalendarDate
        let first: SlowAdjudicator.Outcome
        /// Absent where the second plan is not billed.
        let alone: SlowAdjudicator.Outcome?

        var charge: Int { priced.charge.amount.cents * priced.line.units }
    }

    let first: BenefitPlan
    let facts: CoverageFacts
    let second: SecondPlan?
    /// Finds the second plan's rows.
    let rows: SlowAdjudicator?
    /// What each date has taken of a Medigap plan's copay.
    var copays: [CalendarDate: Int] = [:]

    static func reading(of pairing: Pairing) -> Reading {
        // Medicaid takes over a qualified beneficiary's shares before they are forgiven.
        let isMedicaidNext = pairing.second?.plan.coordination == .medicaid
        let first = SlowAdjudicator.reading(of: pairing.first, forgivesShares: !isMedicaidNext)
        let billed = zip(pairing.visits, first.visits).map { visit, outcomes in
            zip(visit.lines, outcomes).map { bills(pairing, $0.1) }
        }
        var alone = SlowAdjudicator.Reading()
        var rows: SlowAdjudicator?
        if var episode = pairing.alone {
            rows = SlowAdjudicator(episode)
            episode.course.visits = zip(episode.course.visits, billed).map { visit, isBilled in
                PlannedVisit(
                    date: visit.date,
                    careType: visit.careType,
                    lines: zip(visit.lines, isBilled).filter(\.1).map(\.0)
                )
            }
            alone = SlowAdjudicator.reading(of: episode)
        }
        var coordinator = SlowCoordinator(
            first: pairing.first.course.plan,
            facts: pairing.first.facts,
            second: pairing.second,
            rows: rows
        )
        var reading = Reading(missingYear: alone.missingYear ?? first.missingYear)
        for (number, visit) in pairing.visits.enumerated() {
            if number >= first.visits.count { break }
            if pairing.second != nil, number >= alone.visits.count { break }
            var left = pairing.second == nil ? [] : alone.visits[number]
            reading.visits.append(
                visit.lines.indices.map { index in
                    let isSeen = pairing.second != nil && billed[number][index]
                    return coordinator.outcome(
                        of: Line(
                            priced: visit.lines[index],
                            date: visit.date,
                            first: first.visits[number][index],
                            alone: isSeen ? left.removeFirst() : nil
                        )
                    )
                }
            )
        }
        return reading
    }

    /// An auto policy pays alone as long as it leaves nothing, and a Medigap plan sees only what
    /// Medicare left.
    private static func bills(_ pairing: Pairing, _ first: SlowAdjudicator.Outcome) -> Bool {
        if pairing.second?.plan.medigap != nil { return false }
        if pairing.first.course.plan.type != .autoMedical { return true }
        return first.denial != nil || first.split.patient > 0
    }

    private mutating func outcome(of line: Line) -> Outcome {
        var outcome = Outcome(
            denial: line.first.denial,
            modifiers: line.first.modifiers,
            split: line.first.split,
            reimbursed: line.first.reimbursed
        )
        if second?.plan.medigap != nil {
            outcome.second = medigapPayment(line)
        } else if let alone = line.alone, alone.denial == nil {
            if first.type == .autoMedical {
                succeed(line, alone, &outcome)
            } else {
                coordinate(line, alone, &outcome)
            }
        } else if let alone = line.alone, second?.plan.type == .discountPlan {
            discount(line, alone, &outcome)
        } else if isQualified, line.first.denial == nil {
            outcome.split.forgive()
        }
        outcome.patient = line.charge - outcome.split.writeOff - outcome.split.plan - outcome.second
        return outcome
    }
}
