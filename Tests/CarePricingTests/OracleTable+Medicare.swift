import CareModel
import CarePricing
import TestSupport

/// The figures of a place and a year, which both tables of Medicare's amounts print in each row.
extension OracleTable.Row {
    /// How dear the place of the row is.
    func index(at place: SourcePlace) throws -> GeographicIndex {
        GeographicIndex(
            work: try scaled("work_gpci", decimals: 3),
            practiceExpense: try scaled("pe_gpci", decimals: 3),
            malpractice: try scaled("mp_gpci", decimals: 3),
            place: place
        )
    }

    /// The conversion factor of the row's year.
    func conversionFactor() throws -> ConversionFactor {
        ConversionFactor(tenThousandths: try scaled("conversion_factor", decimals: 4))
    }
}
