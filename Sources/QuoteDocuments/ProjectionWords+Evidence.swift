import CareModel
import CarePatterns
import CareQuote

/// What else is known beside a plan of care.
extension ProjectionWords {
    /// How pain goes without the plan, what else helps, and how well that is known.
    var beside: [String] { naturalCourse + moreVisits + alternatives + evidence }

    /// How pain goes on average without any particular care.
    var naturalCourse: [String] {
        plan.evidence.naturalCourses.filter(\.citations.mayBeShown).map { course in
            let points = course.points.map { point in
                let weeks = point.weeks.short
                return words.say(
                    point.weeks == 0 ? "at first" : "after \(weeks) weeks",
                    point.weeks == 0 ? "al inicio" : "tras \(weeks) semanas"
                ) + " " + point.pain.short
            }
            return course.words.text(in: words.language)
                + words.say(", pain of 100: ", ", dolor de 100: ")
                + points.joined(separator: ", ") + "."
        }
    }

    /// What more visits buy.
    var moreVisits: [String] {
        plan.evidence.moreVisits.shown.map { $0.words.text(in: words.language) }
            + (plan.maintenance.map { upkeep in
                [upkeep.terms.eligibility, upkeep.terms.benefit].map { $0.text(in: words.language) }
            } ?? [])
    }

    /// What can be done instead, or first.
    var alternatives: [String] {
        plan.evidence.alternatives.shown.map { $0.words.text(in: words.language) }
    }

    /// What to do around a visit, what is common after it, and when to call.
    var visitAdvice: [String] {
        let advice = plan.evidence.advice
        return
            (advice.beforeVisit + advice.afterVisit + advice.sideEffects + advice.whenToCall)
            .shown.map { $0.words.text(in: words.language) }
    }

    /// How well it is known, and from what.
    var evidence: [String] {
        let grade = plan.projection.prognosis.grade
        let meaning =
            switch grade {
            case .a:
                words.say("several good studies", "varios estudios buenos")
            case .b:
                words.say(
                    "a study or two, or several that do not quite fit",
                    "uno o dos estudios, o varios que no encajan del todo"
                )
            case .c:
                words.say("little is known, much is judgement", "se sabe poco, mucho es criterio")
            }
        let works = plan.pattern.citations.filter(\.mayBeShown).map(\.work)
        let graded = words.say(
            "How sure this is: grade \(grade.rawValue), \(meaning).",
            "Qué tan seguro es: grado \(grade.rawValue), \(meaning)."
        )
        guard !works.isEmpty else { return [graded] }
        return [
            graded,
            words.say("From: ", "De: ") + works.joined(separator: "; ") + ".",
        ]
    }
}

extension Double {
    /// The number without a decimal that says nothing: `6`, `6.5`.
    fileprivate var short: String {
        self == rounded() ? "\(Int(self))" : text(decimals: 1)
    }
}
