import ArgumentParser
import CareModel
import CareQuote
import JSONText
import PriceTableFiles

extension DeskOptions {
    /// The request as JSON; the tables know the clinic's open days and the plan's limits.
    func request(tables folder: String) throws -> [UInt8] {
        var tables = PriceTables(root: folder)
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        if let clinic {
            json.key("clinic")
            json.string(clinic)
        }
        writePatient(to: &json)
        writePayment(to: &json)
        json.key("visits")
        json.beginArray()
        let clinic = try deskClinic(&tables)
        let exercise = try exercise(at: clinic)
        for date in try dates(at: clinic) { writeVisit(on: date, exercise: exercise, to: &json) }
        json.endArray()
        json.key("coverage")
        json.beginArray()
        if !selfPay { try writeCoverage(&tables, to: &json) }
        json.endArray()
        json.key("assumePricesContinue")
        json.boolean(assumePricesContinue)
        json.endObject()
        return json.bytes
    }

    private func writePatient(to json: inout JSONWriter) {
        json.key("patient")
        json.beginObject()
        if let lastSeen {
            json.key("lastSeen")
            if lastSeen == "never" { json.null() } else { json.string(lastSeen) }
        }
        if let incomePercent {
            json.key("householdIncomePercentOfPovertyLevel")
            json.integer(incomePercent)
        }
        json.endObject()
    }

    private func writePayment(to json: inout JSONWriter) {
        if let pay {
            json.key("payment")
            json.beginObject()
            json.key("option")
            json.string(pay)
            json.endObject()
        }
        json.key("offers")
        json.beginArray()
        for id in offer { json.string(id) }
        json.endArray()
    }

    private func deskClinic(_ tables: inout PriceTables) throws -> Clinic {
        let catalog = try tables.services()
        let ids = tables.clinicIDs
        let id = clinic ?? (ids.count == 1 ? ids[0] : "")
        guard ids.contains(id) else {
            throw ProgramFailure(
                .data,
                ["--clinic: '\(id)' is not a clinic. Write one of: \(ids.joined(separator: ", "))"]
            )
        }
        return try tables.clinic(id, catalog: catalog, withPrices: false)
    }

    private func dates(at clinic: Clinic) throws -> [CalendarDate] {
        guard let start, let visits else { return [] }
        let weekdays = weekdays?.weekdays ?? [start.weekday]
        let days = clinic.openDays(from: start, count: visits, on: weekdays)
        guard days.count == visits, self.weekdays != nil || days == [start] else {
            throw ProgramFailure(
                .data,
                [
                    self.weekdays == nil
                        ? "--start: \(clinic.id) is closed on \(start). Choose an open day"
                        : "--weekdays: \(clinic.id) is not open on these days. Choose others"
                ]
            )
        }
        return days
    }

    /// The service that `--exercise-minutes` means at a clinic.
    private func exercise(at clinic: Clinic) throws -> ServiceKey? {
        guard exerciseMinutes != nil else { return nil }
        guard let service = clinic.sessions.exercise else {
            throw ProgramFailure(
                .data,
                [
                    "--exercise-minutes: sessions.json of \(clinic.id) does not say which service "
                        + "is exercise. Add \"exercise\" there, or use a request file"
                ]
            )
        }
        return service
    }

    private func writeVisit(
        on date: CalendarDate,
        exercise: ServiceKey?,
        to json: inout JSONWriter
    ) {
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
        if let exerciseMinutes, let exercise {
            json.key("timed")
            json.beginArray()
            json.beginObject()
            json.key("service")
            json.string(exercise.description)
            json.key("minutes")
            json.integer(exerciseMinutes)
            json.endObject()
            json.endArray()
        }
        json.key("other")
        json.beginArray()
        for service in other { json.string(service) }
        json.endArray()
        json.endObject()
        json.endObject()
    }

    private func writeCoverage(
        _ tables: inout PriceTables,
        to json: inout JSONWriter
    ) throws {
        json.beginObject()
        json.key("plan")
        if let plan { json.string(plan) } else { terms.write(to: &json) }
        try checkUsed(&tables)
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
        if let visitsUsed {
            json.key("limits")
            json.beginObject()
            for limit in try visitLimits(&tables) {
                json.key(limit)
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

extension DeskOptions {
    /// What is used must be of something that the plan has.
    private func checkUsed(_ tables: inout PriceTables) throws {
        var hasDeductible = terms.deductible != nil
        var hasMaximum = terms.outOfPocketMaximum != nil
        if let plan {
            guard tables.planIDs.contains(plan) else { return }
            let terms = try tables.planDocument(plan)
            hasDeductible = terms.plan.deductible != nil || terms.isUnknown("/deductible")
            hasMaximum =
                terms.plan.outOfPocketMaximum != nil || terms.isUnknown("/outOfPocketMaximum")
        }
        let hasLimit = try !visitLimits(&tables).isEmpty
        let missing = [
            (deductibleMet != nil && !hasDeductible, "--deductible-met", "deductible"),
            (outOfPocketMet != nil && !hasMaximum, "--out-of-pocket-met", "out-of-pocket maximum"),
            (visitsUsed != nil && !hasLimit, "--visits-used", "limit of visits"),
        ]
        let lines = missing.filter(\.0).map { _, option, term in
            "\(option): the plan has no \(term). Leave the option out, or give the plan's term"
        }
        guard lines.isEmpty else { throw ProgramFailure(.data, lines) }
    }

    /// The visit limits of the plan, by their names.
    private func visitLimits(_ tables: inout PriceTables) throws -> [String] {
        guard let plan else { return terms.visitLimit == nil ? [] : [PlanTermOptions.limitID] }
        // An unknown plan is told by the reader of the request, with the names that are known.
        guard tables.planIDs.contains(plan) else { return [] }
        return try tables.planDocument(plan).plan.limits.filter { $0.unit == .visits }.map(\.id)
    }
}
