import CareComplexity
import CareCoverage
package import CareModel
import CarePatterns
import CareQuote
import JSONText
package import PriceTableFiles

/// Reads a quote request, with every error at once.
///
/// The plan that a request names is read from the tables on the way, because what the request may
/// say of its limits depends on it.
package struct RequestReader {
    private enum RequestName: String, CaseIterable {
        case asOf, clinic, patient, screening, diagnosisCodes, care, visits, coverage, payment
        case offers, assumePricesContinue
    }

    let reader: DocumentReader
    let catalog: ServiceCatalog
    var tables: PriceTables
    /// The categories that lines of the request name and the services table does not know, with
    /// the places of the first lines that do.
    var strayCategories: [ServiceCategory: DocumentReader.Mark] = [:]
    /// The modifiers that lines of the request carry.
    var statedModifiers: [(modifier: Modifier, mark: DocumentReader.Mark)] = []
    /// What was answered to the questions before any price, and what the tables say of them.
    var screening: ScreeningAnswers?
    var screeningTable: Screening?
    var screeningFailure: PriceTableErrors?
    var asOf: CalendarDate?
    /// The day of a request that names none.
    var today: CalendarDate?
    /// The patient's date of birth, which answers some of the questions.
    var birthDate: CalendarDate?
    /// Why the figures that a stated plan is checked against could not be read.
    var parameterFailure: PriceTableErrors?

    /// Reads a request.
    ///
    /// - Parameters:
    ///   - bytes: The request as JSON.
    ///   - catalog: The services that it may name.
    ///   - tables: The tables that it may refer to.
    ///   - today: The day that a request without `asOf` is made on.
    /// - Returns: The request, its defaults filled in, with the documents of its plans.
    /// - Throws: ``QuoteFailure`` with everything that is wrong with the request or with a plan
    ///   that it names.
    package static func read(
        _ bytes: [UInt8],
        catalog: ServiceCatalog,
        tables: inout PriceTables,
        today: CalendarDate
    ) throws(QuoteFailure) -> RequestDocument {
        guard bytes.count <= DocumentLimits.bytes else {
            throw QuoteFailure(request: [
                DocumentFinding(
                    pointer: "",
                    position: TextPosition(line: 1, column: 1),
                    found: "",
                    message: "the request holds more than \(DocumentLimits.bytes) bytes. "
                        + "Split it into several requests"
                )
            ])
        }
        var request = RequestReader(
            reader: DocumentReader(bytes),
            catalog: catalog,
            tables: tables
        )
        let result: RequestDocument
        do throws(QuoteFailure) {
            result = try request.read(today: today)
        } catch {
            throw error.orCareFirst(request, bytes, today: today)
        }
        tables = request.tables
        if request.careFirst != nil {
            throw QuoteFailure().orCareFirst(request, result.canonicalJSON(), today: today)
        }
        tables.warnings += request.reader.warnings.map { warning in
            TableFinding(
                severity: .warning,
                file: "request",
                column: warning.pointer,
                message: warning.found.isEmpty
                    ? warning.message : "\(warning.found) \(warning.message)"
            )
        }
        return result
    }

    private mutating func read(today: CalendarDate) throws(QuoteFailure) -> RequestDocument {
        self.today = today
        let here = reader.mark()
        var care: RequestedCare?
        var hasCare = false
        var clinic: String?
        var lastSeen = LastSeen.notStated
        var povertyLevel: Int?
        var paymentOption = PaymentOption.perVisit
        var offer: (id: String, mark: DocumentReader.Mark)?
        var diagnosisCodes: [String] = []
        var visits: [RequestedVisit] = []
        var hasVisits = false
        var coverages: [CoverageDraft] = []
        var assumesPricesContinue = false
        reader.object(RequestName.self) { name in
            switch name {
            case .asOf: asOf = reader.date()
            case .clinic: clinic = readClinic()
            case .patient:
                (lastSeen, birthDate, povertyLevel) = readPatient()
                if birthDate != nil { readScreeningTable() }
            case .screening: readScreening()
            case .diagnosisCodes: diagnosisCodes = readDiagnosisCodes()
            case .care:
                hasCare = true
                care = readCare()
            case .visits:
                hasVisits = true
                visits = readVisits()
            case .coverage: coverages = readCoverages()
            case .payment: paymentOption = readPayment()
            case .offers: offer = readOffers()
            case .assumePricesContinue: assumesPricesContinue = reader.boolean() ?? false
            }
        }
        reader.end()
        if let screeningFailure {
            throw QuoteFailure(screeningFailure, request: reader.findings)
        }
        if let parameterFailure { throw QuoteFailure(parameterFailure, request: reader.findings) }
        if hasVisits == hasCare, reader.findings.isEmpty {
            reader.report(
                here.child("visits"),
                hasCare
                    ? "and care: both stand here. Write one of the two"
                    : "is missing. Write the visits, such as "
                        + "[{\"date\": \"2026-11-23\", \"session\": {\"spinalRegions\": 3}}], "
                        + "or care, a pattern to project"
            )
        }
        var resolved: [PatientCoverage] = []
        var plans: [PlanDocument] = []
        for draft in coverages {
            guard let (coverage, plan) = try resolve(draft, asOf: asOf ?? today) else { continue }
            resolved.append(coverage)
            plans.append(plan)
        }
        if resolved.count == coverages.count { checkOrder(of: resolved) }
        checkCategories(of: resolved)
        try warnAboutModifiers()
        clinic = clinic ?? onlyClinic(here)
        if let offer, let clinic { try check(offer.id, at: offer.mark, of: clinic) }
        guard reader.findings.isEmpty else { throw QuoteFailure(request: reader.findings) }
        let request = QuoteRequest(
            asOf: asOf ?? today,
            clinic: clinic,
            lastSeen: lastSeen,
            birthDate: birthDate,
            screening: screening,
            diagnosisCodes: diagnosisCodes,
            care: care,
            visits: visits,
            coverages: resolved,
            paymentOption: paymentOption,
            offer: offer?.id,
            povertyLevelPercent: povertyLevel,
            assumesPricesContinue: assumesPricesContinue
        )
        return RequestDocument(request: request, plans: plans)
    }

    /// A modifier that no rule knows changes nothing in the quote, which a person should know.
    private mutating func warnAboutModifiers() throws(QuoteFailure) {
        guard !statedModifiers.isEmpty else { return }
        let known: [Modifier: ModifierRule]
        do throws(PriceTableErrors) {
            known = try tables.modifiers()
        } catch {
            throw QuoteFailure(error, request: reader.findings)
        }
        for (modifier, mark) in statedModifiers where known[modifier] == nil {
            reader.warn(
                mark,
                "is not a modifier of rules/modifiers.json, and changes nothing in this quote. "
                    + "Check it, or add it there"
            )
        }
    }

    private func readClinic() -> String? {
        let here = reader.mark()
        guard let id = reader.words() else { return nil }
        let known = tables.clinicIDs
        guard known.contains(id) else {
            reader.report(
                here,
                "is not a clinic of the tables. Write one of: \(known.joined(separator: ", "))"
            )
            return nil
        }
        return id
    }

    /// An offer must be one of the clinic's.
    private mutating func check(
        _ offer: String,
        at mark: DocumentReader.Mark,
        of clinic: String
    ) throws(QuoteFailure) {
        let known: [String]
        do throws(PriceTableErrors) {
            known = try tables.clinic(clinic, catalog: catalog, withPrices: false).offers.map(\.id)
        } catch {
            throw QuoteFailure(error, request: reader.findings)
        }
        if !known.contains(offer) {
            reader.report(
                mark,
                "is not an offer of \(clinic). Write one of: \(known.joined(separator: ", "))"
            )
        }
    }

    /// The only clinic of the tables, or a finding where there are several to choose from.
    private func onlyClinic(_ here: DocumentReader.Mark) -> String? {
        let known = tables.clinicIDs
        if known.count > 1, reader.findings.isEmpty {
            reader.report(
                here.child("clinic"),
                "is missing, and the tables hold several. "
                    + "Write one of: \(known.joined(separator: ", "))"
            )
        }
        return known.count == 1 ? known.first : nil
    }

    /// A category that neither the services table nor the plan knows is a typing error, and
    /// would silently be "not covered".
    private func checkCategories(of coverages: [PatientCoverage]) {
        var named: Set<ServiceCategory> = []
        for row in coverages.flatMap(\.plan.benefits) {
            if case .category(let category) = row.selector { named.insert(category) }
        }
        for (category, mark) in strayCategories.sorted(by: { $0.key < $1.key })
        where !named.contains(category) {
            let known = catalog.categories.map(\.description).joined(separator: ", ")
            reader.report(
                mark,
                "is not a category of services.csv or of a plan. Write one of: \(known)"
            )
        }
        for (index, coverage) in coverages.enumerated() where !coverage.isFromTables {
            let problems = coverage.plan.unknownNames(
                in: catalog,
                knowing: Set(strayCategories.keys)
            )
            for problem in problems {
                reader.report(
                    reader.root.child("coverage").child("\(index)").child("plan")
                        .child(path: problem.pointer),
                    problem.message
                )
            }
        }
    }
}
