public import CarePatterns

extension PriceTables {
    /// The names of the care patterns.
    public var patternIDs: [String] {
        names(in: PatternFiles.folder, ending: ".json")
            .filter { !PatternFiles.ruleNames.contains($0) }
    }

    /// Reads the questions that come before any price.
    ///
    /// - Returns: The questions, and what their answers mean.
    /// - Throws: ``PriceTableErrors`` with every finding.
    public mutating func screening() throws(PriceTableErrors) -> Screening {
        try recall("screening") { tables throws(PriceTableErrors) in
            try tables.readScreening()
        }
    }

    private mutating func readScreening() throws(PriceTableErrors) -> Screening {
        var errors = PriceTableErrors([])
        let screening = read("\(PatternFiles.folder)/screening.json", &errors) {
            PatternFiles.screening($0)
        }
        guard let screening, errors.findings.isEmpty else { throw errors }
        return screening
    }

    /// Reads all that the tables say of care patterns.
    ///
    /// - Returns: The patterns and the rules that they share.
    /// - Throws: ``PriceTableErrors`` with every finding in every file.
    public mutating func patternTables() throws(PriceTableErrors) -> PatternTables {
        try recall("patterns") { tables throws(PriceTableErrors) in
            try tables.readPatternTables()
        }
    }

    private mutating func readPatternTables() throws(PriceTableErrors) -> PatternTables {
        var errors = PriceTableErrors([])
        func path(_ name: String) -> String { "\(PatternFiles.folder)/\(name).json" }
        var names = PatternFiles.Names(patterns: Set(patternIDs))
        names.citations = read(path("citations"), &errors) { PatternFiles.citations($0) }
        names.model = read(path("model"), &errors) { PatternFiles.model($0) }
        var patterns: [CarePattern] = []
        for id in patternIDs {
            let pattern = read(path(id), &errors) {
                PatternFiles.pattern($0, file: id, names)
            }
            if let pattern { patterns.append(pattern) }
        }
        let factors = read(path("factors"), &errors) { PatternFiles.factors($0, names) }
        let updates = read(path("updates"), &errors) { PatternFiles.updates($0, names) }
        let recurrence = read(path("twelve-months"), &errors) {
            PatternFiles.recurrence($0, patterns: patterns, names)
        }
        let maintenance = read(path("maintenance"), &errors) {
            PatternFiles.maintenance($0, patterns: patterns, names)
        }
        let screening = read(path("screening"), &errors) { PatternFiles.screening($0) }
        let chooser = read(path("choosing"), &errors) { PatternFiles.chooser($0, names) }
        let stopRules = read(path("outcome-measures"), &errors) {
            PatternFiles.stopRules($0, patterns: patterns, names)
        }
        let natural = read(path("natural-course"), &errors) {
            PatternFiles.naturalCourses($0, names)
        }
        let alternatives = read(path("alternatives"), &errors) {
            PatternFiles.alternatives($0, names)
        }
        let advice = read(path("advice"), &errors) { PatternFiles.advice($0, names) }
        let holidays = read(path("holidays"), &errors) { PatternFiles.holidays($0) }
        guard let model = names.model, let factors, let updates, let recurrence, let maintenance,
            let screening, let chooser, let stopRules, let natural, let alternatives, let advice,
            let holidays, errors.findings.isEmpty
        else { throw errors }
        return PatternTables(
            patterns: patterns,
            model: model.course,
            limits: model.limits,
            spacing: model.spacing,
            factors: factors,
            tests: updates.tests,
            gateTest: updates.gate,
            recurrence: recurrence,
            maintenance: maintenance,
            screening: screening,
            chooser: chooser,
            stopRules: stopRules,
            naturalCourses: natural.courses,
            moreVisits: natural.moreVisits,
            alternatives: alternatives,
            advice: advice,
            holidays: holidays
        )
    }
}
