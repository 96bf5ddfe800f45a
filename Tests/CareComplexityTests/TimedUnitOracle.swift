import CareComplexity
import CareModel
import TestSupport
import Testing

/// A case of `timed-units.csv`: minutes of some services on one day, and their units by each rule.
struct TimedUnitOracle: CustomTestStringConvertible {
    let name: String
    let services: [TimedService]
    let eightMinute: [Int]
    /// The units by the midpoint rule; absent in the cases of the manual's table of minutes.
    let midpoint: [Int]?

    var testDescription: String {
        "\(name): " + services.map { "\($0.minutes)" }.joined(separator: " + ")
    }

    /// The case whose tie the table breaks otherwise than we do.
    ///
    /// Three services have 8 minutes each and two units are theirs. Medicare leaves free which:
    /// the table takes the first two, and we take the two with the higher price.
    static let freeTie = "example-06"

    /// What Medicare pays for a unit in San Diego in 2025, in cents: rows of medicare-2025.csv.
    private static let prices = [
        "97035": 15_26, "97110": 31_71, "97112": 35_30, "97116": 31_71, "97140": 29_89,
    ]

    static func all() throws -> [TimedUnitOracle] {
        let rows = try OracleTable("timed-units.csv").rows
        let names = try rows.map { try $0.text("case") }
        var seen: Set<String> = []
        return try names.filter { seen.insert($0).inserted }.map { name in
            let own = zip(names, rows).filter { $0.0 == name }.map(\.1)
            let midpoint = try own.compactMap { try $0.count("midpoint_units") }
            return TimedUnitOracle(
                name: name,
                services: try own.map { row in
                    let code = try row.text("code")
                    return TimedService(
                        service: try #require(ServiceKey(code)),
                        minutes: try #require(try row.count("minutes")),
                        price: Money(cents: try #require(prices[code], "a price of \(code)"))
                    )
                },
                eightMinute: try own.map { try #require(try $0.count("eight_minute_units")) },
                midpoint: midpoint.isEmpty ? nil : midpoint
            )
        }
    }
}

extension TimedUnitRule {
    /// Medicare's rule: the minutes of the day are pooled.
    static let eightMinute = TimedUnitRule(
        id: "eightMinute",
        unitMinutes: 15,
        minimumMinutes: 8,
        isPooled: true
    )
    /// The rule by which each service stands alone.
    static let midpoint = TimedUnitRule(
        id: "midpoint",
        unitMinutes: 15,
        minimumMinutes: 8,
        isPooled: false
    )

    /// The units of services, by their minutes alone.
    func units(ofMinutes minutes: [Int]) -> [Int] {
        units(
            of: minutes.map {
                TimedService(service: .spelled("therapeutic-exercise"), minutes: $0)
            }
        )
    }
}
