import CareCoverage
public import CareModel
import CarePatterns
import CarePricing
import CareQuote

/// A check of a whole folder of price tables: every file is read, and all findings are kept.
///
/// A file that is wrong does not hide what is wrong in another.
public struct TableCheck: Sendable {
    /// What a folder of tables holds.
    public struct Counts: Hashable, Sendable, CustomStringConvertible {
        /// Services.
        public var services = 0
        /// Clinics.
        public var clinics = 0
        /// Contracted schedules.
        public var schedules = 0
        /// Plans.
        public var plans = 0
        /// Dated federal parameters.
        public var parameters = 0
        /// Care patterns, none where a file about them is wrong.
        public var patterns = 0

        /// The counts as a line names them.
        public var description: String {
            "Services \(services), clinics \(clinics), schedules \(schedules), plans \(plans), "
                + "care patterns \(patterns), federal parameters \(parameters)"
        }
    }

    /// Everything that was found, errors and warnings, in the order of the files.
    public internal(set) var findings: [TableFinding] = []
    /// How many services, clinics, schedules, plans, parameters and patterns were read without an
    /// error.
    public internal(set) var counts = Counts()

    /// Whether the folder, or one below it, is missing or cannot be read.
    public private(set) var isMissingFile = false

    var tables: PriceTables
    /// The day for which ends of prices are looked at; absent where nobody asks.
    let today: CalendarDate?
    /// How many days before its end a price is warned of.
    private(set) var priceWarningDays: Int?

    /// Checks a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder, with what was installed in front of it.
    ///   - today: The day of the check, for warnings of prices that end soon; absent for none.
    public init(_ folder: TableFolder, asOf today: CalendarDate? = nil) {
        tables = PriceTables(folder)
        self.today = today
        run()
    }

    /// Checks a folder in front of which nothing was installed.
    public init(root: String, asOf today: CalendarDate? = nil) {
        self.init(TableFolder(root), asOf: today)
    }

    /// The findings that make the tables unusable.
    public var errors: [TableFinding] { findings.filter { $0.severity == .error } }

    /// The findings that a person should look at.
    public var warnings: [TableFinding] { findings.filter { $0.severity == .warning } }

    private mutating func run() {
        do throws(PriceTableErrors) {
            try tables.folder.check()
        } catch {
            findings += error.findings
            isMissingFile = true
            return
        }
        let bytes = attempt { (t) throws(PriceTableErrors) in try t.bytes(of: "services.csv") }
        guard let bytes else { return }
        let services = ServicesFile(bytes, file: tables.shown("services.csv"))
        findings += services.findings
        // A row that is wrong still lends its key, so that other files are not blamed for it. Where
        // rows have no key at all, the files that name services are left for the next check.
        let catalog = services.catalog
        counts.services = catalog.services.count
        priceWarningDays = attempt { (t) throws(PriceTableErrors) in
            try t.document("rules/price-warnings.json") { RuleFiles.days($0) }
        }
        checkParameters()
        checkMedicare()
        _ = attempt { (t) throws(PriceTableErrors) in try t.medicareRules() }
        _ = attempt { (t) throws(PriceTableErrors) in
            try t.document(MedicareRuleFiles.medigapPath) { MedicareRuleFiles.medigap($0) }
        }
        let patterns = attempt { (t) throws(PriceTableErrors) in try t.patternTables() }
        counts.patterns = patterns?.patterns.count ?? 0
        checkScheduleSources()
        let clinics = checkClinicFiles()
        if services.hasEveryRow {
            let rules = attempt { (t) throws(PriceTableErrors) in try t.rules(catalog: catalog) }
            warnAboutPayers(rules)
            _ = attempt { (t) throws(PriceTableErrors) in try t.modifiers() }
            checkSchedules(catalog: catalog)
            checkClinics(clinics, catalog: catalog)
        }
        checkPlans(catalog: services.hasEveryRow ? catalog : nil)
        checkStrayFiles()
        findings += tables.warnings
    }

