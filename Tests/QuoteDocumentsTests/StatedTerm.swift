import CareQuote
import Testing

/// A term of a plan that can be stated or unknown, and the values between which it lies.
struct StatedTerm: Sendable, CustomTestStringConvertible {
    let name: String
    /// The values that it can have, the one of the plan first.
    let values: [String]

    var testDescription: String { name }

    private init(_ name: String, _ values: String...) {
        self.name = name
        self.values = values
    }

    /// A plan under which three visits of 100.00 cost, with all of these as they stand first,
    /// 10.00 for each, then what is left of 60.00 of deductible, then 20 % under 150.00, and the third
    /// 100.00 after a limit of two.
    static let all = [
        StatedTerm("deductible", #""60.00""#, #""0.00""#, #""9999999.99""#),
        StatedTerm("order", #""beforeCoinsurance""#, #""afterCoinsurance""#),
        StatedTerm("outOfPocket", #""150.00""#, #""0.00""#, #""9999999.99""#),
        StatedTerm("maximum", "2", "0", "1", "3", "9999"),
        StatedTerm("counting", #""allowed""#, #""planPaid""#),
        StatedTerm("firstVisit", "false", "true"),
        StatedTerm("kind", #""hard""#, #""notice""#, #""authorizationAfter""#),
        StatedTerm("coverage", #""covered""#, #""notCovered""#, #""excluded""#),
        StatedTerm("network", #""in""#, #""out""#, #""both""#),
        StatedTerm("copay", #""10.00""#, #""0.00""#, #""9999999.99""#),
        StatedTerm("copayDeductible", #""notSubject""#, #""before""#, #""after""#),
        StatedTerm("coinsurance", #""0.20""#, #""0""#, #""1""#),
        StatedTerm("base", #""afterDeductibleAndCopay""#, #""allowed""#),
        StatedTerm("applies", "true", "false"),
        StatedTerm("counts", "true", "false"),
        StatedTerm("waived", "true", "false"),
        StatedTerm("exhausted", #""contracted""#, #""billed""#, #""selfPay""#, #""notBillable""#),
        StatedTerm("authorization", "false", "true"),
        StatedTerm("waiting", "0", "120"),
    ]

    /// Every pair of terms.
    static let pairs: [[StatedTerm]] = all.indices.flatMap { first in
        all.dropFirst(first + 1).map { [all[first], $0] }
    }

    /// The ends of the term, in the way that the specification names them.
    ///
    /// An amount that is known has one value, and one that is not lies between the other two; a word
    /// or a count can be any of its values.
    var ends: [String] {
        let isWord = values[1].contains { $0.isLetter }
        return isWord || values.count > 3 ? values : Array(values.suffix(2))
    }

    /// The request where some terms stand at other values than their first.
    static func request(_ changed: [String: String]) -> String {
        func value(_ name: String) -> String {
            changed[name] ?? all.first { $0.name == name }?.values[0] ?? "null"
        }
        let visits = ["2026-11-23", "2026-11-25", "2026-11-30"].map { date in
            """
            {"date": "\(date)", "services": [{"code": "98941", "charge": "130.00", "allowed": \
            "100.00", "selfPay": "115.00"}]}
            """
        }
        return """
            {"asOf": "2026-11-20", "visits": [\(visits.joined(separator: ", "))], "coverage": \
            [{"plan": {"id": "p", "payerName": "Acme", "planName": "Test", "planType": "PPO", \
            "effectiveFrom": "2026-01-01", \
            "deductible": {"individual": \(value("deductible")), "order": \(value("order"))}, \
            "outOfPocketMaximum": {"individual": \(value("outOfPocket"))}, \
            "limits": [{"id": "v", "unit": "visits", "maximum": \(value("maximum")), \
            "counting": \(value("counting")), "excludesFirstVisit": \(value("firstVisit")), \
            "kind": \(value("kind"))}], \
            "benefits": [{"category": "chiropractic", "coverage": \(value("coverage")), \
            "network": \(value("network")), "copay": {"amount": \(value("copay")), "deductible": \
            \(value("copayDeductible"))}, "coinsurance": \(value("coinsurance")), \
            "coinsuranceBase": \(value("base")), "deductibleApplies": \(value("applies")), \
            "countsTowardOutOfPocketMaximum": \(value("counts")), \
            "waivedAfterOutOfPocketMaximum": \(value("waived")), "limits": ["v"], \
            "afterExhaustion": \(value("exhausted")), "authorization": {"required": \
            \(value("authorization")), "ifMissing": "patient"}, \
            "waitingPeriodMonths": \(value("waiting"))}]}, "accumulators": {"deductible": \
            {"individualMet": "0"}, "outOfPocket": {"individualMet": "0"}, "limits": {"v": \
            {"used": 0}}}}]}
            """
    }
}
