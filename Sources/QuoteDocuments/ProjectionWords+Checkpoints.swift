import CarePatterns
import CareQuote

/// What is looked at in the course of a plan of care, and what for.
extension ProjectionWords {
    /// What must be seen at each checkpoint for care to go on.
    ///
    /// - Parameter namesDays: Whether a checkpoint is told with its day.
    /// - Returns: The sentences.
    func decisions(namesDays: Bool) -> [String] {
        // Checkpoints that ask for the same stand in one sentence, in the order of the first.
        var decisions: [(goesOn: String, at: [CarePlan.Checkpoint])] = []
        for checkpoint in plan.checkpoints {
            guard let question = checkpoint.question, let goesOn = goesOn(question) else {
                continue
            }
            if let index = decisions.firstIndex(where: { $0.goesOn == goesOn }) {
                decisions[index].at.append(checkpoint)
            } else {
                decisions.append((goesOn, [checkpoint]))
            }
        }
        let otherwise = plan.evidence.stopRules.otherwise.words.text(in: words.language)
        return decisions.map { decision in
            let visits = list(decision.at, namesDays: namesDays)
            return words.say(
                "We look again at \(visits). Care goes on only if: "
                    + "\(decision.goesOn.lowercasedFirst) Otherwise: \(otherwise.lowercasedFirst)",
                "Revisamos en: \(visits). Se sigue solo si: "
                    + "\(decision.goesOn.lowercasedFirst) Si no: \(otherwise.lowercasedFirst)"
            )
        }
    }

    /// At which visits the patient is examined and nothing is decided.
    var exams: [String] {
        let exams = plan.checkpoints.filter { $0.question == nil }
        guard !exams.isEmpty else { return maintenanceExams }
        let visits = list(exams, namesDays: true)
        return [
            words.say(
                "Another exam at \(visits): \(noLonger), even close to a checkpoint. It "
                    + "shows how you are doing, and decides nothing by itself.",
                "Otro examen en: \(visits): \(noLonger), aunque esté cerca de una "
                    + "revisión. Muestra cómo va, y por sí solo no decide nada."
            )
        ] + maintenanceExams
    }

    /// How long a plan may go without an exam.
    private var noLonger: String {
        let limits = plan.evidence.limits
        let (visits, weeks) = (limits.reEvaluationVisits, limits.reEvaluationWeeks)
        return words.say(
            "no more than \(visits) visits or \(weeks) weeks pass without one",
            "no pasan más de \(visits) visitas ni \(weeks) semanas sin uno"
        )
    }

    /// Why an exam stands at a visit where nothing is decided.
    func reason(for exam: CarePlan.Checkpoint) -> String {
        guard let upkeep = plan.maintenance, exam.visit > plan.pattern.cap else { return noLonger }
        let visits = upkeep.terms.reviewVisits
        return words.say(
            "after \(visits) visits to keep the gain",
            "tras \(visits) visitas para mantener la mejoría"
        )
    }

    /// At which of the visits that keep up a gain the patient is examined again.
    private var maintenanceExams: [String] {
        guard let upkeep = plan.maintenance, !plan.maintenanceExams.isEmpty else { return [] }
        let (visits, weeks) = (upkeep.terms.reviewVisits, upkeep.terms.horizonWeeks)
        return [
            words.say(
                "Visits to keep the gain: another exam after \(visits) of them, at "
                    + "\(list(plan.maintenanceExams, namesDays: true)); they end after \(weeks) weeks.",
                "Visitas para mantener la mejoría: otro examen tras \(visits), en: "
                    + "\(list(plan.maintenanceExams, namesDays: true)); terminan a las \(weeks) semanas."
            )
        ]
    }

    /// When care goes on after a checkpoint.
    func goesOn(_ question: Gate.Question) -> String? {
        plan.evidence.stopRules.goesOn(question, of: plan.pattern.id)?.words
            .text(in: words.language)
    }

    /// Goals that can be counted, each with an example.
    var goals: [String] {
        plan.evidence.goals.map { goal in
            let (name, measure) = (
                goal.words.text(in: words.language), goal.measure.text(in: words.language)
            )
            let (before, after) = (
                goal.exampleBefore.text(in: words.language),
                goal.exampleAfter.text(in: words.language)
            )
            return words.say(
                "\(name): \(measure), for example from \(before) to \(after)",
                "\(name): \(measure), por ejemplo de \(before) a \(after)"
            )
        }
    }

    private func list(_ checkpoints: [CarePlan.Checkpoint], namesDays: Bool) -> String {
        checkpoints.map { checkpoint in
            let visit = words.say("visit \(checkpoint.visit)", "visita \(checkpoint.visit)")
            return namesDays ? "\(visit), \(words.weekday(checkpoint.date))" : visit
        }
        .joined(separator: namesDays ? "; " : ", ")
    }
}
