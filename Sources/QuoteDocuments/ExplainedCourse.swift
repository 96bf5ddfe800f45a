import CareCoverage
import CareModel
import CareQuote

/// A course of a plan of care whose cost is asked about: all visits until it ends.
struct ExplainedCourse {
    /// The last visit, and what was paid by then.
    let outcome: ProjectedCost.Outcome
    /// Whose payments are asked about.
    let part: LinePart
    /// What is not exceeded with this probability is asked about; absent where one course is.
    let quantile: Double?
    /// The visits that are done before the first one.
    let visitsDone: Int
    private let projected: ProjectedCost

    /// Finds the course that a pointer below `/projection` names.
    ///
    /// - Parameters:
    ///   - tokens: Such as `patientPays` and `p50`, or `distribution`, `3` and `planPays`.
    ///   - projected: The projection.
    init?(_ tokens: [String], of projected: ProjectedCost?) {
        guard let projected, let last = tokens.last else { return nil }
        self.projected = projected
        visitsDone = projected.plan.visitsDone
        if tokens.count == 3, tokens[0] == "distribution", let index = tokens[1].pointerIndex,
            let outcome = projected.outcomes[checked: index],
            let part = ExplainedCourse.part(named: last)
        {
            (self.outcome, self.part, quantile) = (outcome, part, nil)
            return
        }
        guard tokens.count == 2, let part = ExplainedCourse.part(named: tokens[0]) else {
            return nil
        }
        let summary = part == .patientPays ? projected.patientPays : projected.planPays
        let figures = [
            "p10": (0.1, summary.p10), "p50": (0.5, summary.p50), "p90": (0.9, summary.p90),
        ]
        guard let (quantile, amount) = figures[last],
            let outcome = projected.outcomes.first(where: {
                ExplainedCourse.amount(of: part, in: $0) == amount
            })
        else { return nil }
        (self.outcome, self.part, self.quantile) = (outcome, part, quantile)
    }

    /// What is paid by its last visit.
    var amount: Money { ExplainedCourse.amount(of: part, in: outcome) }

    /// Which visits are added up, and how likely it is that care ends with the last.
    func sentence(_ words: Words) -> String {
        let (first, last) = (visitsDone + 1, outcome.visits)
        let chance = ProjectionWords(projected, words: words).ofHundred(outcome)
        let visits =
            first == last
            ? words.say("Visit \(first)", "La visita \(first)")
            : words.say(
                "The sum of visits \(first) to \(last)",
                "La suma de las visitas \(first) a \(last)"
            )
        let end = words.say(
            ": care ends with the last of them in about \(chance) of 100 cases.",
            ": la atención termina con la última en unos \(chance) de 100 casos."
        )
        guard let quantile else { return visits + end }
        let share = Int((quantile * 100).rounded())
        return visits + end
            + words.say(
                " In at least \(share) of 100 cases it is this or less.",
                " En al menos \(share) de 100 casos es esto o menos."
            )
    }

    private static func part(named name: String) -> LinePart? {
        switch name {
        case LinePart.patientPays.rawValue: .patientPays
        case LinePart.planPays.rawValue: .planPays
        default: nil
        }
    }

    private static func amount(of part: LinePart, in outcome: ProjectedCost.Outcome) -> Money {
        part == .patientPays ? outcome.patientPays : outcome.planPays
    }
}

extension Explanation {
    /// Which visits a projected amount is the sum of, and how likely care ends with the last.
    func add(
        _ course: ExplainedCourse,
        of visits: [QuotedVisit],
        words: Words,
        to page: inout TextPage
    ) {
        page.wrapped(course.sentence(words), after: "   ")
        var sum = Money.zero
        for visit in visits {
            let amount = visit.lines.map { course.part.sum(of: $0.amounts) }.sum()
            sum += amount
            page.line(
                "   "
                    + words.say("visit \(visit.number)", "visita \(visit.number)").padded(right: 12)
                    + words.fullDate(visit.date).padded(right: 18)
                    + amount.groupedText.padded(left: 11) + sum.groupedText.padded(left: 11)
            )
        }
        guard sum != course.amount else { return }
        page.wrapped(
            words.say(
                "\(sum.groupedText) at the visits; with what the offer costs besides, "
                    + "\(course.amount.groupedText).",
                "\(sum.groupedText) en las visitas; con lo que cuesta además la oferta, "
                    + "\(course.amount.groupedText)."
            ),
            after: "   "
        )
    }
}

extension LinePart {
    /// What of a line a projection counts: both plans together where it is what the plans pay.
    func sum(of amounts: LineAmounts) -> Money {
        self == .planPays ? amounts.planPays + amounts.secondaryPays : amounts[self]
    }
}