    /// Runs a reader and keeps its findings.
    mutating func attempt<Value>(
        _ read: (inout PriceTables) throws(PriceTableErrors) -> Value
    ) -> Value? {
        do throws(PriceTableErrors) {
            return try read(&tables)
        } catch {
            findings += error.findings
            return nil
        }
    }

    /// A schedule that no payer rule names cannot price a quote.
    private mutating func warnAboutPayers(_ rules: Estimator.Rules?) {
        guard let rules else { return }
        let known = Set(tables.scheduleIDs).union(["medicare"])
        for schedule in rules.payers.compactMap(\.schedule) where !known.contains(schedule) {
            report(
                "rules/payers.json",
                "\"\(schedule)\" is not a schedule of the tables. "
                    + "Write one of: \(known.sorted().joined(separator: ", "))"
            )
        }
        for id in tables.scheduleIDs where rules.payer(ofSchedule: id) == nil {
            findings.append(
                TableFinding(
                    severity: .warning,
                    file: tables.shown("rules/payers.json"),
                    message: "has no entry for the schedule \"\(id)\", so no quote can use it. "
                        + "Add one with timedUnits and multipleProcedureReduction"
                )
            )
        }
    }

    private mutating func checkParameters() {
        let names = tables.names(in: "parameters", ending: ".json")
        for name in Set(names).union(PlanParameters.names).sorted() {
            let file = attempt { (t) throws(PriceTableErrors) in
                try t.document("parameters/\(name).json") { ParameterFile($0) }
            }
            if file != nil { counts.parameters += 1 }
        }
    }

    private mutating func checkMedicare() {
        if tables.medicareReleaseIDs.isEmpty {
            report(
                "medicare",
                "holds no release, and payers who reduce further procedures need one. "
                    + "Add a folder with rvu.csv and source.json"
            )
        }
        for id in tables.medicareReleaseIDs {
            _ = attempt { (t) throws(PriceTableErrors) in
                try t.medicare(locality: "", releases: [id])
            }
        }
    }

    /// A file that no reader knows is most often one whose name has a typing error.
    private mutating func checkStrayFiles() {
        let known: [String: (String) -> Bool] = [
            "": {
                [
                    "services.csv", "clinics", "schedules", "plans", "parameters", "rules",
                    "medicare", "patterns", "README.md",
                ].contains($0)
            },
            "schedules": { $0.hasSuffix(".csv") || $0.hasSuffix(".json") },
            "plans": { $0.hasSuffix(".json") },
            "parameters": { $0.hasSuffix(".json") },
            "patterns": { $0.hasSuffix(".json") },
            "rules": {
                [
                    "spinal-regions.json", "new-patient.json", "verification.json",
                    "timed-units.json", "payers.json", "same-day-edits.json",
                    "medicare-fee-schedule.json", "federal-beneficiaries.json",
                    "medicare-part-b.json", "medigap.json",
                    "modifiers.json", "quote-validity.json", "price-warnings.json",
                ].contains($0)
            },
        ]
        for (folder, isKnown) in known.sorted(by: { $0.key < $1.key }) {
            for entry in tables.entries(of: folder) where !isKnown(entry) {
                findings.append(
                    TableFinding(
                        severity: .warning,
                        file: tables.shown(folder.isEmpty ? entry : "\(folder)/\(entry)"),
                        message: "is not a table that is read. Check its name, or remove it"
                    )
                )
            }
        }
    }

    mutating func report(_ path: String, column: String = "", _ message: String) {
        findings.append(
            TableFinding(file: tables.shown(path), column: column, message: message)
        )
    }

    mutating func report(_ place: SourcePlace, column: String, _ message: String) {
        findings.append(
            TableFinding(
                file: tables.folder.shown(place),
                column: column,
                message: message
            )
        )
    }
}
