import CareModel
import CarePatterns

extension PatternFiles {
    /// What `model.json` holds.
    struct Model {
        let course: CourseModel
        let limits: CareLimits
        let spacing: VisitCalendar.Spacing
        let phases: [String: PhaseKind]
    }

    private enum ModelName: String, CaseIterable {
        case label, firstGoalsVisit, attrition, scenarios, widths, factors, limits, calendar
        case phases
    }

    private enum AttritionName: String, CaseIterable {
        case afterFirst, afterLater, source
    }

    private enum ScenariosName: String, CaseIterable {
        case favourable, central, unfavourable, source
    }

    private enum WidthsName: String, CaseIterable {
        case grades, source
    }

    private enum WidthName: String, CaseIterable {
        case grade, responders, goalsRatio
    }

    private enum FactorsName: String, CaseIterable {
        case shrink, shiftLeast, shiftMost, goalsExponent, weakWidth, weakWidthMost
        case respondersLeast, respondersMost, source
    }

    private enum LimitsName: String, CaseIterable {
        case visitsPerWeek, reEvaluationVisits, reEvaluationWeeks, firstDecisionVisits
        case episodeVisits, source
    }

    private enum CalendarName: String, CaseIterable {
        case leastGap, source
    }

    private enum PhaseKindName: String, CaseIterable {
        case id, words
    }

