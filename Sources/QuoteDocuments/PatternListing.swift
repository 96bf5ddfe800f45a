import CareModel
package import CarePatterns
import CareQuote
import JSONText
package import PriceTableFiles

/// What the tables say of care patterns, as text or as JSON: all of them, or one with its evidence.
package struct PatternListing {
    let tables: PatternTables
    let words: Words
    /// The files of the patterns as they stand, by the names of the patterns.
    let documents: [String: JSONTree]

    /// Lists patterns.
    ///
    /// - Parameters:
    ///   - tables: What the tables say.
    ///   - documents: The files of the patterns that are shown, and that of maintenance where it is.
    ///   - words: The language, and for whom it is: a patient is shown nothing unread.
    package init(_ tables: PatternTables, documents: [String: JSONTree], words: Words) {
        self.tables = tables
        self.documents = documents
        self.words = words
    }

    /// Every pattern in a row, then the factors, the tests and maintenance.
    package var text: String {
        var page = TextPage()
        let patterns = tables.patterns.map { pattern in
            [
                pattern.id, words.say("at most \(pattern.cap)", "máximo \(pattern.cap)"),
                words.say("checked at ", "revisión en ") + pattern.gateText,
                words.paces(of: pattern),
                words.say("grade \(pattern.grade.rawValue)", "grado \(pattern.grade.rawValue)"),
                pattern.words.text(in: words.language),
            ]
        }
        page.line(words.say("PATTERNS (--pattern)", "PLANES (--pattern)"))
        page.rows(patterns, after: "  ")
        page.line()
        page.line(
            words.say(
                "FACTORS (--factor), with how far each moves the odds before it is shrunk",
                "FACTORES (--factor), con cuánto mueve cada uno las posibilidades"
            )
        )
        page.rows(tables.factors.map(row), after: "  ")
        page.line()
        page.line(words.say("TESTS (--test)", "PREGUNTAS (--test)"))
        page.rows(tables.tests.map(row) + [gateRow], after: "  ")
        page.line()
        page.line(words.say("MAINTENANCE (only if the patient asks)", "MANTENIMIENTO (si lo pide)"))
        let maintenance = tables.maintenance
        page.rows(
            [
                [
                    maintenance.id, words.interval(of: maintenance),
                    words.say(
                        "grade \(maintenance.grade.rawValue)",
                        "grado \(maintenance.grade.rawValue)"
                    ),
                    maintenance.words.text(in: words.language),
                ]
            ],
            after: "  "
        )
        return page.text
    }

    func row(_ factor: PrognosticFactor) -> [String] {
        [
            factor.id, factor.delta.signedText(decimals: 2),
            words.say("grade \(factor.grade.rawValue)", "grado \(factor.grade.rawValue)"),
            factor.words.text(in: words.language),
        ]
    }

    func row(_ test: ResponseTest) -> [String] {
        let earliest = test.earliestVisit
        return [
            test.id, words.say("from visit \(earliest)", "desde la visita \(earliest)"),
            test.words.text(in: words.language),
        ]
    }

    var gateRow: [String] {
        [
            tables.gateTest.id, words.say("at a checkpoint", "en una revisión"),
            tables.gateTest.words.text(in: words.language),
        ]
    }
}

extension CarePattern {
    /// The visits at which the plan is looked at again, with commas between.
    var gateText: String { gates.map { "\($0.visit)" }.joined(separator: ", ") }
}

extension Words {
    /// How often visits come: `2 a week for 8 visits, then 1 a week for 2`.
    func paces(of pattern: CarePattern) -> String {
        var paces: [(pace: VisitPace, visits: Int)] = []
        for phase in pattern.phases {
            if let last = paces.last, last.pace == phase.pace {
                paces[paces.count - 1].visits += phase.visits
            } else {
                paces.append((phase.pace, phase.visits))
            }
        }
        let parts = paces.map { pace, visits in
            let hundredths = pace.hundredthsPerWeek
            let perWeek =
                hundredths % 100 == 0
                ? "\(hundredths / 100)" : (Double(hundredths) / 100).text(decimals: 1)
            return say("\(perWeek) a week for \(visits)", "\(perWeek) por semana en \(visits)")
        }
        return parts.joined(separator: say(", then ", ", luego "))
    }

    /// How far apart the visits of maintenance are, and until when.
    func interval(of maintenance: Maintenance) -> String {
        let (usual, range) = (maintenance.interval.usual, maintenance.interval.range)
        return say(
            "every \(usual) weeks (\(range.lowerBound) to \(range.upperBound)), for "
                + "\(maintenance.horizonWeeks) weeks",
            "cada \(usual) semanas (\(range.lowerBound) a \(range.upperBound)), por "
                + "\(maintenance.horizonWeeks) semanas"
        )
    }
}

extension Double {
    /// The number with its sign where it is below zero.
    func signedText(decimals: Int) -> String {
        (self < 0 ? "-" : "") + magnitude.text(decimals: decimals)
    }
}
