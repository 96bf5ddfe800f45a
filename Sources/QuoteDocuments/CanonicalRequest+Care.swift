import CareModel
import CarePatterns
import CareQuote
import JSONText

extension ScreeningAnswers {
    /// Writes the answers as understood, as the member of that name.
    ///
    /// Every sign stands under `redFlags`: its tier is what the tables say.
    func write(to json: inout JSONWriter) {
        json.key("screening")
        json.beginObject()
        if let askedOn { json.member("askedOn", askedOn) }
        json.list("cautions", [])
        if let clearance {
            json.key("clearedByClinician")
            json.beginObject()
            json.member("by", clearance.by)
            json.member("on", clearance.on)
            json.endObject()
        }
        json.list("notSure", notSure.sorted())
        json.list("redFlags", present.sorted())
        json.endObject()
    }
}

extension RequestedCare {
    /// Writes the plan of care as understood.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        if case .complaint(let complaint) = choice {
            json.key("complaint")
            complaint.write(to: &json)
        }
        if let exam { json.member("exam", exam.rawValue) }
        json.list("factors", Set(factors).sorted())
        if let progress {
            json.key("forecast")
            json.beginObject()
            if let test = progress.test {
                json.key("improved")
                json.boolean(progress.hasImproved)
                json.member("test", test)
            }
            json.key("visitsDone")
            json.integer(progress.visitsDone)
            json.endObject()
        }
        json.key("maintenance")
        json.boolean(includesMaintenance)
        json.member("mode", attendance.rawValue)
        if case .pattern(let id) = choice { json.member("pattern", id) }
        json.key("session")
        session.write(to: &json)
        json.member("start", start)
        if let startNoLaterThan { json.member("startNoLaterThan", startNoLaterThan) }
        if let weekdays {
            json.key("weekdays")
            json.beginArray()
            for day in weekdays.map(\.rawValue).sorted() { json.integer(day) }
            json.endArray()
        }
        json.endObject()
    }
}

extension Complaint {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        if let region { json.member("region", region.rawValue) }
        let numbers: [(Item, Int?)] = [
            (.durationDays, durationDays), (.painScore, painScore),
            (.priorEpisodes, priorEpisodes), (.functionLossPercent, functionLossPercent),
        ]
        for case (let item, let number?) in numbers {
            json.key(item.rawValue)
            json.integer(number)
        }
        let answers: [(Item, Bool?)] = [
            (.knownRecurrent, knownRecurrent), (.structural, structural), (.comorbid, comorbid),
            (.headacheFromNeck, headacheFromNeck), (.radiatingLegPain, radiatingLegPain),
        ]
        for case (let item, let answer?) in answers {
            json.key(item.rawValue)
            json.boolean(answer)
        }
        json.endObject()
    }
}
