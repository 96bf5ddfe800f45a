import CareModel
import FeeScheduleRefresh
import Testing

/// A file that a refresh must not take, and exactly what it says of it.
struct ContentCase: Sendable, CustomTestStringConvertible {
    let what: String
    let name: String
    let bytes: [UInt8]
    let says: [String]

    var testDescription: String { what }

    init(_ what: String, _ name: String, _ bytes: [UInt8], says: [String]) {
        self.what = what
        self.name = name
        self.bytes = bytes
        self.says = says
    }

    static let prices = "schedules/acme-ppo-2027.csv"
    static let header = "service,modifier,amount_usd,reduced_usd,effective_from,effective_to\n"
    /// A row that is right; cases add theirs below it, on line 3.
    static let right = "adjust-spine-1-2,,40.00,,2026-01-01,2026-12-31\n"
    /// What every finding of an amount ends with.
    static let form = "Write digits and at most two decimals, such as 118.40"

    /// A file of prices with lines below a header and a right row; the first is line 3.
    ///
    /// - Parameters:
    ///   - lines: The lines, without the last line feed.
    ///   - says: What is said after the file's name and its colon.
    /// - Returns: The case.
    static func rows(_ lines: String, _ says: String...) -> ContentCase {
        ContentCase(
            "the rows \(lines.debugDescription)",
            prices,
            Array((header + right + lines + "\n").utf8),
            says: says.map { "\(prices):\($0)" }
        )
    }

    /// A whole file of prices.
    static func file(_ what: String, _ bytes: [UInt8], _ says: String...) -> ContentCase {
        ContentCase(what, prices, bytes, says: says.map { "\(prices):\($0)" })
    }

    /// A JSON document.
    static func document(_ text: String, _ says: String...) -> ContentCase {
        ContentCase(
            "the document \(text.debugDescription)",
            "plans/acme.json",
            Array(text.utf8),
            says: says.map { "plans/acme.json:\($0)" }
        )
    }

    /// Every case.
    static let all: [ContentCase] =
        amounts + reducedAmounts + servicesAndModifiers + days + cells + headers + periods
        + encodings + characters + documents + servicesTables + otherFiles

    /// The services that the cases name.
    static let catalog = ServiceCatalog(
        services: [
            service("adjust-spine-1-2", "98940"), service("adjust-spine-3-4", "98941"),
            service("massage", "97124"), service("supplement", nil),
        ]
    )

    /// 10,000.00 a unit at most; a supplement may cost nothing.
    static let limits = ContentLimits(
        mostAmount: Money(cents: 10_000_00),
        servicesAtNoCharge: Set(["supplement"].compactMap(ServiceKey.init))
    )

    static let day = CalendarDate(year: 2026, month: 12, day: 1) ?? CalendarDate(dayNumber: 0)

    /// Checks a file by the limits and the services of the cases.
    static func check(_ name: String, _ bytes: [UInt8]) -> ContentCheck {
        ContentCheck(name: name, bytes: bytes, limits: limits, catalog: catalog, effective: day)
    }

    private static func service(_ key: String, _ code: String?) -> Service {
        guard let key = ServiceKey(key), let category = ServiceCategory("chiropractic") else {
            preconditionFailure("a key of the cases is malformed")
        }
        return Service(
            key: key,
            code: code.flatMap(ProcedureCode.init),
            category: category,
            unit: .once,
            serviceType: "33",
            words: LocalizedWords(english: "words", spanish: "palabras")
        )
    }
}
