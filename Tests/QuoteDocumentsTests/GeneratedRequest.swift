import CareModel
import Testing

/// A request for weekly sessions in the clinic of the tables.
struct GeneratedRequest: Sendable, CustomTestStringConvertible {
    let plan: String?
    let regions: Int
    let start: CalendarDate
    let visits: Int

    var testDescription: String {
        "\(plan ?? "self-pay"), \(regions) regions, \(visits) visits from \(start)"
    }

    /// Each plan and none, few and many visits, within a year and across its end.
    static let all: [GeneratedRequest] = {
        let plans = [
            nil, "acme-ppo-1500", "acme-hdhp-3400", "bluebird-hmo-30", "bluebird-ppo-copay",
        ]
        let starts = [
            CalendarDate(year: 2026, month: 5, day: 4),
            CalendarDate(year: 2026, month: 11, day: 23),
        ]
        return plans.flatMap { plan in
            starts.compactMap { $0 }.flatMap { start in
                zip([1, 3, 5], [1, 12, 30]).map { regions, visits in
                    GeneratedRequest(plan: plan, regions: regions, start: start, visits: visits)
                }
            }
        }
    }()

    /// Four weeks around 2026-07-01, where the prices of one payer change.
    static let acrossJuly = GeneratedRequest(
        plan: "bluebird-ppo-copay",
        regions: 3,
        // 2026-06-15 is 166 days into the year, so 56 × 365 + 14 + 165 days after 1970-01-01.
        start: CalendarDate(dayNumber: 56 * 365 + 14 + 165),
        visits: 4
    )

    var json: String {
        let visits = (0..<visits).map { week in
            let timed =
                week.isMultiple(of: 3)
                ? #", "timed": [{"service": "therapeutic-exercise", "minutes": 15}]"# : ""
            let kind = week % 6 == 5 ? #", "kind": "reEvaluation""# : ""
            return """
                {"date": "\(start.adding(days: 7 * week))"\(kind), "session": \
                {"spinalRegions": \(regions)\(timed)}}
                """
        }
        let coverage = plan.map { plan in
            """
            {"plan": "\(plan)", "accumulators": {"asOf": "2026-05-01", "source": "portal", \
            "deductible": {"individualMet": "250.00"}, "outOfPocket": {"individualMet": "400.00"}, \
            "limits": {"treatment-visits": {"used": 6}}}, "verified": {"on": "2026-04-30", \
            "by": "automated telephone line of the insurer", "reference": "88213-2026-04-30-17"}}
            """
        }
        return """
            {"asOf": "2026-05-01", "assumePricesContinue": true, "patient": {"lastSeen": null}, \
            "visits": [\(visits.joined(separator: ", "))], "coverage": [\(coverage ?? "")]}
            """
    }
}
