import ArgumentParser
import CareCoverage
import CareModel
import CareQuote
import JSONText
import PriceTableFiles

/// The options from which the front desk makes a request without writing JSON.
struct DeskOptions: ParsableArguments {
    @Option(help: "The clinic (default: the only one of the tables).")
    var clinic: String?

    @Option(help: "The day of the first visit.", transform: OptionText.date)
    var start: CalendarDate?

    @Option(help: "How many visits, on open days of the clinic.")
    var visits: Int?

    @Option(help: "The weekdays of the visits, such as 1,3 (Monday is 1).")
    var weekdays: WeekdayList?

    @Option(help: "Spinal regions treated at each visit, 1 to 5.")
    var regions: Int?

    @Flag(help: "A joint outside the spine is adjusted too.")
    var extraspinal = false

    @Option(help: "Another service of each visit, by its key; may be repeated.")
    var other: [String] = []

    @Option(help: "When the patient was last seen here: a date, or never.")
    var lastSeen: String?

    @Option(help: "The patient's plan, by its name in the tables.")
    var plan: String?

    @Flag(help: "The patient pays without insurance.")
    var selfPay = false

    @Option(help: "How much of the deductible is met, in dollars.")
    var deductibleMet: String?

    @Option(help: "How much counts toward the out-of-pocket maximum, in dollars.")
    var outOfPocketMet: String?

    @Option(help: "How many visits were used of each visit limit of the plan.")
    var visitsUsed: Int?

    @Option(help: "The day on which the insurer was asked.", transform: OptionText.date)
    var verifiedOn: CalendarDate?

    @Option(help: "The insurer's reference for that answer.")
    var verifiedReference: String?

    @Flag(help: "Go on with the last price where a price ends before a visit.")
    var assumePricesContinue = false

    /// Whether any of the options was given.
    var isGiven: Bool {
        clinic != nil || start != nil || visits != nil || weekdays != nil || regions != nil
            || extraspinal || !other.isEmpty || lastSeen != nil || plan != nil || selfPay
            || deductibleMet != nil || outOfPocketMet != nil || visitsUsed != nil
            || verifiedOn != nil || verifiedReference != nil || assumePricesContinue
    }

    /// Checks what only the options together can tell.
    func validateTogether() throws {
        guard isGiven else {
            throw ValidationError(
                "Write --request FILE, or at least --start, --visits, --regions and --plan or "
                    + "--self-pay."
            )
        }
        guard start != nil else { throw ValidationError("Write --start DATE.") }
        guard let visits, (1...DocumentLimits.visits).contains(visits) else {
            throw ValidationError("Write --visits N, from 1 to \(DocumentLimits.visits).")
        }
        guard visits == 1 || weekdays != nil else {
            throw ValidationError("Write --weekdays for more than one visit, such as 1,3.")
        }
        guard (plan != nil) != selfPay else {
            throw ValidationError("Write --plan ID or --self-pay.")
        }
        let hasUsed = deductibleMet != nil || outOfPocketMet != nil || visitsUsed != nil
        guard plan != nil || !hasUsed else {
            throw ValidationError("--deductible-met and the like go with --plan ID.")
        }
    }

    /// The request as JSON; the tables know the clinic's open days and the plan's limits.
    func request(tables folder: String) throws -> [UInt8] {
        var tables = PriceTables(root: folder)
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        if let clinic {
            json.key("clinic")
            json.string(clinic)
        }
        if let lastSeen {
            json.key("patient")
            json.beginObject()
            json.key("lastSeen")
            if lastSeen == "never" { json.null() } else { json.string(lastSeen) }
            json.endObject()
        }
        json.key("visits")
        json.beginArray()
        for date in try dates(&tables) { writeVisit(on: date, to: &json) }
        json.endArray()
        json.key("coverage")
        json.beginArray()
        if let plan { try writeCoverage(plan, &tables, to: &json) }
        json.endArray()
        json.key("assumePricesContinue")
        json.boolean(assumePricesContinue)
        json.endObject()
        return json.bytes
    }

    private func dates(_ tables: inout PriceTables) throws -> [CalendarDate] {
        guard let start, let visits else { return [] }
        guard let weekdays else { return [start] }
        let catalog = try tables.services()
        let ids = tables.clinicIDs
        let id = clinic ?? (ids.count == 1 ? ids[0] : "")
        guard ids.contains(id) else {
            throw ProgramFailure(
                .data,
                ["--clinic: '\(id)' is not a clinic. Write one of: \(ids.joined(separator: ", "))"]
            )
        }
        let days = try tables.clinic(id, catalog: catalog, withPrices: false)
            .openDays(from: start, count: visits, on: weekdays.weekdays)
        guard days.count == visits else {
            throw ProgramFailure(
                .data,
                ["--weekdays: \(id) is not open on these days. Choose other weekdays"]
            )
        }
        return days
    }

    private func writeVisit(on date: CalendarDate, to json: inout JSONWriter) {
        json.beginObject()
        json.key("date")
        json.string(date.description)
        json.key("session")
        json.beginObject()
        if let regions {
            json.key("spinalRegions")
            json.integer(regions)
        }
        json.key("extraspinal")
        json.boolean(extraspinal)
        json.key("other")
        json.beginArray()
        for service in other { json.string(service) }
        json.endArray()
        json.endObject()
        json.endObject()
    }

    private func writeCoverage(
        _ plan: String,
        _ tables: inout PriceTables,
        to json: inout JSONWriter
    ) throws {
        json.beginObject()
        json.key("plan")
        json.string(plan)
        json.key("accumulators")
        json.beginObject()
        for (name, amount) in [("deductible", deductibleMet), ("outOfPocket", outOfPocketMet)] {
            guard let amount else { continue }
            json.key(name)
            json.beginObject()
            json.key("individualMet")
            json.string(amount)
            json.endObject()
        }
        if let visitsUsed, tables.planIDs.contains(plan) {
            json.key("limits")
            json.beginObject()
            for limit in try tables.plan(plan).limits where limit.unit == .visits {
                json.key(limit.id)
                json.beginObject()
                json.key("used")
                json.integer(visitsUsed)
                json.endObject()
            }
            json.endObject()
        }
        json.endObject()
        if let verifiedOn {
            json.key("verified")
            json.beginObject()
            json.key("on")
            json.string(verifiedOn.description)
            if let verifiedReference {
                json.key("reference")
                json.string(verifiedReference)
            }
            json.endObject()
        }
        json.endObject()
    }
}

/// Weekdays as an option writes them: numbers with commas between.
struct WeekdayList: ExpressibleByArgument {
    let weekdays: Set<Weekday>

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let weekdays = parts.map { Int($0).flatMap(Weekday.init(rawValue:)) }
        guard !weekdays.contains(nil) else { return nil }
        self.weekdays = Set(weekdays.compactMap { $0 })
    }
}
