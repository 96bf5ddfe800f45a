import CarePatterns
import TestSupport
import Testing

extension OracleTable.Row {
    /// A cell that holds a number.
    func number(_ column: String) throws -> Double {
        let text = try text(column)
        return try #require(Double(text), "row \(number): \(column)")
    }

    /// A cell that holds a whole number.
    func whole(_ column: String) throws -> Int {
        let text = try text(column)
        return try #require(Int(text), "row \(number): \(column)")
    }

    /// Gates written as `6:mcid:0.0 12:further-gain:0.3`.
    func gates(_ column: String) throws -> [Gate] {
        try text(column).split(separator: " ").map { written in
            let parts = written.split(separator: ":")
            let visit = try #require(Int(parts[0]))
            let stop = try #require(Double(parts[2]))
            let isFurther = parts[1] == "further-gain"
            return Gate(
                visit: visit,
                question: isFurther ? .furtherGain(stopProbability: stop) : .improvement
            )
        }
    }
}

extension Double {
    /// Whether two figures agree in all the digits that the oracle prints.
    func agrees(with other: Double) -> Bool {
        abs(self - other) <= 1e-12 * Swift.max(1, abs(other))
    }
}

/// What an oracle can ask of a distribution.
protocol Asked {
    func answer(_ what: String, _ key: String) throws -> Double
    /// How likely the numbers are that the oracle does not list.
    func probability(outside listed: Set<Int>) -> Double
}

extension VisitDistribution: Asked {
    func answer(_ what: String, _ key: String) throws -> Double {
        switch what {
        case "pmf": try probability(of: #require(Int(key)))
        case "mean": mean
        case "quantile": try Double(quantile(#require(Double(key))))
        default: throw UnknownQuestion(what: what)
        }
    }

    func probability(outside listed: Set<Int>) -> Double {
        probabilities.indices.filter { !listed.contains($0) }.map { probabilities[$0] }
            .reduce(0, +)
    }
}

extension CourseDistribution: Asked {
    func answer(_ what: String, _ key: String) throws -> Double {
        if what == "end" {
            return try probability(because: #require(EndReason(rawValue: key)))
        }
        return try visits.answer(what, key)
    }

    func probability(outside listed: Set<Int>) -> Double {
        visits.probability(outside: listed)
    }
}

struct UnknownQuestion: Error {
    let what: String
}

extension OracleTally {
    /// Counts every row of an oracle about some distributions, by the columns that name them.
    mutating func count(
        _ table: OracleTable,
        by columns: [String],
        of distribution: ([String]) throws -> any Asked
    ) throws {
        var listed: [[String]: Set<Int>] = [:]
        for row in table.rows {
            let names = try columns.map { try row.text($0) }
            let what = try row.text("what")
            let key = try row.text("key")
            if what == "pmf" { listed[names, default: []].insert(try #require(Int(key))) }
            let found = try distribution(names).answer(what, key)
            let value = try row.number("value")
            count("\(names) \(what) \(key)", isMet: found.agrees(with: value))
        }
        for (names, visits) in listed {
            let rest = try distribution(names).probability(outside: visits)
            count("\(names) nothing else", isMet: rest.agrees(with: 0))
        }
    }
}
