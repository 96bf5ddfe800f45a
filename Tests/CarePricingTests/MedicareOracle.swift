import CareModel
import CarePricing
import TestSupport
import Testing

/// A row of `medicare-2025.csv`: an amount that CMS published for 2025 with the figures it is
/// made of.
struct MedicareOracle: CustomTestStringConvertible {
    let name: String
    let value: RelativeValue
    /// The value with the practice expense and malpractice cost of the hospital payment system;
    /// absent where no cap is printed.
    let capped: RelativeValue?
    let index: GeographicIndex
    let factor: ConversionFactor
    let nonfacility: Money
    let facility: Money
    let nonfacilityCap: Money?
    let facilityCap: Money?

    var testDescription: String { name }

    init(_ row: OracleTable.Row) throws {
        let place = SourcePlace(file: "Oracles/medicare-2025.csv", row: row.number)
        let code = try #require(ProcedureCode(try row.text("code")))
        let modifier = try row.text("modifier")
        func value(_ prefix: String, nonfacility: String) throws -> RelativeValue {
            RelativeValue(
                code: code,
                modifier: Modifier(modifier),
                status: "A",
                work: try row.scaled("work_rvu", decimals: 2),
                nonfacilityPracticeExpense: try row.scaled(nonfacility, decimals: 2),
                facilityPracticeExpense: try row.scaled(
                    "\(prefix)facility_pe_rvu",
                    decimals: 2
                ),
                malpractice: try row.scaled("\(prefix)mp_rvu", decimals: 2),
                place: place
            )
        }
        let locality = try "\(row.text("contractor"))-\(row.text("locality"))"
        name = "\(code)\(modifier.isEmpty ? "" : "-\(modifier)") in \(locality)"
        self.value = try value("", nonfacility: "nonfacility_pe_rvu")
        index = try row.index(at: place)
        factor = try row.conversionFactor()
        nonfacility = try #require(try row.amount("nonfacility_usd"))
        facility = try #require(try row.amount("facility_usd"))
        nonfacilityCap = try row.amount("opps_cap_nonfacility_usd")
        facilityCap = try row.amount("opps_cap_facility_usd")
        capped = nonfacilityCap == nil ? nil : try value("opps_", nonfacility: "opps_pe_rvu")
    }

    /// Whether the formula makes every amount of the row.
    func isMet(by formula: MedicareFormula) -> Bool {
        func amount(_ value: RelativeValue, _ setting: RelativeValue.Setting) -> Money {
            formula.amount(value, in: index, at: factor, setting: setting)
        }
        return amount(value, .nonfacility) == nonfacility && amount(value, .facility) == facility
            && capped.map { amount($0, .nonfacility) } == nonfacilityCap
            && capped.map { amount($0, .facility) } == facilityCap
    }

    static func all() throws -> [MedicareOracle] {
        try OracleTable("medicare-2025.csv").rows.map(MedicareOracle.init)
    }
}

extension MedicareFormula {
    /// The formula with the fractions of the law.
    ///
    /// 42 U.S.C. 1395w-4: 95 percent, 115 percent of that, and half of the practice expense.
    static let law = MedicareFormula(
        payableStatuses: ["A", "R", "T"],
        nonParticipatingFraction: .spelled("0.95"),
        limitingChargeFactor: .spelled("1.0925"),
        reducedIndicator: "5",
        reducedPracticeExpense: .spelled("0.5")
    )
}
