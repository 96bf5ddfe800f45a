import CareModel
import CarePricing

/// Reads the files under `medicare/`: relative values, geographic indices, conversion factors.
enum MedicareFiles {
    static let valueColumns = [
        "code", "modifier", "status", "work_rvu", "nonfacility_pe_rvu", "nonfacility_na",
        "facility_pe_rvu", "facility_na", "mp_rvu", "multiple_procedure", "status_source",
    ]
    static let indexColumns = [
        "contractor", "locality", "state", "name", "work_gpci", "pe_gpci", "mp_gpci",
    ]

    /// Reads `rvu.csv`.
    static func values(
        _ bytes: [UInt8],
        path: String,
        file: String
    ) -> (values: [RelativeValue], findings: [TableFinding]) {
        var table = CSVTable(bytes, file: file, columns: valueColumns)
        var firstRows: [String: Int] = [:]
        let values = table.read { row -> RelativeValue? in
            let code = row.parsed(
                "code",
                as: "a procedure code",
                write: "98941",
                ProcedureCode.init
            )
            let modifier = row.parsedIfPresent("modifier", as: "a modifier", Modifier.init)
            let status = row.parsed("status", as: "a status indicator", write: "a capital letter") {
                $0.utf8.count == 1 && $0.utf8.allSatisfy { (65...90).contains($0) } ? $0 : nil
            }
            let work = row.decimal("work_rvu", decimals: 2)
            let nonfacility = row.decimal("nonfacility_pe_rvu", decimals: 2)
            let facility = row.decimal("facility_pe_rvu", decimals: 2)
            let malpractice = row.decimal("mp_rvu", decimals: 2)
            var copied: Set<RelativeValue.Setting> = []
            for (column, setting) in [
                ("nonfacility_na", RelativeValue.Setting.nonfacility), ("facility_na", .facility),
            ] {
                switch row.text(column) {
                case "NA": copied.insert(setting)
                case "": break
                default: row.report(column, "'\(row.text(column))' is not NA. Write NA, or nothing")
                }
            }
            let name = row.text("code") + " " + row.text("modifier")
            if let first = firstRows[name] {
                row.report("code", "'\(name)' stands in row \(first) too. Keep one of the two")
            }
            firstRows[name] = row.number
            guard let code, let modifier, let status, let work, let nonfacility, let facility,
                let malpractice
            else { return nil }
            return RelativeValue(
                code: code,
                modifier: modifier,
                status: status,
                work: work,
                nonfacilityPracticeExpense: nonfacility,
                facilityPracticeExpense: facility,
                malpractice: malpractice,
                copiedSettings: copied,
                multipleProcedure: row.text("multiple_procedure"),
                place: SourcePlace(file: path, row: row.number)
            )
        }
        return (values, table.findings)
    }

