package import CareComplexity
package import CareModel
package import CarePatterns
package import CareQuote
package import JSONText

/// What the front desk says of a plan of care without writing JSON.
package struct DeskCare {
    /// The plan, by the name of its pattern.
    package var pattern: String?
    /// The part of the body that the patient complains of, from which the plan follows.
    package var region: BodyRegion?
    /// What is known of the complaint in numbers.
    package var numbers: [Complaint.Item: Int] = [:]
    /// What is known of the complaint by yes or no.
    package var answers: [Complaint.Item: Bool] = [:]
    /// What is known of the patient that bears on the result.
    package var factors: [String] = []
    /// How thorough the first visit's exam is.
    package var exam: ExamLevel?
    /// Whether patients who leave of their own accord are counted.
    package var mode: Attendance?
    /// The last day on which the plan may begin.
    package var startNoLaterThan: CalendarDate?
    /// How many visits are done, and what a test showed.
    package var visitsDone: Int?
    package var test: String?
    package var hasImproved: Bool?

    package init() {}

    /// Whether a plan of care is asked for.
    package var isAsked: Bool { pattern != nil || region != nil }

    /// Whether anything is said of one.
    package var isGiven: Bool { isAsked || firstDetail != nil }

    /// Whether nothing is said but what a test showed.
    package var isOnlyFinding: Bool {
        var others = self
        others.test = nil
        others.hasImproved = nil
        return !others.isGiven
    }

    /// What a test showed.
    package var finding: RequestedCare.Finding? {
        guard let test, let hasImproved else { return nil }
        return RequestedCare.Finding(test: test, hasImproved: hasImproved)
    }

    /// The option that says a piece of a complaint.
    package static func option(for item: Complaint.Item) -> String {
        switch item {
        case .region: "--complaint"
        case .durationDays: "--duration-days"
        case .painScore: "--pain"
        case .priorEpisodes: "--episodes"
        case .knownRecurrent: "--recurrent"
        case .functionLossPercent: "--function-loss"
        case .structural: "--structural"
        case .comorbid: "--comorbid"
        case .headacheFromNeck: "--headache-from-neck"
        case .radiatingLegPain: "--radiating-leg-pain"
        }
    }

    /// How a piece of a complaint is written as an option, such as `--pain N`.
    package static func example(for item: Complaint.Item) -> String {
        let option = option(for: item)
        guard item.isYesOrNo else { return option + (item == .region ? " REGION" : " N") }
        return "\(option) or --no-\(option.dropFirst(2))"
    }

    /// The first piece of a complaint that is given.
    private var firstPiece: String? {
        Complaint.Item.allCases.first { numbers[$0] != nil || answers[$0] != nil }
            .map(DeskCare.option)
    }

    /// The first option that only a plan of care has.
    private var firstDetail: String? {
        if let firstPiece { return firstPiece }
        let details = [
            (!factors.isEmpty, "--factor"), (exam != nil, "--exam"), (mode != nil, "--mode"),
            (startNoLaterThan != nil, "--start-no-later-than"),
            (visitsDone != nil, "--forecast-visits"), (test != nil, "--test"),
            (hasImproved != nil, "--improved"),
        ]
        return details.first(where: \.0)?.1
    }

    /// Checks what only the options together can tell.
    ///
    /// - Parameters:
    ///   - start: The day of the first visit.
    ///   - hasVisits: Whether the number of visits is given too.
    /// - Throws: ``DeskProblem`` with what to write instead.
    package func checkTogether(start: CalendarDate?, hasVisits: Bool) throws(DeskProblem) {
        if pattern != nil, region != nil {
            throw .usage(
                "--pattern and --complaint are both given. Write one: the plan by its name, or "
                    + "what the patient complains of."
            )
        }
        if region == nil, let firstPiece {
            throw .usage("\(firstPiece) goes with --complaint REGION, such as low-back.")
        }
        if !isAsked, let firstDetail {
            throw .usage("\(firstDetail) goes with --pattern ID or --complaint REGION.")
        }
        guard isAsked else { return }
        if hasVisits {
            throw .usage(
                "--visits goes without --pattern and --complaint: the plan of care says how many "
                    + "visits there are. Leave one of them out."
            )
        }
        if let start, let latest = startNoLaterThan, latest < start {
            throw .usage(
                "--start-no-later-than \(latest) is before --start \(start). Write that day or a "
                    + "later one."
            )
        }
        if (test == nil) != (hasImproved == nil) {
            throw .usage("--test and --improved go together: --test ID --improved yes.")
        }
        if test != nil, visitsDone == nil {
            throw .usage("--test goes with --forecast-visits N, the number of visits done.")
        }
    }

    /// Writes the plan of care as a request holds it.
    ///
    /// - Parameters:
    ///   - start: The day of the first visit.
    ///   - weekdays: The weekdays that suit the patient, where some do not.
    ///   - hasMaintenance: Whether visits that keep up a gain are asked for.
    ///   - json: The writer.
    ///   - session: Writes what one follow-up visit holds.
    package func write(
        start: CalendarDate,
        weekdays: Set<Weekday>?,
        hasMaintenance: Bool,
        to json: inout JSONWriter,
        session: (inout JSONWriter) -> Void
    ) {
        json.beginObject()
        if let pattern { json.member("pattern", pattern) }
        if let region { writeComplaint(of: region, to: &json) }
        json.member("start", start)
        if let startNoLaterThan { json.member("startNoLaterThan", startNoLaterThan) }
        json.list("factors", factors)
        json.key("session")
        session(&json)
        if let exam { json.member("exam", exam.rawValue) }
        if let mode { json.member("mode", mode.rawValue) }
        if let weekdays {
            json.key("weekdays")
            json.beginArray()
            for day in weekdays.map(\.rawValue).sorted() { json.integer(day) }
            json.endArray()
        }
        if hasMaintenance {
            json.key("maintenance")
            json.boolean(true)
        }
        if let visitsDone { writeForecast(after: visitsDone, to: &json) }
        json.endObject()
    }

    private func writeComplaint(of region: BodyRegion, to json: inout JSONWriter) {
        json.key("complaint")
        json.beginObject()
        json.member("region", region.rawValue)
        for item in Complaint.Item.allCases {
            if let number = numbers[item] {
                json.key(item.rawValue)
                json.integer(number)
            }
            if let answer = answers[item] {
                json.key(item.rawValue)
                json.boolean(answer)
            }
        }
        json.endObject()
    }

    private func writeForecast(after visits: Int, to json: inout JSONWriter) {
        json.key("forecast")
        json.beginObject()
        json.key("visitsDone")
        json.integer(visits)
        if let test, let hasImproved {
            json.member("test", test)
            json.key("improved")
            json.boolean(hasImproved)
        }
        json.endObject()
    }
}
