import ArgumentParser
import CareModel
import CareQuote
import JSONText
import PriceTableFiles
import QuoteDocuments

extension DeskOptions {
    /// The request as JSON; the tables know the clinic's open days and the plan's limits.
    func request(tables folder: TableFolder) throws -> [UInt8] {
        var tables = PriceTables(folder)
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        if let clinic {
            json.key("clinic")
            json.string(clinic)
        }
        writePatient(to: &json)
        screening.desk.write(to: &json)
        writePayment(to: &json)
        let clinic = try deskClinic(&tables)
        let exercise = try exercise(at: clinic)
        if care.desk.isAsked {
            writeCare(exercise: exercise, to: &json)
        } else {
            json.key("visits")
            json.beginArray()
            for date in try dates(at: clinic) {
                writeVisit(on: date, exercise: exercise, to: &json)
            }
            json.endArray()
        }
        json.key("diagnosisCodes")
        json.beginArray()
        for code in diagnosis { json.string(code) }
        json.endArray()
        json.key("coverage")
        do throws(DeskProblem) {
            try coverage.write(&tables, to: &json)
        } catch {
            throw ProgramFailure(error)
        }
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

    private func writeCare(exercise: ServiceKey?, to json: inout JSONWriter) {
        guard let start else { return }
        json.key("care")
        care.desk.write(
            start: start,
            weekdays: weekdays?.weekdays,
            hasMaintenance: maintenance,
            to: &json
        ) { json in
            writeSession(exercise: exercise, to: &json)
        }
    }

    private func writeVisit(
        on date: CalendarDate,
        exercise: ServiceKey?,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("date")
        json.string(date.description)
        if maintenance {
            json.key("careType")
            json.string("maintenance")
        }
        json.key("session")
        writeSession(exercise: exercise, to: &json)
        json.endObject()
    }

    private func writeSession(exercise: ServiceKey?, to json: inout JSONWriter) {
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
    }
}
