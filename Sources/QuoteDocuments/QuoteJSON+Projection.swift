import CareModel
import CarePatterns
import CareQuote
import JSONText

extension JSONWriter {
    /// Writes how a plan of care can end and what it costs, as the member of that name.
    mutating func projection(_ projected: ProjectedCost, words: Words) {
        let (plan, course) = (projected.plan, projected.plan.projection.course)
        key("projection")
        beginObject()
        member("pattern", plan.pattern.id)
        member("because", plan.reason?.words.text(in: words.language))
        visits("visits", course.visits)
        summary("patientPays", projected.patientPays)
        summary("planPays", projected.planPays)
        key("distribution")
        beginArray()
        for outcome in projected.outcomes { write(outcome) }
        endArray()
        key("endReasons")
        beginObject()
        for reason in EndReason.allCases {
            key(reason.rawValue)
            probability(course.probability(because: reason))
        }
        endObject()
        visits("twelveMonths", plan.twelveMonths)
        if let remark = ProjectionWords(projected, words: words).twelveMonthsRemark {
            member("twelveMonthsRemark", remark)
        }
        if let upkeep = projected.maintenance {
            key("maintenance")
            beginObject()
            key("visits")
            integer(upkeep.visits)
            member("through", upkeep.through)
            member("patientPays", upkeep.patientPays)
            member("planPays", upkeep.planPays)
            endObject()
        }
        checkpoints(of: projected, words: words)
        goals(of: plan, in: words.language)
        list("stopRules", plan.evidence.shownStopRules.map { $0.words.text(in: words.language) })
        list(
            "alternatives",
            plan.evidence.alternatives.shown.map { $0.words.text(in: words.language) }
        )
        list("advice", ProjectionWords(projected, words: words).visitAdvice)
        evidence(of: plan)
        endObject()
    }

    /// Writes what stands beside a visit without a plan, as the member of that name.
    mutating func singleVisit(_ visit: SingleVisit, in language: Language) {
        key("singleVisit")
        beginObject()
        list("stopRules", visit.stopRules.shown.map { $0.words.text(in: language) })
        list("advice", visit.advice.shown.map { $0.words.text(in: language) })
        endObject()
    }

    /// Writes some figures of a number of visits, as the member of that name.
    mutating func visits(_ name: String, _ visits: VisitDistribution) {
        key(name)
        beginObject()
        for (name, probability) in [("p10", 0.1), ("p50", 0.5), ("p90", 0.9)] {
            key(name)
            integer(visits.quantile(probability))
        }
        key("mean")
        number(visits.mean.text(decimals: 2))
        endObject()
    }

    private mutating func summary(_ name: String, _ summary: ProjectedCost.Summary) {
        key(name)
        beginObject()
        member("p10", summary.p10)
        member("p50", summary.p50)
        member("p90", summary.p90)
        member("mean", summary.mean)
        endObject()
    }

    private mutating func write(_ outcome: ProjectedCost.Outcome) {
        beginObject()
        key("visits")
        integer(outcome.visits)
        member("date", outcome.date)
        key("probability")
        probability(outcome.probability)
        member("patientPays", outcome.patientPays)
        member("low", outcome.range.low)
        member("high", outcome.range.high)
        member("planPays", outcome.planPays)
        endObject()
    }

    private mutating func checkpoints(of projected: ProjectedCost, words: Words) {
        let rules = projected.plan.evidence.stopRules
        let sentences = ProjectionWords(projected, words: words)
        key("checkpoints")
        beginArray()
        for checkpoint in projected.plan.checkpoints + projected.plan.maintenanceExams {
            beginObject()
            key("visit")
            integer(checkpoint.visit)
            member("date", checkpoint.date)
            key("isDecision")
            boolean(checkpoint.question != nil)
            // An exam that decides nothing has no condition.
            let goesOn = checkpoint.question.flatMap(sentences.goesOn)
            member("continueIf", goesOn)
            member("otherwise", goesOn.map { _ in rules.otherwise.words.text(in: words.language) })
            if checkpoint.question == nil { member("because", sentences.reason(for: checkpoint)) }
            // Of visits that keep up a gain the plan's own distribution has no amount.
            let paid = projected.outcome(after: checkpoint.visit)?.patientPays
            member("patientPays", paid?.decimalText)
            key("goesOn")
            probability(projected.probability(ofMoreThan: checkpoint.visit))
            endObject()
        }
        endArray()
    }

    private mutating func goals(of plan: CarePlan, in language: Language) {
        key("goals")
        beginArray()
        for goal in plan.evidence.goals {
            beginObject()
            member("id", goal.id)
            member("text", goal.words.text(in: language))
            member("measure", goal.measure.text(in: language))
            member("exampleBefore", goal.exampleBefore.text(in: language))
            member("exampleAfter", goal.exampleAfter.text(in: language))
            endObject()
        }
        endArray()
    }

    private mutating func evidence(of plan: CarePlan) {
        key("evidence")
        beginObject()
        member("grade", plan.projection.prognosis.grade.rawValue)
        key("citations")
        beginArray()
        for citation in plan.pattern.citations where citation.mayBeShown {
            beginObject()
            member("id", citation.id)
            member("work", citation.work)
            member("address", citation.address)
            endObject()
        }
        endArray()
        endObject()
    }
}

extension [Statement] {
    /// Those that a patient may be shown.
    var shown: [Statement] { filter(\.citations.mayBeShown) }
}

extension CareEvidence {
    /// When care stops, in the order of the tables.
    var shownStopRules: [Statement] { stopRules.rules.shown }
}
