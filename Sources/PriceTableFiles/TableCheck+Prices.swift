import CareModel
import CarePricing

/// The checks of schedules and clinics, whose files hold prices.
extension TableCheck {
    /// Checks what is said of the schedules, which needs no service.
    mutating func checkScheduleSources() {
        let described = tables.names(in: "schedules", ending: ".json")
        for id in Set(tables.scheduleIDs).union(described).sorted() {
            _ = attempt { (t) throws(PriceTableErrors) in
                try t.document("schedules/\(id).json") { ScheduleFile($0, id: id) }
            }
        }
    }

    mutating func checkSchedules(catalog: ServiceCatalog) {
        let described = tables.names(in: "schedules", ending: ".json")
        for id in Set(tables.scheduleIDs).union(described).sorted()
        where prices("schedules/\(id).csv", catalog: catalog) != nil {
            counts.schedules += 1
        }
    }

    /// Checks what is said of the clinics, which needs no service.
    ///
    /// - Returns: The clinics whose `clinic.json` is sound.
    mutating func checkClinicFiles() -> Set<String> {
        let ids = tables.clinicIDs
        if ids.isEmpty { report("clinics", "holds no clinic. Add a folder with clinic.json") }
        return Set(
            ids.filter { id in
                attempt { (t) throws(PriceTableErrors) in
                    try t.document("clinics/\(id)/clinic.json") { ClinicFile($0, folder: id) }
                } != nil
            }
        )
    }

    mutating func checkClinics(_ sound: Set<String>, catalog: ServiceCatalog) {
        for id in tables.clinicIDs {
            let folder = "clinics/\(id)"
            let sessions = attempt { (t) throws(PriceTableErrors) in
                try t.document("\(folder)/sessions.json") { SessionsFile($0, catalog: catalog) }
            }
            let place = SourcePlace(file: "\(folder)/offers.json", pointer: "")
            _ = attempt { (t) throws(PriceTableErrors) in
                try t.documentIfPresent("\(folder)/offers.json") {
                    OffersFile($0, catalog: catalog, place: place)
                }
            }
            let charges = prices("\(folder)/charges.csv", catalog: catalog)
            let selfPay = prices("\(folder)/self-pay.csv", catalog: catalog)
            guard sound.contains(id), sessions != nil, let charges, let selfPay else { continue }
            counts.clinics += 1
            compare(selfPay, with: charges)
        }
    }

    /// Reads a file of prices and keeps its rows.
    private mutating func prices(_ path: String, catalog: ServiceCatalog) -> [PriceRow]? {
        let bytes = attempt { (t) throws(PriceTableErrors) in try t.bytes(of: path) }
        guard let bytes else { return nil }
        let file = PriceRowsFile(bytes, path: path, file: tables.shown(path), catalog: catalog)
        findings += file.findings
        guard file.findings.isEmpty else { return nil }
        warn(path, about: file.rows)
        return file.rows
    }

    /// Warns of a file that holds no price, and of prices that end soon.
    private mutating func warn(_ path: String, about rows: [PriceRow]) {
        var messages: [String] = []
        if rows.isEmpty {
            messages.append("holds no prices yet. Add a row for each service that has one")
        }
        if let today, let priceWarningDays {
            messages += PriceEnds(rows, asOf: today, within: priceWarningDays).messages
        }
        findings += messages.map { message in
            TableFinding(severity: .warning, file: tables.shown(path), message: message)
        }
    }

    /// A self-pay price is never above the charge of any day on which both hold.
    private mutating func compare(_ selfPay: [PriceRow], with charges: [PriceRow]) {
        for row in selfPay {
            let rivals = charges.filter { $0.overlaps(row) }
            for charge in rivals where row.amount > charge.amount {
                report(
                    row.place,
                    column: "amount_usd",
                    "'\(row.amount.decimalText)' is above the charge "
                        + "\(charge.amount.decimalText) (\(charge.place)). "
                        + "Write a self-pay price no higher than the charge"
                )
            }
            if rivals.isEmpty {
                report(
                    row.place,
                    column: "service",
                    "'\(row.service)' has no charge in those days. Add its row to charges.csv"
                )
            }
        }
    }
}
