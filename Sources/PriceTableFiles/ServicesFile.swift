package import CareModel

/// Reads `services.csv`: what can be done, one service a row.
package struct ServicesFile {
    /// The columns, in their order.
    package static let columns = [
        "service", "code", "category", "unit", "service_type", "words_en", "words_es", "source",
    ]

    /// The services that could be read.
    package let catalog: ServiceCatalog
    /// Whether each row of the file lends the catalog a key of its own.
    package let hasEveryRow: Bool
    /// Everything wrong with the file.
    package let findings: [TableFinding]

    package init(_ bytes: [UInt8], file: String) {
        var table = CSVTable(bytes, file: file, columns: ServicesFile.columns)
        var firstRows: [String: Int] = [:]
        var serviceTypes: [ServiceCategory: (type: String, row: Int)] = [:]
        let services = table.read { row -> Service? in
            let key = row.parsed("service", as: "a key such as adjust-spine-3-4", ServiceKey.init)
            let code = row.parsedIfPresent(
                "code",
                as: "a procedure code such as 98941, or nothing",
                ProcedureCode.init
            )
            let category = row.parsed(
                "category",
                as: "a category such as physicalMedicine",
                ServiceCategory.init
            )
            let unit = row.parsed(
                "unit",
                as: "a unit: once, minutes15 or item",
                Service.Unit.init(rawValue:)
            )
            let english = row.words("words_en")
            let spanish = row.words("words_es")
            _ = row.words("source")
            for column in ["service", "code"] where !row.text(column).isEmpty {
                let first = firstRows["\(column) \(row.text(column))"]
                if let first {
                    row.report(
                        column,
                        "'\(row.text(column))' stands in row \(first) too. Give each service "
                            + "its own \(column)"
                    )
                } else {
                    firstRows["\(column) \(row.text(column))"] = row.number
                }
            }
            if let category {
                let type = row.text("service_type")
                let first = serviceTypes[category] ?? (type, row.number)
                serviceTypes[category] = first
                if first.type != type {
                    row.report(
                        "service_type",
                        "'\(type)' differs from '\(first.type)' of \(category) in row "
                            + "\(first.row). Write one X12 service type code for a category"
                    )
                }
            }
            // A row with a finding is never priced; its key is kept for the checks of other files.
            guard let key, let category = category ?? ServiceCategory("unreadable") else {
                return nil
            }
            return Service(
                key: key,
                code: code ?? nil,
                category: category,
                unit: unit ?? .once,
                serviceType: row.text("service_type"),
                words: LocalizedWords(english: english ?? "", spanish: spanish ?? "")
            )
        }
        catalog = ServiceCatalog(services: services)
        hasEveryRow =
            !table.hasLostRows && !services.isEmpty && services.count == table.rowCount
            && Set(services.map(\.key)).count == services.count
        findings = table.findings
    }
}
