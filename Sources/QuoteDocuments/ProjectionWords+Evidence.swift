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
                + words.say(
                    ", from 0 (no pain) to 100: ",
                    ", de 0 (sin dolor) a 100: "
                )
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
        plan.evidence.advice.shown.map { $0.words.text(in: words.language) }
    }

    /// How well it is known, and from what: to the patient in plain words, to the desk with the
    /// works.
    var evidence: [String] {
        let grade = plan.projection.prognosis.grade
        let works = plan.pattern.citations.filter(\.mayBeShown).map(\.work)
        guard words.audience == .desk else {
            return [known(grade, .patient)] + (works.isEmpty ? [] : [restsOn(works.count)])
        }
        let graded = words.say(
            "How sure this is: grade \(grade.rawValue), \(known(grade, .desk)).",
            "Qué tan seguro es: grado \(grade.rawValue), \(known(grade, .desk))."
        )
        guard !works.isEmpty else { return [graded] }
        return [
            graded,
            words.say("From: ", "De: ") + works.joined(separator: "; ") + ".",
        ]
    }

    private func known(_ grade: EvidenceGrade, _ audience: Words.Audience) -> String {
        switch (grade, audience) {
        case (.a, .desk): words.say("several good studies", "varios estudios buenos")
        case (.b, .desk):
            words.say(
                "a study or two, or several that do not quite fit",
                "uno o dos estudios, o varios que no encajan del todo"
            )
        case (.c, .desk):
            words.say("little is known, much is judgement", "se sabe poco, mucho es criterio")
        case (.a, .patient):
            words.say(
                "How sure this is: well known, from several good studies.",
                "Qué tan seguro es: se sabe bien, por varios estudios buenos."
            )
        case (.b, .patient):
            words.say(
                "How sure this is: fairly well known, but the studies are few or do not quite fit.",
                "Qué tan seguro es: se sabe bastante, pero los estudios son pocos o no encajan del "
                    + "todo."
            )
        case (.c, .patient):
            words.say(
                "How sure this is: not very. Little is known, and much is our judgement.",
                "Qué tan seguro es: no mucho. Se sabe poco, y mucho es criterio nuestro."
            )
        }
    }

    private func restsOn(_ works: Int) -> String {
        works == 1
            ? words.say(
                "It rests on one study or guideline; ask us and we will show you which.",
                "Se basa en un estudio o una guía; pregúntenos y le mostramos cuál."
            )
            : words.say(
                "It rests on several studies and guidelines; ask us and we will show you which.",
                "Se basa en varios estudios y guías; pregúntenos y le mostramos cuáles."
            )
    }
}

extension Double {
    /// The number without a decimal that says nothing: `6`, `6.5`.
    fileprivate var short: String {
        self == rounded() ? "\(Int(self))" : text(decimals: 1)
    }
}

extension VisitAdvice {
    /// What a patient may be shown of it, in the order of a visit.
    var shown: [Statement] { (beforeVisit + afterVisit + sideEffects + whenToCall).shown }
}