    /// Reads what all patterns share.
    static func model(_ reader: DocumentReader) -> Model? {
        var firstGoalsVisit: Int?
        var attrition: Attrition?
        var weights: CourseModel.ScenarioWeights?
        var widths: CourseModel.GradeWidths?
        var factors: CourseModel.FactorTerms?
        var limits: CareLimits?
        var spacing: VisitCalendar.Spacing?
        var phases: [PhaseKind] = []
        reader.object(ModelName.self, required: ModelName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .firstGoalsVisit:
                firstGoalsVisit = reader.sourced { reader.integer(in: 1...99, of: "a visit") }
            case .attrition: attrition = readAttrition(reader)
            case .scenarios: weights = readWeights(reader)
            case .widths: widths = readWidths(reader)
            case .factors: factors = readFactorTerms(reader)
            case .limits: limits = readLimits(reader)
            case .calendar: spacing = readSpacing(reader)
            case .phases:
                phases = reader.entries(1...20, of: "phases", by: \.id) { readPhaseKind(reader) }
            }
        }
        reader.end()
        guard let firstGoalsVisit, let attrition, let weights, let widths, let factors,
            let limits, let spacing, reader.findings.isEmpty
        else { return nil }
        return Model(
            course: CourseModel(
                firstGoalsVisit: firstGoalsVisit,
                attrition: attrition,
                weights: weights,
                widths: widths,
                factors: factors
            ),
            limits: limits,
            spacing: spacing,
            phases: Dictionary(phases.map { ($0.id, $0) }) { first, _ in first }
        )
    }

    private static func readAttrition(_ reader: DocumentReader) -> Attrition? {
        var first: Double?
        var later: Double?
        reader.object(AttritionName.self, required: AttritionName.allCases) { name in
            switch name {
            case .afterFirst: first = reader.probability()
            case .afterLater: later = reader.probability()
            case .source: _ = reader.words()
            }
        }
        guard let first, let later else { return nil }
        return Attrition(first: first, later: later)
    }

    private static func readWeights(
        _ reader: DocumentReader
    ) -> CourseModel.ScenarioWeights? {
        let here = reader.mark()
        var weights: [ScenariosName: Double] = [:]
        reader.object(ScenariosName.self, required: ScenariosName.allCases) { name in
            switch name {
            case .favourable, .central, .unfavourable: weights[name] = reader.probability()
            case .source: _ = reader.words()
            }
        }
        guard let favourable = weights[.favourable], let central = weights[.central],
            let unfavourable = weights[.unfavourable]
        else { return nil }
        guard abs(favourable + central + unfavourable - 1) < 1e-9 else {
            reader.report(
                here.child("central"),
                "and the other two add up to \(favourable + central + unfavourable). "
                    + "Write weights that add up to 1"
            )
            return nil
        }
        return CourseModel.ScenarioWeights(
            favourable: favourable,
            central: central,
            unfavourable: unfavourable
        )
    }

    private static func readWidths(_ reader: DocumentReader) -> CourseModel.GradeWidths? {
        let here = reader.mark()
        var widths: [(EvidenceGrade, CourseModel.GradeWidth)] = []
        reader.object(WidthsName.self, required: WidthsName.allCases) { name in
            switch name {
            case .source: _ = reader.words()
            case .grades:
                widths = reader.entries(1...3, of: "grades", named: "grade", by: \.0) {
                    readWidth(reader)
                }
                for grade in EvidenceGrade.allCases
                where !widths.contains(where: { $0.0 == grade }) && reader.findings.isEmpty {
                    reader.report(
                        here.child("grades"),
                        "have no entry for the grade \(grade.rawValue). Add one"
                    )
                }
            }
        }
        let byGrade = Dictionary(widths) { first, _ in first }
        guard let a = byGrade[.a], let b = byGrade[.b], let c = byGrade[.c] else { return nil }
        return CourseModel.GradeWidths(a: a, b: b, c: c)
    }

    private static func readWidth(
        _ reader: DocumentReader
    ) -> (EvidenceGrade, CourseModel.GradeWidth)? {
        var grade: EvidenceGrade?
        var responders: Double?
        var ratio: Double?
        reader.object(WidthName.self, required: WidthName.allCases) { name in
            switch name {
            case .grade: grade = reader.choice(EvidenceGrade.self)
            case .responders: responders = reader.probability()
            case .goalsRatio: ratio = reader.decimal(in: 1...10, of: "a ratio")
            }
        }
        guard let grade, let responders, let ratio else { return nil }
        return (grade, CourseModel.GradeWidth(responders: responders, goalsRatio: ratio))
    }

    private static func readFactorTerms(
        _ reader: DocumentReader
    ) -> CourseModel.FactorTerms? {
        let here = reader.mark()
        var numbers: [FactorsName: Double] = [:]
        reader.object(FactorsName.self, required: FactorsName.allCases) { name in
            switch name {
            case .shrink, .weakWidth, .weakWidthMost, .respondersLeast, .respondersMost:
                numbers[name] = reader.probability()
            case .shiftLeast:
                numbers[name] = reader.decimal(in: -10...0, of: "a shift of the odds")
            case .shiftMost, .goalsExponent:
                numbers[name] = reader.decimal(in: 0...10, of: "a shift of the odds")
            case .source: _ = reader.words()
            }
        }
        guard let shrink = numbers[.shrink], let shiftLeast = numbers[.shiftLeast],
            let shiftMost = numbers[.shiftMost], let exponent = numbers[.goalsExponent],
            let weakWidth = numbers[.weakWidth], let weakWidthMost = numbers[.weakWidthMost],
            let least = numbers[.respondersLeast], let most = numbers[.respondersMost]
        else { return nil }
        guard least <= most else {
            reader.report(
                here.child("respondersMost"),
                "is below respondersLeast \(least). Write \(least) or more"
            )
            return nil
        }
        return CourseModel.FactorTerms(
            shrink: shrink,
            shift: shiftLeast...shiftMost,
            goalsExponent: exponent,
            weakWidth: weakWidth,
            weakWidthMost: weakWidthMost,
            responders: least...most
        )
    }

    private static func readLimits(_ reader: DocumentReader) -> CareLimits? {
        var counts: [LimitsName: Int] = [:]
        reader.object(LimitsName.self, required: LimitsName.allCases) { name in
            switch name {
            case .visitsPerWeek: counts[name] = reader.integer(in: 1...7, of: "visits a week")
            case .reEvaluationWeeks: counts[name] = reader.integer(in: 1...52, of: "weeks")
            case .reEvaluationVisits, .firstDecisionVisits, .episodeVisits:
                counts[name] = reader.integer(in: 1...99, of: "visits")
            case .source: _ = reader.words()
            }
        }
        guard let visitsPerWeek = counts[.visitsPerWeek],
            let reEvaluationVisits = counts[.reEvaluationVisits],
            let reEvaluationWeeks = counts[.reEvaluationWeeks],
            let firstDecisionVisits = counts[.firstDecisionVisits],
            let episodeVisits = counts[.episodeVisits]
        else { return nil }
        return CareLimits(
            visitsPerWeek: visitsPerWeek,
            reEvaluationVisits: reEvaluationVisits,
            reEvaluationWeeks: reEvaluationWeeks,
            firstDecisionVisits: firstDecisionVisits,
            episodeVisits: episodeVisits
        )
    }

    private static func readSpacing(_ reader: DocumentReader) -> VisitCalendar.Spacing? {
        var leastGap: Percentage?
        reader.object(CalendarName.self, required: CalendarName.allCases) { name in
            switch name {
            case .leastGap:
                leastGap = reader.parsed(as: "a part from \"0\" to \"1\", such as \"0.6\"") {
                    text in
                    Percentage(decimalText: text).flatMap { $0 <= .whole ? $0 : nil }
                }
            case .source: _ = reader.words()
            }
        }
        return leastGap.map(VisitCalendar.Spacing.init(leastGap:))
    }

    private static func readPhaseKind(_ reader: DocumentReader) -> PhaseKind? {
        var id: String?
        var words: LocalizedWords?
        reader.object(PhaseKindName.self, required: PhaseKindName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            }
        }
        guard let id, let words else { return nil }
        return PhaseKind(id: id, words: words)
    }
}
