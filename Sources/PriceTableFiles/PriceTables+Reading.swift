public import CareComplexity
public import CareCoverage
public import CareModel
public import CarePricing
public import CareQuote

extension PriceTables {
    /// The names of the clinics, plans and schedules that the folder holds.
    public var clinicIDs: [String] {
        entries(of: "clinics").filter { !$0.hasPrefix(".") }
    }

    /// The names of the plans.
    public var planIDs: [String] { names(in: "plans", ending: ".json") }

    /// The names of the contracted schedules.
    public var scheduleIDs: [String] { names(in: "schedules", ending: ".csv") }

    /// Reads the services table.
    ///
    /// - Returns: Everything that can be done.
    /// - Throws: ``PriceTableErrors`` with every finding in the file.
    public mutating func services() throws(PriceTableErrors) -> ServiceCatalog {
        try recall("services") { tables throws(PriceTableErrors) in
            try tables.readServices()
        }
    }

    private mutating func readServices() throws(PriceTableErrors) -> ServiceCatalog {
        let path = "services.csv"
        let file = ServicesFile(try bytes(of: path), file: shown(path))
        guard file.findings.isEmpty else { throw PriceTableErrors(file.findings) }
        return file.catalog
    }

    /// Reads a file of prices.
    ///
    /// - Parameters:
    ///   - path: The file's path below the folder.
    ///   - id: The name of the schedule.
    ///   - catalog: The services that a row may name.
    /// - Returns: The schedule.
    /// - Throws: ``PriceTableErrors`` with every finding in the file.
    mutating func prices(
        _ path: String,
        id: String,
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> FeeSchedule {
        let bytes = try bytes(of: path)
        let file = PriceRowsFile(bytes, path: path, file: shown(path), catalog: catalog)
        guard file.findings.isEmpty else { throw PriceTableErrors(file.findings) }
        return FeeSchedule(id: id, file: path, rows: file.rows)
    }

    /// Reads a contracted schedule and the file that says whose it is.
    ///
    /// - Parameters:
    ///   - id: The name of the schedule.
    ///   - catalog: The services that a row may name.
    /// - Returns: The schedule.
    /// - Throws: ``PriceTableErrors`` with every finding in its files.
    public mutating func schedule(
        _ id: String,
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> FeeSchedule {
        try recall("schedule \(id)") { tables throws(PriceTableErrors) in
            try tables.readSchedule(id, catalog: catalog)
        }
    }

    private mutating func readSchedule(
        _ id: String,
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> FeeSchedule {
        guard PriceTables.isName(id) else {
            throw PriceTableErrors([
                TableFinding(
                    file: shown("schedules"),
                    message: "'\(id)' is not the name of a schedule. Write one of: "
                        + scheduleIDs.joined(separator: ", ")
                )
            ])
        }
        let path = "schedules/\(id).json"
        let about = try document(path) { ScheduleFile($0, id: id) }
        note(
            TableSource(
                path: "schedules/\(id).csv",
                publisher: "\(about.payer), from \(about.publisher)",
                date: about.retrievedOn
            )
        )
        return try prices("schedules/\(id).csv", id: id, catalog: catalog)
    }

    /// Reads a clinic.
    ///
    /// - Parameters:
    ///   - id: The name of its folder.
    ///   - catalog: The services that its tables may name.
    ///   - withPrices: Whether its charges and self-pay prices are wanted.
    /// - Returns: The clinic.
    /// - Throws: ``PriceTableErrors`` with every finding in its files.
    public mutating func clinic(
        _ id: String,
        catalog: ServiceCatalog,
        withPrices: Bool = true
    ) throws(PriceTableErrors) -> Clinic {
        try recall(withPrices ? "clinic \(id) with prices" : "clinic \(id)") {
            tables throws(PriceTableErrors) in
            try tables.readClinic(id, catalog: catalog, withPrices: withPrices)
        }
    }

    private mutating func readClinic(
        _ id: String,
        catalog: ServiceCatalog,
        withPrices: Bool
    ) throws(PriceTableErrors) -> Clinic {
        let folder = "clinics/\(id)"
        let about = try document("\(folder)/clinic.json") { ClinicFile($0, folder: id) }
        let sessions = try document("\(folder)/sessions.json") {
            SessionsFile($0, catalog: catalog)
        }
        let path = "\(folder)/offers.json"
        let place = SourcePlace(file: path, pointer: "")
        let offers = try documentIfPresent(path) {
            OffersFile($0, catalog: catalog, place: place)
        }
        if let offers {
            note(TableSource(path: path, publisher: "\(about.name): \(offers.source)", date: nil))
        }
        var charges: FeeSchedule?
        var selfPay: FeeSchedule?
        if withPrices {
            charges = try prices("\(folder)/charges.csv", id: id, catalog: catalog)
            selfPay = try prices("\(folder)/self-pay.csv", id: id, catalog: catalog)
            for (file, key) in [("charges.csv", "charges"), ("self-pay.csv", "selfPay")] {
                note(
                    TableSource(
                        path: "\(folder)/\(file)",
                        publisher: "\(about.name): \(about.sources[key] ?? "")",
                        date: nil
                    )
                )
            }
        }
        return Clinic(
            id: id,
            name: about.name,
            state: about.state,
            medicareLocality: about.medicareLocality,
            openWeekdays: about.openWeekdays,
            closedDays: about.closedDays,
            charges: charges,
            selfPay: selfPay,
            sessions: sessions.table,
            offers: offers?.offers ?? []
        )
    }

    /// Reads how Medicare Part B pays a chiropractor.
    ///
    /// - Returns: The rules.
    /// - Throws: ``PriceTableErrors`` with every finding.
    public mutating func medicareRules() throws(PriceTableErrors) -> MedicareRules {
        try recall("rules of Medicare") { tables throws(PriceTableErrors) in
            try tables.readMedicareRules()
        }
    }

    private mutating func readMedicareRules() throws(PriceTableErrors) -> MedicareRules {
        let formula = try document("rules/medicare-fee-schedule.json") { MedicareFiles.formula($0) }
        let coverage = try document(MedicareRuleFiles.partBPath) { MedicareRuleFiles.partB($0) }
        return MedicareRules(
            nonParticipatingFraction: formula.nonParticipatingFraction,
            limitingChargeFactor: formula.limitingChargeFactor,
            modifiers: coverage.modifiers,
            payableDiagnoses: coverage.payableDiagnoses,
            noticeMonths: coverage.noticeMonths,
            place: SourcePlace(file: MedicareRuleFiles.partBPath, pointer: "")
        )
    }

    /// Reads the billing rules that every quote follows.
    ///
    /// - Parameter catalog: The services that a rule may name.
    /// - Returns: The rules.
    /// - Throws: ``PriceTableErrors`` with every finding.
    public mutating func rules(
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> Estimator.Rules {
        try recall("rules") { tables throws(PriceTableErrors) in
            try tables.readRules(catalog: catalog)
        }
    }

    private mutating func readRules(
        catalog: ServiceCatalog
    ) throws(PriceTableErrors) -> Estimator.Rules {
        var errors = PriceTableErrors([])
        let timedUnits = read("rules/timed-units.json", &errors) {
            BillingRuleFiles.timedUnits($0)
        }
        let spinalRegions = read("rules/spinal-regions.json", &errors) {
            RuleFiles.spinalRegions($0, catalog: catalog)
        }
        let newPatient = read("rules/new-patient.json", &errors) { RuleFiles.newPatient($0) }
        let payers = read("rules/payers.json", &errors) {
            BillingRuleFiles.payers($0, timedUnits: timedUnits ?? [])
        }
        let sameDayEdits = read("rules/same-day-edits.json", &errors) {
            BillingRuleFiles.sameDayEdits($0, catalog: catalog)
        }
        let modifiers = read("rules/modifiers.json", &errors) { BillingRuleFiles.modifiers($0) }
        let inducements = read("rules/federal-beneficiaries.json", &errors) {
            RuleFiles.inducements($0)
        }
        let verificationDays = read("rules/verification.json", &errors) { RuleFiles.days($0) }
        let validityDays = read("rules/quote-validity.json", &errors) { RuleFiles.days($0) }
        guard let spinalRegions, let newPatient, let payers, let sameDayEdits, let modifiers,
            let inducements,
            let verificationDays, let validityDays, errors.findings.isEmpty
        else { throw errors }
        return Estimator.Rules(
            spinalRegions: spinalRegions,
            newPatient: newPatient,
            payers: payers,
            sameDayEdits: sameDayEdits,
            componentModifiers: Set(modifiers.filter(\.value.isComponent).keys),
            inducements: inducements,
            verificationDays: verificationDays,
            validityDays: validityDays
        )
    }

    /// Reads the modifiers that a claim can carry, with what each of them says.
    ///
    /// - Returns: What each modifier says.
    /// - Throws: ``PriceTableErrors`` with every finding.
    public mutating func modifiers() throws(PriceTableErrors) -> [Modifier: ModifierRule] {
        try recall("modifiers") { tables throws(PriceTableErrors) in
            try tables.document("rules/modifiers.json") { BillingRuleFiles.modifiers($0) }
        }
    }

    /// Reads a document, or adds what is wrong with it to the errors of the documents before.
    mutating func read<Value>(
        _ path: String,
        _ errors: inout PriceTableErrors,
        with body: (DocumentReader) -> Value?
    ) -> Value? {
        do throws(PriceTableErrors) {
            return try document(path, read: body)
        } catch {
            errors = PriceTableErrors(
                errors.findings + error.findings,
                isMissingFile: errors.isMissingFile || error.isMissingFile
            )
            return nil
        }
    }
}
