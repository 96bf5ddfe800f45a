import CarePatterns
import PriceTableFiles
import TestSupport
import Testing

/// The repository's own tables of care patterns, read once.
enum OwnTables {
    private static let result = Result { () throws(PriceTableErrors) -> PatternTables in
        var tables = PriceTables(root: Repository.tables)
        return try tables.patternTables()
    }

    static func read() throws -> PatternTables { try result.get() }
}

extension PatternTables {
    /// A pattern that a test spells out.
    func spelled(_ id: String) throws -> CarePattern {
        try #require(pattern(id), "there is no pattern \(id)")
    }

    /// Factors that a test spells out.
    func spelledFactors(_ ids: [String]) throws -> [PrognosticFactor] {
        try ids.map { try #require(factor($0), "there is no factor \($0)") }
    }

    /// The course of a pattern by its name, as a patient without factors.
    func course(_ id: String, _ attendance: Attendance = .adherent) throws -> CourseDistribution {
        try projection(of: spelled(id), attendance: attendance).course
    }
}
