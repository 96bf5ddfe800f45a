import CareModel
import CarePatterns

extension PatternFiles {
    private enum PatternName: String, CaseIterable {
        case id, words, region, criteria, responderProbability, goalMetPerVisit, grade, gates
        case cap, schedule, citations, notes
    }

    private enum CapName: String, CaseIterable {
        case visits, source
    }

    private enum ScheduleName: String, CaseIterable {
        case phases, source
    }

    private enum PhaseName: String, CaseIterable {
        case kind, visits, perWeek
    }

    private enum GateName: String, CaseIterable {
        case visit, kind, stopProbability, source
    }

    private enum GateKind: String, CaseIterable {
        case improvement, furtherGain
    }

    /// Reads a pattern.
    ///
    /// - Parameters:
    ///   - reader: The document.
    ///   - file: The name of the file, without its ending.
    ///   - names: What it may name.
    /// - Returns: The pattern.
    static func pattern(_ reader: DocumentReader, file: String, _ names: Names) -> CarePattern? {
        let here = reader.mark()
        var id: String?
        var words: LocalizedWords?
        var region: BodyRegion?
        var criteria: LocalizedWords?
        var responders: Double?
        var goalsMetPerVisit: Double?
        var grade: EvidenceGrade?
        var gates: [Placed<Gate>] = []
        var cap: Int?
        var schedule: Placed<[Phase]>?
        var citations: [Citation] = []
        var notes = ""
        let required = PatternName.allCases.filter { $0 != .notes }
        reader.object(PatternName.self, required: required) { name in
            switch name {
            case .id: id = reader.id()
            case .words: words = BillingRuleFiles.readWords(reader)
            case .region: region = reader.choice(BodyRegion.self)
            case .criteria: criteria = BillingRuleFiles.readWords(reader)
            case .responderProbability: responders = reader.sourced { reader.probability() }
            case .goalMetPerVisit: goalsMetPerVisit = reader.sourced { reader.probability() }
            case .grade: grade = reader.choice(EvidenceGrade.self)
            case .gates: gates = readGates(reader)
            case .cap: cap = readCap(reader, names)
            case .schedule: schedule = readSchedule(reader, names)
            case .citations: citations = cited(reader, names)
            case .notes: notes = reader.words() ?? ""
            }
        }
        reader.end()
        if let id, id != file {
            reader.report(
                here.child("id"),
                "is \"\(id)\" in the file \(file).json. Write the file's name"
            )
        }
        guard let id, let words, let region, let criteria, let responders,
            let goalsMetPerVisit, let grade, let cap, let schedule, reader.findings.isEmpty
        else { return nil }
        let pattern = CarePattern(
            id: id,
            words: words,
            region: region,
            criteria: criteria,
            responders: responders,
            goalsMetPerVisit: goalsMetPerVisit,
            grade: grade,
            gates: gates.map(\.value),
            cap: cap,
            phases: schedule.value,
            citations: citations,
            notes: notes
        )
        checkGates(gates, cap: cap, reader, names)
        check(schedule, cap: cap, reader, names)
        return reader.findings.isEmpty ? pattern : nil
    }

    /// A value with its place, for what only shows when a pattern is seen as a whole.
    private struct Placed<Value> {
        let value: Value
        let mark: DocumentReader.Mark
    }

    private static func checkGates(
        _ gates: [Placed<Gate>],
        cap: Int,
        _ reader: DocumentReader,
        _ names: Names
    ) {
        for (index, gate) in gates.enumerated() {
            let (visit, place) = (gate.value.visit, gate.mark.child("visit"))
            if visit > cap {
                reader.report(
                    place,
                    "is visit \(visit), beyond the cap of \(cap). Write at most \(cap)"
                )
            }
            if index > 0, visit <= gates[index - 1].value.visit {
                reader.report(
                    place,
                    "is visit \(visit), not after the gate before it. Write the gates in order"
                )
            }
        }
        guard let first = gates.first else { return }
        if first.value.question != .improvement {
            reader.report(
                first.mark.child("kind"),
                "asks for a further gain at the first gate. Write \"improvement\""
            )
        }
        if let limits = names.model?.limits, first.value.visit > limits.firstDecisionVisits {
            reader.report(
                first.mark.child("visit"),
                "is visit \(first.value.visit). Write at most \(limits.firstDecisionVisits), the "
                    + "latest first decision of model.json"
            )
        }
    }

