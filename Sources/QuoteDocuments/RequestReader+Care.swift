import CareComplexity
import CareModel
import CarePatterns
import CareQuote
import PriceTableFiles

extension RequestReader {
    private enum CareName: String, CaseIterable {
        case pattern, complaint, start, factors, session, exam, mode, weekdays, startNoLaterThan
        case maintenance, forecast
    }

    private enum ForecastName: String, CaseIterable {
        case visitsDone, test, improved
    }

    private enum ModeName: String, CaseIterable {
        case adherent, typical
    }

    /// Reads a plan of care that is to be projected.
    mutating func readCare() -> RequestedCare? {
        let here = reader.mark()
        let findingsBefore = reader.findings.count
        var choices: [RequestedCare.Choice] = []
        var start: CalendarDate?
        var latest: (day: CalendarDate, mark: DocumentReader.Mark)?
        var factors: [String] = []
        var session: Session?
        var exam: ExamLevel?
        var mode = ModeName.adherent
        var weekdays: Set<Weekday>?
        var includesMaintenance = false
        var progress: RequestedCare.Progress?
        reader.object(CareName.self, required: [.start, .session]) { name in
            switch name {
            case .pattern: if let id = reader.words() { choices.append(.pattern(id)) }
            case .complaint: choices.append(.complaint(readComplaint()))
            case .start: start = reader.date()
            case .factors:
                reader.list(0...50, of: "factors") { _ in
                    if let id = reader.words() { factors.append(id) }
                }
            case .session: session = readSession()
            case .exam: exam = reader.choice(ExamLevel.self)
            case .mode: mode = reader.choice(ModeName.self) ?? .adherent
            case .weekdays: weekdays = readWeekdays()
            case .startNoLaterThan:
                let mark = reader.mark()
                latest = reader.date().map { ($0, mark) }
            case .maintenance: includesMaintenance = reader.boolean() ?? false
            case .forecast: progress = readProgress()
            }
        }
        guard choices.count == 1, let choice = choices.first else {
            guard reader.findings.count == findingsBefore else { return nil }
            let count = choices.isEmpty ? "neither" : "both"
            reader.report(
                here.child("pattern"),
                "and complaint: \(count) stand here. Write one of the two"
            )
            return nil
        }
        if let start, let latest, latest.day < start {
            reader.report(latest.mark, "is before start, \(start). Write that day or a later one")
        }
        guard let start, let session else { return nil }
        return RequestedCare(
            choice: choice,
            start: start,
            startNoLaterThan: latest?.day,
            factors: factors,
            session: session,
            exam: exam,
            attendance: mode == .typical ? .typical : .adherent,
            weekdays: weekdays,
            includesMaintenance: includesMaintenance,
            progress: progress,
            place: SourcePlace(file: "", pointer: here.pointer)
        )
    }

    private func readComplaint() -> Complaint {
        var region: BodyRegion?
        var numbers: [Complaint.Item: Int] = [:]
        var answers: [Complaint.Item: Bool] = [:]
        reader.object(Complaint.Item.self) { item in
            switch item {
            case .region: region = reader.choice(BodyRegion.self)
            case .durationDays: numbers[item] = reader.integer(in: 0...36_500, of: "days")
            case .painScore: numbers[item] = reader.integer(in: 0...10, of: "points of pain")
            case .priorEpisodes: numbers[item] = reader.integer(in: 0...1_000, of: "episodes")
            case .functionLossPercent: numbers[item] = reader.integer(in: 0...100, of: "percent")
            case .knownRecurrent, .structural, .comorbid, .headacheFromNeck, .radiatingLegPain:
                answers[item] = reader.boolean()
            }
        }
        return Complaint(
            region: region,
            durationDays: numbers[.durationDays],
            painScore: numbers[.painScore],
            priorEpisodes: numbers[.priorEpisodes],
            knownRecurrent: answers[.knownRecurrent],
            functionLossPercent: numbers[.functionLossPercent],
            structural: answers[.structural],
            comorbid: answers[.comorbid],
            headacheFromNeck: answers[.headacheFromNeck],
            radiatingLegPain: answers[.radiatingLegPain]
        )
    }

    private func readWeekdays() -> Set<Weekday> {
        var weekdays: Set<Weekday> = []
        reader.list(1...7, of: "weekdays") { _ in
            let number = reader.integer(in: 1...7, of: "the week, Monday being 1")
            if let day = number.flatMap(Weekday.init(rawValue:)) { weekdays.insert(day) }
        }
        return weekdays
    }

    private func readProgress() -> RequestedCare.Progress? {
        let here = reader.mark()
        var visitsDone: Int?
        var test: String?
        var hasImproved: Bool?
        reader.object(ForecastName.self, required: [.visitsDone]) { name in
            switch name {
            case .visitsDone: visitsDone = reader.integer(in: 0...366, of: "visits done")
            case .test: test = reader.words()
            case .improved: hasImproved = reader.boolean()
            }
        }
        if (test == nil) != (hasImproved == nil) {
            let missing = test == nil ? "test" : "improved"
            reader.report(here.child(missing), "is missing. Write test and improved, or neither")
        }
        guard let visitsDone else { return nil }
        return RequestedCare.Progress(
            visitsDone: visitsDone,
            test: test,
            hasImproved: hasImproved ?? false
        )
    }
}
