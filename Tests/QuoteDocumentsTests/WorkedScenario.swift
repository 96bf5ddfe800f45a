import CareModel
import Testing

/// The worked scenario of `spec/documents.md`: 16 visits from Monday, 2026-11-23.
struct WorkedScenario: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var met = "1320.00"
    var used = 12
    /// What the patient pays each visit, in cents.
    let patientPays: [Int]
    let patientTotal: Int
    let planTotal: Int

    /// Mondays and Wednesdays for four weeks, then Mondays.
    static let dates = [
        "2026-11-23", "2026-11-25", "2026-11-30", "2026-12-02", "2026-12-07", "2026-12-09",
        "2026-12-14", "2026-12-16", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11",
        "2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08",
    ]

    static let asWritten = WorkedScenario(
        testDescription: "as documents.md works it",
        patientPays: [75_30, 75_30, 38_58] + Array(repeating: 15_06, count: 4)
            + [25_54, 60_00, 60_00] + Array(repeating: 45_10, count: 5) + [97_50],
        patientTotal: 717_96,
        planTotal: 379_84
    )

    /// Nothing of the deductible is left.
    ///
    /// Visits 1 to 3 cost 15.06 as those after them do, so
    /// 717.96 − (75.30 + 75.30 + 38.58) + 3 × 15.06 = 573.96; the plan pays what the patient does
    /// not, 379.84 + 144.00.
    static let deductibleMet = WorkedScenario(
        testDescription: "with the deductible met by claims on their way",
        met: "1500.00",
        patientPays: Array(repeating: 15_06, count: 7) + [25_54, 60_00, 60_00]
            + Array(repeating: 45_10, count: 5) + [97_50],
        patientTotal: 573_96,
        planTotal: 523_84
    )

    /// Six visits are left, so 7 and 8 are at the self-pay price.
    ///
    /// That is 60 + 40, and 70 more for the re-exam, which shares the limit here. 717.96 − 15.06 − 25.54 + 100.00 + 170.00 = 947.36; the
    /// plan pays 379.84 − 60.24 − 102.16.
    static let twoUsedElsewhere = WorkedScenario(
        testDescription: "with two visits used elsewhere",
        used: 14,
        patientPays: [75_30, 75_30, 38_58] + Array(repeating: 15_06, count: 3)
            + [100_00, 170_00, 60_00, 60_00] + Array(repeating: 45_10, count: 5) + [97_50],
        patientTotal: 947_36,
        planTotal: 217_44
    )

    static let all = [asWritten, deductibleMet, twoUsedElsewhere]

    private static let adjustment = """
        {"code": "98941", "charge": "72.00", "allowed": "45.10", "selfPay": "60.00"}
        """
    private static let exercise = """
        {"code": "97110", "charge": "55.00", "allowed": "30.20", "selfPay": "40.00"}
        """
    private static let reExam = """
        {"code": "99213", "charge": "85.00", "allowed": "52.40", "selfPay": "70.00"}
        """

    /// Exercise on visits 1 to 8, re-exams on 8 and 16.
    static let visits: [String] = dates.enumerated().map { index, date in
        var services = [adjustment]
        if index < 8 { services.append(exercise) }
        if index == 7 || index == 15 { services.append(reExam) }
        return """
            {"date": "\(date)", "services": [\(services.joined(separator: ", "))]}
            """
    }

    var accumulators: String {
        """
        {"asOf": "2026-11-20", "source": "portal", "deductible": {"individualMet": "\(met)"}, \
        "outOfPocket": {"individualMet": "4000.00"}, "limits": {"v": {"used": \(used)}}}
        """
    }

    static let plan: String = {
        let rows = ["chiropractic", "physicalMedicine", "officeVisit"].map { category in
            """
            {"category": "\(category)", "coinsurance": "0.20", "limits": ["v"], \
            "afterExhaustion": "selfPay"}
            """
        }
        return """
            {"id": "acme", "payerName": "Acme", "planName": "PPO 1500", "planType": "PPO", \
            "effectiveFrom": "2026-01-01", "deductible": {"individual": "1500.00"}, \
            "outOfPocketMaximum": {"individual": "6000.00"}, \
            "limits": [{"id": "v", "unit": "visits", "maximum": 20}], \
            "benefits": [\(rows.joined(separator: ", "))]}
            """
    }()

    var json: String { json(visits: WorkedScenario.visits, accumulators: accumulators) }

    func json(visits: [String], accumulators: String) -> String {
        """
        {"asOf": "2026-11-20", "visits": [\(visits.joined(separator: ", "))], \
        "coverage": [{"plan": \(WorkedScenario.plan), "accumulators": \(accumulators)}]}
        """
    }
}
