import CareModel
import CarePricing
import TestSupport
import Testing

/// A visit of `mppr-2025.csv`: its lines in San Diego, 2025, with the units that are paid in full.
struct MultipleProcedureOracle: CustomTestStringConvertible {
    struct Line {
        let code: String
        let units: Int
        let fullUnits: Int
        let full: Money
        /// The price of a further unit; absent where the code is never reduced.
        let reduced: Money?
        let isTherapy: Bool
        let value: RelativeValue
        let index: GeographicIndex
        let factor: ConversionFactor
    }

    let visit: Int
    let lines: [Line]
    let total: Money

    var testDescription: String {
        "visit \(visit): " + lines.map { "\($0.units) × \($0.code)" }.joined(separator: ", ")
    }

    /// The lines that the reduction is about, with their positions in the visit.
    var therapy: [(position: Int, line: Line)] {
        lines.enumerated().filter(\.element.isTherapy).map { ($0.offset, $0.element) }
    }

    /// How many units of each line of the visit the reduction reduces.
    var reducedUnits: [Int] {
        var units = lines.map { _ in 0 }
        let ranked = MultipleProcedureReduction.reducedUnits(
            of: therapy.map { _, line in
                MultipleProcedureReduction.Line(
                    practiceExpense: line.value.nonfacilityPracticeExpense,
                    fee: line.full.cents,
                    units: line.units
                )
            }
        )
        for ((position, _), reduced) in zip(therapy, ranked) { units[position] = reduced }
        return units
    }

    /// What the visit costs with so many reduced units of each line.
    func total(reducing units: [Int]) -> Money {
        zip(lines, units).map { line, reduced in
            line.full * (line.units - reduced) + (line.reduced ?? line.full) * reduced
        }.sum()
    }

    static func all() throws -> [MultipleProcedureOracle] {
        let rows = try OracleTable("mppr-2025.csv").rows
        let visits = try rows.map { try #require(try $0.count("visit")) }
        return try Set(visits).sorted().map { visit in
            let own = zip(visits, rows).filter { $0.0 == visit }.map(\.1)
            return MultipleProcedureOracle(
                visit: visit,
                lines: try own.map(Line.init),
                total: try #require(try own.first?.amount("visit_total_usd"))
            )
        }
    }
}

extension MultipleProcedureOracle.Line {
    fileprivate init(_ row: OracleTable.Row) throws {
        let place = SourcePlace(file: "Oracles/mppr-2025.csv", row: row.number)
        let indicator = try row.text("multiple_procedure")
        code = try row.text("code")
        units = try #require(try row.count("units"))
        fullUnits = try #require(try row.count("full_units"))
        full = try #require(try row.amount("full_usd"))
        reduced = try row.amount("reduced_usd")
        isTherapy = indicator == MedicareFormula.law.reducedIndicator
        let expense = try row.scaled("nonfacility_pe_rvu", decimals: 2)
        value = RelativeValue(
            code: try #require(ProcedureCode(code)),
            status: "A",
            work: try row.scaled("work_rvu", decimals: 2),
            nonfacilityPracticeExpense: expense,
            facilityPracticeExpense: expense,
            malpractice: try row.scaled("mp_rvu", decimals: 2),
            multipleProcedure: indicator,
            place: place
        )
        index = try row.index(at: place)
        factor = try row.conversionFactor()
    }
}
