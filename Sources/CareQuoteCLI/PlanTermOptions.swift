import ArgumentParser
import JSONText
import QuoteDocuments

/// The terms of a plan that stands in no table, as the insurer tells them on the phone.
///
/// They hold for adjustments, therapies and exams alike, and one copay covers a whole visit.
struct PlanTermOptions: ParsableArguments {
    /// The name of the visit limit in the plan that the options make.
    static let limitID = "visits"

    @Option(help: "The copay of a visit, in dollars.")
    var copay: String?

    @Option(help: "The patient's fraction after the deductible, such as 0.20.")
    var coinsurance: String?

    @Option(help: "The deductible of a year, in dollars.")
    var deductible: String?

    @Option(help: "How the copay and the deductible follow: notSubject, before or after.")
    var copayDeductible: String?

    @Option(help: "The out-of-pocket maximum of a year, in dollars.")
    var outOfPocketMaximum: String?

    @Option(help: "Covered visits in a year.")
    var visitLimit: Int?

    @Option(help: "The contracted schedule of the tables that prices the visits.")
    var feeSchedule: String?

    /// Whether any of the options was given.
    var isGiven: Bool {
        copay != nil || coinsurance != nil || deductible != nil || outOfPocketMaximum != nil
            || visitLimit != nil || feeSchedule != nil || copayDeductible != nil
    }

    /// Checks what only the options together can tell.
    func validateTogether() throws {
        guard isGiven else { return }
        guard copay != nil || coinsurance != nil else {
            throw ValidationError("Write --copay or --coinsurance, even if it is 0.")
        }
        guard copayDeductible == nil || (copay != nil && deductible != nil) else {
            throw ValidationError("--copay-deductible goes with --copay and --deductible.")
        }
        guard copay == nil || deductible == nil || copayDeductible != nil else {
            throw ValidationError(
                "Write --copay-deductible: notSubject (the copay alone), before (the copay, then "
                    + "the deductible), or after (the deductible first)."
            )
        }
        guard feeSchedule != nil else {
            throw ValidationError("Write --fee-schedule ID: it has the contracted prices.")
        }
    }

    /// The plan with the figures that it has.
    var stated: DeskCoverage.First {
        var figures: Set<DeskFigure> = []
        if deductible != nil { figures.insert(.deductibleMet) }
        if outOfPocketMaximum != nil { figures.insert(.outOfPocketMet) }
        if visitLimit != nil { figures.insert(.visitsUsed) }
        return .stated(
            write: write,
            figures: figures,
            visitLimits: visitLimit == nil ? [] : [PlanTermOptions.limitID]
        )
    }

    /// Writes the plan as a request holds it.
    func write(to json: inout JSONWriter) {
        json.beginObject()
        for (name, text) in [
            ("id", "by-its-terms"), ("payerName", "Plan"), ("planName", "by its terms"),
            ("planType", "other"), ("effectiveFrom", "2000-01-01"),
        ] {
            json.key(name)
            json.string(text)
        }
        if let feeSchedule {
            json.key("feeSchedule")
            json.string(feeSchedule)
        }
        for (name, amount) in [
            ("deductible", deductible), ("outOfPocketMaximum", outOfPocketMaximum),
        ] {
            guard let amount else { continue }
            json.key(name)
            json.beginObject()
            json.key("individual")
            json.string(amount)
            json.endObject()
        }
        if let visitLimit {
            json.key("limits")
            json.beginArray()
            json.beginObject()
            json.key("id")
            json.string(PlanTermOptions.limitID)
            json.key("unit")
            json.string("visits")
            json.key("maximum")
            json.integer(visitLimit)
            json.endObject()
            json.endArray()
        }
        json.key("benefits")
        json.beginArray()
        let categories = ["chiropractic", "physicalMedicine", "officeVisit"]
        for category in categories {
            writeBenefit(category, others: categories.filter { $0 != category }, to: &json)
        }
        json.endArray()
        json.endObject()
    }

    private func writeBenefit(
        _ category: String,
        others: [String],
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("category")
        json.string(category)
        if let copay {
            json.key("copay")
            json.beginObject()
            json.key("amount")
            json.string(copay)
            if let copayDeductible {
                json.key("deductible")
                json.string(copayDeductible)
            }
            json.key("absorbs")
            json.beginArray()
            for other in others { json.string(other) }
            json.endArray()
            json.endObject()
        }
        if let coinsurance {
            json.key("coinsurance")
            json.string(coinsurance)
        }
        if visitLimit != nil {
            json.key("limits")
            json.beginArray()
            json.string(PlanTermOptions.limitID)
            json.endArray()
        }
        json.endObject()
    }
}
