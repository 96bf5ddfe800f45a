import CareModel
import TestSupport

/// A request that many patients ask, and the days and figures of patients who ask it.
///
/// Some figures are wrong, lie above what the plan has, or are not known; some days lie in another
/// benefit year, before the figures, or not in order.
struct GeneratedPatient {
    private var random: SplitMix64
    private let plan: String
    private let contents: [String]
    private let beside: String
    private let screening: String
    private let used: [String]
    private let lastSeen: Int
    private let separator: String
    /// The first day on which it is asked: 2026-11-01, or 2026-05-20, before a payer's prices change.
    private let begin: CalendarDate
    /// Whether amounts stand as text with cents, and not as numbers of dollars.
    private let hasCents: Bool

    /// One of many requests; the same for the same seed.
    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        plan = GeneratedPatient.plans.randomElement(using: &random) ?? ""
        let count = Int.random(in: 1...3, using: &random)
        contents = (0..<count).map { _ in
            GeneratedPatient.contents.randomElement(using: &random) ?? ""
        }
        beside = GeneratedPatient.beside.randomElement(using: &random) ?? ""
        screening = GeneratedPatient.screenings.randomElement(using: &random) ?? ""
        used = GeneratedPatient.used.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
        lastSeen = Int.random(in: 0...9, using: &random)
        separator = Bool.random(using: &random) ? ", " : ","
        hasCents = Int.random(in: 0..<3, using: &random) > 0
        let isLate = Int.random(in: 0..<3, using: &random) > 0
        begin = .spelled(isLate ? "2026-11-01" : "2026-05-20")
        self.random = random
    }

    static let plans =
        [
            "acme-ppo-1500", "acme-hdhp-3400", "bluebird-hmo-30", "bluebird-ppo-copay",
            "bluebird-family-750", "bluebird-pos-20", "pacifica-medicaid", "pacifica-workers",
            "thrift-card", "bluebird-retiree-300",
        ].map { "\"\($0)\"" }
        + [
            "",
            stated(
                #""limits": [{"id": "treatment-visits", "unit": "visits", "maximum": 12}]"#
            ),
            stated(
                #""limits": [{"id": "treatment-visits", "unit": "dollars", "maximum": "400.00"}]"#
            ),
            stated(
                """
                "limits": [{"id": "treatment-visits", "unit": "services", "maximum": 15, \
                "period": "calendarYear"}], \
                "benefitPeriod": {"kind": "contractYear", "start": "12-05"}
                """
            ),
            stated(
                """
                "effectiveThrough": "2026-12-11", "limits": [{"id": "treatment-visits", \
                "unit": "visits", "maximum": 20, "period": "rolling12Months"}]
                """
            ),
            stated(
                """
                "limits": [{"id": "treatment-visits", "unit": "visits", "maximum": 20, \
                "kind": "authorizationAfter"}]
                """,
                terms: #""deductible": {"individual": "300.00", "carryover": {"months": 3}}"#
            ),
            stated(
                #""limits": [{"id": "treatment-visits", "unit": "visits", "maximum": 9}]"#,
                terms: """
                    "deductible": {"individual": "400.00", "family": "700.00", \
                    "familyType": "aggregate", "familyCoverage": true}
                    """
            ),
        ]

    private static func stated(
        _ limits: String,
        terms: String = #""deductible": {"individual": "250.00"}"#
    ) -> String {
        """
        {"id": "told", "payerName": "Acme", "planName": "PPO", "planType": "PPO", \
        "effectiveFrom": "2026-01-01", "feeSchedule": "acme-ppo-2026", \(terms), "outOfPocketMaximum": {"individual": "900.00"}, \
        \(limits), "benefits": [{"category": "chiropractic", "coinsurance": "0.20", \
        "limits": ["treatment-visits"], "afterExhaustion": "selfPay"}, \
        {"category": "physicalMedicine", "copay": {"amount": "15.00", "basis": "perVisit"}, \
        "limits": ["treatment-visits"]}, {"category": "officeVisit", "coinsurance": "0.30"}]}
        """
    }

    static let contents = [
        #""session": {"spinalRegions": 3}"#,
        """
        "session": {"spinalRegions": 2, "timed": [{"service": "therapeutic-exercise", \
        "minutes": 30}], "other": ["unattended-stimulation-other"]}
        """,
        #""kind": "reEvaluation", "session": {"spinalRegions": 5}"#,
        #""careType": "maintenance", "session": {"spinalRegions": 1}"#,
        """
        "services": [{"code": "98941", "charge": "72.00", "allowed": "45.10", "selfPay": "60.00"}, \
        {"code": "97110", "charge": "55.00", "allowed": "30.20", "selfPay": "40.00", "units": 2}]
        """,
        """
        "careType": "active", "services": [{"service": "exam-established-standard"}, \
        {"code": "98940", "modifiers": ["AT"]}]
        """,
        #""services": [{"code": "97014"}]"#,
    ]

    static let beside = [
        "", "", "", #""verified": {"on": "2026-05-20"}"#, #""network": "in""#, #""network": "out""#,
        #""memberSince": "2026-02-01""#,
        #""verified": {"on": "2026-11-21", "by": "portal"}, "network": "in""#,
    ]

    static let screenings = [
        "", "", "", #""screening": {"askedOn": "2026-05-20"}"#,
        #""screening": {"askedOn": "2026-05-18", "redFlags": []}"#,
        #""screening": {"askedOn": "2026-05-19", "redFlags": [], "notSure": ["anticoagulants"]}"#,
    ]

    static let used = [
        "asOf", "individualMet", "familyMet", "outOfPocket", "limits", "membersMet",
    ]
}

