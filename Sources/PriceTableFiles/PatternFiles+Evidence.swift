import CareModel
import CarePatterns

extension PatternFiles {
    private enum CoursesName: String, CaseIterable {
        case label, courses, moreVisits
    }

    private enum CourseName: String, CaseIterable {
        case id, words, patterns, points, citations
    }

    private enum PointName: String, CaseIterable {
        case weeks, pain
    }

    private enum StatementName: String, CaseIterable {
        case id, words, patterns, citations
    }

    private enum AdviceName: String, CaseIterable {
        case label, beforeVisit, afterVisit, sideEffects, whenToCall
    }

    private enum AlternativesName: String, CaseIterable {
        case label, alternatives
    }

    /// Reads how pain goes without any particular care, and what more visits buy.
    static func naturalCourses(
        _ reader: DocumentReader,
        _ names: Names
    ) -> (courses: [NaturalCourse], moreVisits: [Statement])? {
        var courses: [NaturalCourse] = []
        var moreVisits: [Statement] = []
        reader.object(CoursesName.self, required: CoursesName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .courses:
                courses = reader.entries(1...100, of: "courses", by: \.id) {
                    course(reader, names)
                }
            case .moreVisits: moreVisits = statements(reader, names)
            }
        }
        reader.end()
        return reader.findings.isEmpty ? (courses, moreVisits) : nil
    }

    private static func course(_ reader: DocumentReader, _ names: Names) -> NaturalCourse? {
        var id: String?
        var words: LocalizedWords?
        var patterns: [String] = []
        var points: [NaturalCourse.Point] = []
        var citations: [Citation] = []
        reader.object(CourseName.self, required: CourseName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .patterns: patterns = reader.references(to: aPattern, known: names.patterns)
            case .points:
                reader.list(2...100, of: "points") { _ in
                    let here = reader.mark()
                    guard let point = point(reader) else { return }
                    if let last = points.last, point.weeks <= last.weeks {
                        reader.report(
                            here.child("weeks"),
                            "are not after the point before. Write the points in order of time"
                        )
                    }
                    points.append(point)
                }
            case .citations: citations = cited(reader, names)
            }
        }
        guard let id, let words else { return nil }
        return NaturalCourse(
            id: id,
            words: words,
            patterns: Set(patterns),
            points: points,
            citations: citations
        )
    }

    private static func point(_ reader: DocumentReader) -> NaturalCourse.Point? {
        var weeks: Double?
        var pain: Double?
        reader.object(PointName.self, required: PointName.allCases) { name in
            switch name {
            case .weeks: weeks = reader.decimal(in: 0...520, of: "a number of weeks")
            case .pain: pain = reader.decimal(in: 0...100, of: "pain of 100")
            }
        }
        guard let weeks, let pain else { return nil }
        return NaturalCourse.Point(weeks: weeks, pain: pain)
    }

    /// Reads what can be done instead, or first.
    static func alternatives(_ reader: DocumentReader, _ names: Names) -> [Statement]? {
        var alternatives: [Statement] = []
        reader.object(AlternativesName.self, required: AlternativesName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .alternatives: alternatives = statements(reader, names)
            }
        }
        reader.end()
        return reader.findings.isEmpty ? alternatives : nil
    }

    /// Reads what to do around a visit, what is common after it, and when to call.
    static func advice(_ reader: DocumentReader, _ names: Names) -> VisitAdvice? {
        var lists: [AdviceName: [Statement]] = [:]
        reader.object(AdviceName.self, required: AdviceName.allCases) { name in
            if name == .label {
                _ = reader.words()
            } else {
                lists[name] = statements(reader, names)
            }
        }
        reader.end()
        guard reader.findings.isEmpty else { return nil }
        return VisitAdvice(
            beforeVisit: lists[.beforeVisit] ?? [],
            afterVisit: lists[.afterVisit] ?? [],
            sideEffects: lists[.sideEffects] ?? [],
            whenToCall: lists[.whenToCall] ?? []
        )
    }

    /// Reads a list of sentences that are shown beside plans.
    static func statements(_ reader: DocumentReader, _ names: Names) -> [Statement] {
        reader.entries(1...100, of: "statements", by: \.id) { statement(reader, names) }
    }

    /// Reads a sentence that is shown beside plans.
    static func statement(_ reader: DocumentReader, _ names: Names) -> Statement? {
        var id: String?
        var words: LocalizedWords?
        var patterns: [String] = []
        var citations: [Citation] = []
        reader.object(StatementName.self, required: StatementName.allCases) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .patterns: patterns = reader.references(to: aPattern, known: names.patterns)
            case .citations: citations = cited(reader, names)
            }
        }
        guard let id, let words else { return nil }
        return Statement(id: id, words: words, patterns: Set(patterns), citations: citations)
    }
}
