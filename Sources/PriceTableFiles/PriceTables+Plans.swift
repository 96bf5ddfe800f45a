public import CareCoverage
import CareModel

extension PriceTables {
    /// Reads a plan of the tables.
    ///
    /// - Parameters:
    ///   - id: The name of its file.
    ///   - parameters: The federal figures that it is checked against.
    /// - Returns: The plan with its unknown terms.
    /// - Throws: ``PriceTableErrors`` with every finding in the file.
    package mutating func planDocument(
        _ id: String,
        parameters: PlanParameters?
    ) throws(PriceTableErrors) -> PlanDocument {
        let path = "plans/\(id).json"
        let document = try document(path) { reader -> PlanDocument? in
            let here = reader.mark()
            let place = SourcePlace(file: path, pointer: "")
            let document = PlanReader.read(reader, place: place, parameters: parameters)
            reader.end()
            if let plan = document?.plan, plan.id != id {
                reader.report(
                    here.child("id"),
                    "is \"\(plan.id)\" in the file \(id).json. Write the file's name"
                )
            }
            return document
        }
        note(
            TableSource(
                path: path,
                publisher: document.plan.source ?? document.plan.payerName,
                date: document.plan.verifiedOn
            )
        )
        return document
    }

    /// Reads a plan of the tables that may have terms that nobody knows.
    ///
    /// - Parameter id: The name of its file.
    /// - Returns: The plan with its unknown terms.
    /// - Throws: ``PriceTableErrors`` with every finding.
    public mutating func planDocument(_ id: String) throws(PriceTableErrors) -> PlanDocument {
        try recall("plan \(id)") { tables throws(PriceTableErrors) in
            try tables.planDocument(id, parameters: try tables.planParameters())
        }
    }

    /// Reads a plan of the tables whose every term is known.
    ///
    /// - Parameter id: The name of its file.
    /// - Returns: The plan.
    /// - Throws: ``PriceTableErrors`` with every finding, and with every term that nobody knows.
    public mutating func plan(_ id: String) throws(PriceTableErrors) -> BenefitPlan {
        let document = try planDocument(id)
        guard document.unknownTerms.isEmpty else {
            throw PriceTableErrors(
                unknownTerms(
                    of: document,
                    severity: .error,
                    message: "is a term that nobody knows. Ask the insurer"
                )
            )
        }
        return document.plan
    }

    /// A finding for each term of a plan that nobody knows.
    func unknownTerms(
        of document: PlanDocument,
        severity: TableFinding.Severity,
        message: String
    ) -> [TableFinding] {
        document.unknownTerms.map { term in
            TableFinding(
                severity: severity,
                file: shown(document.plan.place.file),
                row: document.line(of: term),
                column: term.pointer,
                message: "\"unknown\" \(message)"
            )
        }
    }

    /// Reads the federal figures that plans are checked against.
    package mutating func planParameters() throws(PriceTableErrors) -> PlanParameters {
        try recall("federal figures") { tables throws(PriceTableErrors) in
            try tables.readPlanParameters()
        }
    }

    private mutating func readPlanParameters() throws(PriceTableErrors) -> PlanParameters {
        var figures: [PlanParameters.Figure] = []
        for name in PlanParameters.names {
            let path = "parameters/\(name).json"
            let file = try document(path) { ParameterFile($0) }
            figures.append(PlanParameters.Figure(values: file.values, file: shown(path)))
        }
        let path = "parameters/\(PlanParameters.medicareDeductibleName).json"
        let deductibles = try document(path) { ParameterFile($0) }
        let medigap = try document(MedicareRuleFiles.medigapPath) {
            MedicareRuleFiles.medigap($0)
        }
        let coverage = try document(MedicareRuleFiles.partBPath) { MedicareRuleFiles.partB($0) }
        guard
            let parameters = PlanParameters(
                figures,
                medicareDeductible: YearlyAmounts(values: deductibles.values, file: path),
                medigap: medigap,
                manipulationCodes: coverage.manipulationCodes
            )
        else { throw PriceTableErrors([]) }
        return parameters
    }
}