extension GeneratedPatient {
    /// The request of the next patient.
    mutating func line() -> String {
        let day = day(from: 0, through: screening.isEmpty || isRare() ? 40 : 0)
        let visits = visits(after: day)
        let figures = figures(by: day)
        let seen: String? =
            switch lastSeen {
            case 0: nil
            case 1: "null"
            default: "\"\(day.adding(days: Int.random(in: -1_300...2, using: &random)))\""
            }
        let screening: String? = screening.isEmpty ? nil : screening
        let patient = seen.map { #""patient": {"lastSeen": \#($0)}"# }
        let coverage = [
            #""plan": \#(plan)"#, #""accumulators": {\#(figures)}"#, beside,
        ]
        .filter { !$0.isEmpty }.joined(separator: separator)
        return "{"
            + [
                #""asOf": "\#(day)""#, patient, screening,
                plan.isEmpty ? #""coverage": []"# : #""coverage": [{\#(coverage)}]"#,
                #""visits": [\#(visits)]"#, #""assumePricesContinue": true"#,
            ]
            .compactMap { $0 }.joined(separator: separator) + "}"
    }

    private mutating func day(from first: Int, through last: Int) -> CalendarDate {
        begin.adding(days: Int.random(in: first...last, using: &random))
    }

    private mutating func isRare() -> Bool { Int.random(in: 0..<20, using: &random) == 0 }

    private mutating func visits(after day: CalendarDate) -> String {
        var date = day.adding(days: isRare() ? -40 : Int.random(in: 1...9, using: &random))
        var visits: [String] = []
        for index in 0..<Int.random(in: 1...14, using: &random) {
            let kind = index % contents.count
            visits.append(#"{"date": "\#(date)"\#(separator)\#(contents[kind])}"#)
            let days =
                isRare() && index > 5 ? -Int.random(in: 0...3, using: &random) : weekly(index)
            date = date.adding(days: days)
        }
        return visits.joined(separator: separator)
    }

    /// Some days to the next visit.
    private mutating func weekly(_ index: Int) -> Int {
        if index == 9, isRare() { return 400 }
        return index % 5 == 4 ? 14 : Int.random(in: 1...12, using: &random)
    }

    private mutating func figures(by day: CalendarDate) -> String {
        var deductible: [String] = []
        var figures: [String] = []
        for name in used {
            switch name {
            case "asOf":
                let asOf = day.adding(
                    days: isRare() ? -400 : -Int.random(in: 0...30, using: &random)
                )
                figures.append(#""asOf": "\#(asOf)""#)
            case "individualMet", "familyMet": deductible.append(#""\#(name)": \#(amount(240))"#)
            case "outOfPocket":
                figures.append(#""outOfPocket": {"individualMet": \#(amount(880))}"#)
            case "limits" where plan.contains("told") || plan.contains("acme"):
                let count = isRare() ? 31 : Int.random(in: 0...8, using: &random)
                let used = plan.contains("dollars") ? amount(390) : "\(count)"
                figures.append(#""limits": {"treatment-visits": {"used": \#(used)}}"#)
            default: if isRare() { deductible.append(#""membersMet": 1"#) }
            }
        }
        figures.append(#""deductible": {\#(deductible.joined(separator: separator))}"#)
        return figures.joined(separator: separator)
    }

    /// An amount of at most so many dollars, seldom more or no amount at all.
    private mutating func amount(_ most: Int) -> String {
        guard !isRare() else {
            return [
                #""9000.00""#, #""12.5""#, #""0012.00""#, "-4", "12.5", "12.50", #""1e3""#, "null",
            ]
            .randomElement(using: &random) ?? ""
        }
        let dollars = Int.random(in: 0...most, using: &random)
        return hasCents
            ? "\"\(dollars).\(Int.random(in: 10...99, using: &random))\"" : "\(dollars)"
    }
}
