public import CareCoverage
import CareModel

extension PriceTables {
    /// Reads a plan of the tables.
    ///
    /// - Parameters:
    ///   - id: The name of its file.
    ///   - parameters: The federal figures that it is checked against.
    /// - Returns: The plan.
    /// - Throws: ``PriceTableErrors`` with every finding in the file.
    package mutating func plan(
        _ id: String,
        parameters: PlanParameters?
    ) throws(PriceTableErrors) -> BenefitPlan {
        let path = "plans/\(id).json"
        let plan = try document(path) { reader -> BenefitPlan? in
            let here = reader.mark()
            let place = SourcePlace(file: path, pointer: "")
            let plan = PlanReader.read(reader, place: place, parameters: parameters)
            reader.end()
            if let plan, plan.id != id {
                reader.report(
                    here.child("id"),
                    "is \"\(plan.id)\" in the file \(id).json. Write the file's name"
                )
            }
            return plan
        }
        note(
            TableSource(
                path: path,
                publisher: plan.source ?? plan.payerName,
                date: plan.verifiedOn
            )
        )
        return plan
    }

    /// Reads a plan of the tables with the federal figures that it is checked against.
    ///
    /// - Parameter id: The name of its file.
    /// - Returns: The plan.
    /// - Throws: ``PriceTableErrors`` with every finding.
    public mutating func plan(_ id: String) throws(PriceTableErrors) -> BenefitPlan {
        try plan(id, parameters: try planParameters())
    }

    /// Reads the federal figures that plans are checked against.
    package mutating func planParameters() throws(PriceTableErrors) -> PlanParameters {
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