    private static func check(
        _ schedule: Placed<[Phase]>,
        cap: Int,
        _ reader: DocumentReader,
        _ names: Names
    ) {
        let sum = schedule.value.map(\.visits).reduce(0, +)
        // Without the names of the phases none could be read.
        guard names.model != nil, sum != cap else { return }
        reader.report(
            schedule.mark.child("phases"),
            "add up to \(sum) visits, and the cap is \(cap). Write phases of \(cap) visits"
        )
    }

    private static func readGates(_ reader: DocumentReader) -> [Placed<Gate>] {
        var gates: [Placed<Gate>] = []
        reader.list(1...20, of: "gates") { _ in
            let here = reader.mark()
            let before = reader.findings.count
            var visit: Int?
            var kind: GateKind?
            var stopProbability: Double?
            reader.object(GateName.self, required: [.visit, .kind, .source]) { name in
                switch name {
                case .visit: visit = reader.integer(in: 1...99, of: "a visit")
                case .kind: kind = reader.choice(GateKind.self)
                case .stopProbability: stopProbability = reader.probability()
                case .source: _ = reader.words()
                }
            }
            guard let visit, let kind, reader.findings.count == before else { return }
            guard (kind == .furtherGain) == (stopProbability != nil) else {
                reader.report(
                    here.child("stopProbability"),
                    kind == .furtherGain
                        ? "is missing. Write the share who stop for want of a further gain"
                        : "belongs to a gate of the kind furtherGain. Leave it out"
                )
                return
            }
            let question =
                stopProbability.map { Gate.Question.furtherGain(stopProbability: $0) }
                ?? .improvement
            gates.append(Placed(value: Gate(visit: visit, question: question), mark: here))
        }
        return gates
    }

    private static func readCap(_ reader: DocumentReader, _ names: Names) -> Int? {
        var cap: Int?
        reader.object(CapName.self, required: CapName.allCases) { name in
            switch name {
            case .visits:
                let most = names.model?.limits.episodeVisits ?? 99
                cap = reader.integer(in: 1...most, of: "visits of one plan")
            case .source: _ = reader.words()
            }
        }
        return cap
    }

    private static func readSchedule(
        _ reader: DocumentReader,
        _ names: Names
    ) -> Placed<[Phase]> {
        let here = reader.mark()
        var phases: [Phase] = []
        reader.object(ScheduleName.self, required: ScheduleName.allCases) { name in
            switch name {
            case .phases:
                reader.list(1...6, of: "phases") { _ in
                    if let phase = readPhase(reader, names) { phases.append(phase) }
                }
            case .source: _ = reader.words()
            }
        }
        return Placed(value: phases, mark: here)
    }

    private static func readPhase(_ reader: DocumentReader, _ names: Names) -> Phase? {
        var kind: PhaseKind?
        var visits: Int?
        var pace: VisitPace?
        reader.object(PhaseName.self, required: PhaseName.allCases) { name in
            switch name {
            case .kind:
                let what = "the name of a phase of model.json"
                let id = reader.reference(
                    to: what,
                    known: names.model.map { Set($0.phases.keys) }
                )
                kind = id.flatMap { names.model?.phases[$0] }
            case .visits: visits = reader.integer(in: 1...99, of: "visits")
            case .perWeek:
                let most = names.model?.limits.visitsPerWeek ?? 7
                let what = "a number of visits a week, as text above 0 and at most \"\(most)\""
                pace = reader.parsed(as: what) { text in
                    VisitPace(perWeekText: text).flatMap {
                        $0.hundredthsPerWeek <= 100 * most ? $0 : nil
                    }
                }
            }
        }
        guard let kind, let visits, let pace else { return nil }
        return Phase(kind: kind, visits: visits, pace: pace)
    }
}
