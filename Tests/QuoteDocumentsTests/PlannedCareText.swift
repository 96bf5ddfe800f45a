import CareModel
import PriceTableFiles
import QuoteDocuments
import TestSupport

/// A request for a plan of care as JSON, under a PPO with a deductible of 1,500.00, coinsurance of
/// 20 percent and 20 covered visits a year.
///
/// Worked by hand from its contracted prices: the first exam (99203) is 92.60, from 2027 on 94.50;
/// the adjustment of three regions (98941) 45.10, then 46.00; the exam of a checkpoint (99212)
/// 38.90, then 39.70; without coverage a visit is 65.00.
struct PlannedCareText: Sendable {
    var choice = #""pattern": "lbp-acute""#
    var start = "2026-11-30"
    /// Members of the plan of care beside the others, with a comma before them.
    var more = ""
    /// What of the deductible is met, as JSON.
    var deductibleMet = #""1320.00""#
    var visitsUsed = 12

    var json: String {
        """
        {"asOf": "2026-11-27", "patient": {"lastSeen": null}, \
        "screening": {"askedOn": "2026-11-27"}, \
        "care": {\(choice), "start": "\(start)", "session": {"spinalRegions": 3}\(more)}, \
        "coverage": [{"plan": "acme-ppo-1500", "accumulators": {\
        "deductible": {"individualMet": \(deductibleMet)}, \
        "outOfPocket": {"individualMet": "4000.00"}, \
        "limits": {"treatment-visits": {"used": \(visitsUsed)}}}}]}
        """
    }

    var bytes: [UInt8] { Array(json.utf8) }

    /// A maker on the day of the quote or a later one.
    static func maker(on day: String = "2026-11-27") throws -> QuoteMaker {
        let today = CalendarDate(isoText: day) ?? CalendarDate(dayNumber: 0)
        return QuoteMaker(tables: TableFolder(Repository.tables), today: today)
    }
}