    /// Reads `gpci.csv`: the indices by contractor and locality, such as `01182-18`.
    static func indices(
        _ bytes: [UInt8],
        path: String,
        file: String
    ) -> (indices: [String: GeographicIndex], findings: [TableFinding]) {
        var table = CSVTable(bytes, file: file, columns: indexColumns)
        var indices: [String: GeographicIndex] = [:]
        _ = table.read { row -> Bool? in
            let contractor = row.parsed("contractor", as: "five digits, such as 01182") {
                $0.utf8.count == 5 && $0.utf8.allSatisfy { (48...57).contains($0) } ? $0 : nil
            }
            let locality = row.parsed("locality", as: "two digits, such as 18") {
                $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } ? $0 : nil
            }
            let work = row.decimal("work_gpci", decimals: 3)
            let expense = row.decimal("pe_gpci", decimals: 3)
            let malpractice = row.decimal("mp_gpci", decimals: 3)
            guard let contractor, let locality, let work, let expense, let malpractice else {
                return nil
            }
            let name = "\(contractor)-\(locality)"
            if indices[name] != nil {
                row.report("locality", "'\(name)' stands twice. Keep one row for a locality")
            }
            indices[name] = GeographicIndex(
                work: work,
                practiceExpense: expense,
                malpractice: malpractice,
                place: SourcePlace(file: path, row: row.number)
            )
            return true
        }
        return (indices, table.findings)
    }

    private enum ReleaseName: String, CaseIterable {
        case id, publisher, address, release, retrievedOn, sha256, licence, effectiveFrom
        case effectiveThrough, source
    }

    /// What `source.json` says of a release.
    struct ReleaseSource {
        var publisher = ""
        var release = ""
        var retrievedOn: CalendarDate?
        var from = CalendarDate(dayNumber: 0)
        var through = CalendarDate(dayNumber: 0)
    }

    static func release(_ reader: DocumentReader, id: String) -> ReleaseSource? {
        let here = reader.mark()
        var release = ReleaseSource()
        var writtenID: String?
        reader.object(
            ReleaseName.self,
            required: ReleaseName.allCases.filter { $0 != .sha256 }
        ) { name in
            switch name {
            case .id: writtenID = reader.words()
            case .publisher: release.publisher = reader.words() ?? ""
            case .release: release.release = reader.words() ?? ""
            case .address, .licence, .source: _ = reader.words()
            case .retrievedOn: release.retrievedOn = reader.date()
            case .sha256:
                _ = reader.parsed(as: "64 hexadecimal digits, or null") { text in
                    text.utf8.count == 64 && text.allSatisfy(\.isHexDigit) ? text : nil
                }
            case .effectiveFrom: if let date = reader.date() { release.from = date }
            case .effectiveThrough: if let date = reader.date() { release.through = date }
            }
        }
        reader.end()
        if let writtenID, writtenID != id {
            reader.report(
                here.child("id"),
                "is \"\(writtenID)\" in the folder \"\(id)\". Write the folder's name"
            )
        }
        if reader.findings.isEmpty, release.through < release.from {
            reader.report(
                here.child("effectiveThrough"),
                "lies before effectiveFrom. Write the last day on which the release holds"
            )
        }
        return reader.findings.isEmpty ? release : nil
    }

    private enum FactorsName: String, CaseIterable {
        case label, unit, standard, qualifyingParticipant
    }

    private enum FactorName: String, CaseIterable {
        case from, value, source
    }

    /// Reads `conversion-factors.json`: the factor of most clinics, by date.
    static func conversionFactors(_ reader: DocumentReader) -> DatedValue<ConversionFactor>? {
        var standard: [DatedValue<ConversionFactor>.Entry] = []
        func readFactors() -> [DatedValue<ConversionFactor>.Entry] {
            var entries: [DatedValue<ConversionFactor>.Entry] = []
            reader.list(1...500, of: "values") { _ in
                let here = reader.mark()
                var from: CalendarDate?
                var value: Int?
                var source: String?
                reader.object(FactorName.self, required: FactorName.allCases) { name in
                    switch name {
                    case .from: from = reader.date()
                    case .value:
                        let what = "a factor with at most four decimals, such as \"32.3465\""
                        value = reader.parsed(as: what) {
                            DecimalDigits($0, decimals: 4).flatMap { Int(exactly: $0.scaled) }
                        }
                    case .source: source = reader.words()
                    }
                }
                guard let from, let value, let source else { return }
                if let last = entries.last, from <= last.from {
                    reader.report(
                        here.child("from"),
                        "is not after \(last.from). Write the values in order of date"
                    )
                }
                entries.append(
                    DatedValue.Entry(
                        from: from,
                        value: ConversionFactor(tenThousandths: value),
                        source: source
                    )
                )
            }
            return entries
        }
        reader.object(
            FactorsName.self,
            required: [.label, .unit, .standard]
        ) { name in
            switch name {
            case .label, .unit: _ = reader.words()
            case .standard: standard = readFactors()
            case .qualifyingParticipant: _ = readFactors()
            }
        }
        reader.end()
        return reader.findings.isEmpty ? DatedValue(entries: standard) : nil
    }

    private enum FormulaName: String, CaseIterable {
        case label, payableStatuses, nonParticipatingFraction, limitingChargeFactor
        case multipleProcedureIndicator, reducedPracticeExpenseFraction, source
    }

    /// Reads `rules/medicare-fee-schedule.json`: the fractions of the law.
    static func formula(_ reader: DocumentReader) -> MedicareFormula? {
        var statuses: Set<String> = []
        var nonParticipating: Percentage?
        var limiting: Percentage?
        var indicator: String?
        var reduced: Percentage?
        reader.object(FormulaName.self, required: FormulaName.allCases) { name in
            switch name {
            case .label, .source: _ = reader.words()
            case .payableStatuses:
                reader.list(1...26, of: "statuses") { _ in
                    if let status = reader.words() { statuses.insert(status) }
                }
            case .nonParticipatingFraction: nonParticipating = reader.percentage()
            case .limitingChargeFactor:
                limiting = reader.percentage(atMost: Percentage(billionths: 2_000_000_000))
            case .multipleProcedureIndicator: indicator = reader.words()
            case .reducedPracticeExpenseFraction: reduced = reader.percentage()
            }
        }
        reader.end()
        guard let nonParticipating, let limiting, let indicator, let reduced,
            reader.findings.isEmpty
        else { return nil }
        return MedicareFormula(
            payableStatuses: statuses,
            nonParticipatingFraction: nonParticipating,
            limitingChargeFactor: limiting,
            reducedIndicator: indicator,
            reducedPracticeExpense: reduced
        )
    }
}

extension CSVRow {
    mutating func decimal(_ column: String, decimals: Int) -> Int? {
        parsed(
            column,
            as: "a number below 10,000",
            write: "digits and at most \(decimals) decimals, such as 0.71"
        ) { text in
            text.utf8.count > 8
                ? nil : DecimalDigits(text, decimals: decimals).flatMap { Int(exactly: $0.scaled) }
        }
    }
}
