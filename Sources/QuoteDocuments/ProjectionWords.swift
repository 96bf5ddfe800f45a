import CareModel
import CarePatterns
import CareQuote

/// How a plan of care can end and what it costs, in sentences; each page sets them in its own way.
struct ProjectionWords {
    let projected: ProjectedCost
    let words: Words
    /// Of a hundred patients, how many have each outcome as their last visit.
    private let counts: [Int]

    init(_ projected: ProjectedCost, words: Words) {
        self.projected = projected
        self.words = words
        counts = OfHundred.counts(of: projected.outcomes.map(\.probability))
    }

    var plan: CarePlan { projected.plan }

    // MARK: The plan

    /// What the plan is for, and how long it can be.
    var title: String {
        let name = plan.pattern.words.text(in: words.language)
        let most = plan.pattern.cap
        return words.say("\(name): at most \(most) visits", "\(name): como máximo \(most) visitas")
    }

    /// Why this plan, and how well it is known.
    var reason: [String] {
        var sentences: [String] = []
        if let reason = plan.reason { sentences.append(reason.words.text(in: words.language)) }
        if plan.visitsDone > 0 {
            let done = plan.visitsDone
            sentences.append(
                words.say(
                    "\(words.visits(done)) done; amounts are for what is left.",
                    "\(words.visits(done)) hechas; los montos son por lo que queda."
                )
            )
        }
        if plan.projection.attendance == .typical {
            sentences.append(
                words.say(
                    "Patients who leave of their own accord are counted: whoever comes to every "
                        + "visit that the plan asks for can expect more visits than these.",
                    "Se cuentan los pacientes que dejan de venir por su cuenta: quien viene a todas "
                        + "las visitas que el plan pide puede esperar más visitas que estas."
                )
            )
        }
        return sentences
    }

    /// When care goes on, and when it stops: before any price.
    var stopRules: [String] {
        decisions(namesDays: true) + exams
            + plan.evidence.shownStopRules.map { $0.words.text(in: words.language) }
    }

    /// The same for a plan whose days are not settled, such as one that is compared over its starts.
    var stopRulesOnAnyDays: [String] {
        decisions(namesDays: false)
            + plan.evidence.shownStopRules.map { $0.words.text(in: words.language) }
    }

    /// Whether it is decided at a visit how care goes on.
    func isCheckpoint(_ visit: Int) -> Bool {
        plan.checkpoints.contains { $0.visit == visit && $0.question != nil }
    }

    /// What the amounts beside a last visit are: after some visits, what is still to pay until then.
    var paidColumn: String { words.column(plan.visitsDone > 0 ? .stillToPay : .youPaid) }

    /// What is done at a checkpoint.
    var weLookAgain: String { words.say("we look again", "revisamos") }

    // MARK: Its cost

    /// The course that is not exceeded in half of all cases.
    var headline: ProjectedCost.Outcome? { projected.outcome(notExceededWith: 0.5) }

    /// By when it most likely ends.
    var mostLikely: String {
        guard let headline else { return "" }
        let day = words.weekday(headline.date)
        guard plan.projection.attendance == .adherent else { return ended(by: headline, on: day) }
        return words.say(
            "most likely you finish, or we stop, by visit \(headline.visits) (\(day))",
            "lo más probable es que termine, o paremos, en la visita \(headline.visits) (\(day))"
        )
    }

    /// How many have ended by a visit, and how many of those have left: where people leave, most
    /// have neither finished nor been stopped.
    private func ended(by outcome: ProjectedCost.Outcome, on day: String) -> String {
        let course = plan.projection.course
        let chances = EndReason.allCases.map { reason in
            (1...max(outcome.visits, 1)).map {
                course.probability(ofLastVisit: $0, because: reason)
            }
            .reduce(0, +)
        }
        let all = chances.reduce(0, +)
        let counts = OfHundred.counts(of: chances + [max(1 - all, 0)]).dropLast()
        let left = zip(EndReason.allCases, counts).first { $0.0 == .patient }?.1 ?? 0
        let others = counts.reduce(0, +) - left
        return words.say(
            "of 100 patients \(left + others) have ended by visit \(outcome.visits) (\(day)): "
                + "\(left) left of their own accord, \(others) finished or were stopped",
            "de 100 pacientes \(left + others) han terminado en la visita \(outcome.visits) "
                + "(\(day)): \(left) dejaron de venir por su cuenta, \(others) acabaron o pararon"
        )
    }

    /// That at least half of the courses have ended with a visit.
    var halfHaveEnded: String {
        words.say("by here half or more have ended", "aquí ya terminó la mitad o más")
    }

