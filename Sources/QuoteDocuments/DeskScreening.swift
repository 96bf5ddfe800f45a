package import CareModel
package import CareQuote
package import JSONText

/// What the front desk says of the answers to the questions that come before any price.
package struct DeskScreening {
    /// The day on which the questions were asked.
    package var askedOn: CalendarDate?
    /// The questions answered with yes, by their tier.
    package var redFlags: [String] = []
    package var cautions: [String] = []
    /// The questions answered with "not sure".
    package var notSure: [String] = []
    /// The clinician who decided that care is possible, and the day.
    package var clearedBy: String?
    package var clearedOn: CalendarDate?

    package init() {}

    /// Whether any question was answered with other than no.
    package var hasFindings: Bool {
        !redFlags.isEmpty || !cautions.isEmpty || !notSure.isEmpty
    }

    /// Whether anything is said of the screening.
    package var isGiven: Bool {
        askedOn != nil || hasFindings || clearedBy != nil || clearedOn != nil
    }

    /// The answers, whichever list each stands in.
    package var answers: ScreeningAnswers {
        var clearance: ScreeningAnswers.Clearance?
        if let clearedBy, let clearedOn {
            clearance = ScreeningAnswers.Clearance(by: clearedBy, on: clearedOn)
        }
        return ScreeningAnswers(
            askedOn: askedOn,
            present: Set(redFlags + cautions),
            notSure: Set(notSure),
            clearance: clearance
        )
    }

    /// Checks what only the options together can tell.
    ///
    /// A finding without the day is taken: a sign that needs care first is never held up by a
    /// missing date, and the quote says that nobody recorded the questions.
    package func checkTogether() throws(DeskProblem) {
        guard (clearedBy == nil) == (clearedOn == nil) else {
            throw .usage("--cleared-by NAME and --cleared-on DATE go together. Write both.")
        }
        guard clearedBy == nil || !cautions.isEmpty || !notSure.isEmpty else {
            throw .usage(
                "--cleared-by goes with the caution that a clinician has cleared: --caution ID."
            )
        }
    }

    /// Writes the answers as a request holds them, as the member of that name.
    package func write(to json: inout JSONWriter) {
        guard isGiven else { return }
        json.key("screening")
        json.beginObject()
        if let askedOn { json.member("askedOn", askedOn) }
        json.list("redFlags", redFlags)
        json.list("cautions", cautions)
        json.list("notSure", notSure)
        if let clearedBy, let clearedOn {
            json.key("clearedByClinician")
            json.beginObject()
            json.member("by", clearedBy)
            json.member("on", clearedOn)
            json.endObject()
        }
        json.endObject()
    }
}

extension QuoteMaker {
    /// What is said instead of a quote where the answers alone say to seek care first, whatever
    /// else is wrong or missing.
    ///
    /// - Parameter screening: The answers.
    /// - Returns: Where to go now, or nothing.
    package func careFirst(after screening: DeskScreening) -> CareFirst? {
        guard screening.hasFindings else { return nil }
        var json = JSONWriter(layout: .compact)
        json.beginObject()
        screening.write(to: &json)
        json.endObject()
        do throws(QuoteFailure) {
            _ = try request(json.bytes)
            return nil
        } catch {
            return error.careFirst
        }
    }
}