    /// How many go on after it, and how many reach the end.
    var goingOn: String {
        guard let headline, let last = projected.outcomes.last, last.visits > headline.visits
        else { return "" }
        // What is said of the picture adds up to what the picture shows.
        let after = zip(projected.outcomes, counts).filter { $0.0.visits > headline.visits }
        let more = words.inHundred(
            after.map(\.1).reduce(0, +),
            of: projected.probability(ofMoreThan: headline.visits)
        )
        let end = ofHundred(last)
        let amount = last.patientPays.groupedText
        return words.say(
            "About \(more) in 100 go on after it; \(end) in 100 reach visit \(last.visits): "
                + "\(amount).",
            "Unos \(more) de cada 100 siguen después; \(end) de cada 100 llegan a la visita "
                + "\(last.visits): \(amount)."
        )
    }

    /// How care ends, of a hundred patients.
    var endings: String {
        let course = plan.projection.course
        let chances = EndReason.allCases.map { course.probability(because: $0) }
        let parts = zip(EndReason.allCases, OfHundred.counts(of: chances))
            .compactMap { reason, count in count > 0 ? "\(count) \(ending(reason))" : nil }
        return words.say("Of 100 patients: ", "De 100 pacientes: ")
            + parts.joined(separator: ", ") + "."
    }

    private func ending(_ reason: EndReason) -> String {
        switch reason {
        case .goals: words.say("reach their goals", "alcanzan sus metas")
        case .stopRule:
            words.say("are stopped because it does not help", "paran porque no ayuda")
        case .cap:
            words.say("have all visits with goals still open", "usan todas con metas pendientes")
        case .patient: words.say("leave of their own accord", "dejan de venir por su cuenta")
        }
    }

    /// The visits of a year, in which pain can come back.
    var twelveMonths: String {
        let visits = plan.twelveMonths
        let (low, middle, high) = (
            visits.quantile(0.1), visits.quantile(0.5), visits.quantile(0.9)
        )
        guard plan.maintenance == nil else {
            return words.say(
                "In twelve months, with these visits and flares: \(low) to \(high) visits for most, "
                    + "\(middle) in the middle.",
                "En doce meses, con estas visitas y brotes: de \(low) a \(high) visitas para la "
                    + "mayoría, \(middle) en el medio."
            )
        }
        let twelveMonths = words.say(
            "In twelve months, if pain comes back for some: \(low) to \(high) visits for most, "
                + "\(middle) in the middle.",
            "En doce meses, si a algunos les vuelve: de \(low) a \(high) visitas para la mayoría, "
                + "\(middle) en el medio."
        )
        return [twelveMonths, twelveMonthsRemark].compactMap { $0 }.joined(separator: " ")
    }

    /// That returns were studied elsewhere; nothing where they were studied here, or where the year
    /// does not rest on them.
    var twelveMonthsRemark: String? {
        guard plan.evidence.borrowsReturns, plan.maintenance == nil else { return nil }
        return words.say(
            "How often pain comes back was studied in another part of the body, and may differ here.",
            "Con qué frecuencia vuelve el dolor se estudió en otra parte del cuerpo, y aquí puede ser "
                + "distinto."
        )
    }

    /// What visits that keep up a gain cost, beside the plan; nothing where nobody asks for them.
    var maintenance: (amount: Money, remark: String)? {
        guard let cost = projected.maintenance, let upkeep = plan.maintenance else { return nil }
        let weeks = upkeep.terms.interval.usual
        let day = words.fullDate(cost.through)
        let remark = words.say(
            "if the care has helped and you want it: \(words.visits(cost.visits)) more, every "
                + "\(weeks) weeks, to \(day), and no further",
            "si la atención ayudó y usted quiere: \(words.visits(cost.visits)) más, cada \(weeks) "
                + "semanas, hasta el \(day), y no más"
        )
        return (cost.patientPays, remark)
    }

    /// How likely an outcome is, as patients of a hundred; those of all outcomes add up.
    func ofHundred(_ outcome: ProjectedCost.Outcome) -> String {
        let index = projected.outcomes.firstIndex { $0.visits == outcome.visits }
        return words.inHundred(index.map { counts[$0] } ?? 0, of: outcome.probability)
    }

    /// The outcomes that are worth a row: those that happen at all.
    var rows: [ProjectedCost.Outcome] {
        projected.outcomes.filter { $0.probability >= 0.000_5 }
    }
}

extension Words {
    /// So many patients of a hundred, for a chance that need not be none where they are.
    func inHundred(_ count: Int, of chance: Double) -> String {
        count == 0 && chance > 0 ? say("fewer than 1", "menos de 1") : "\(count)"
    }
}
