import CareCoverage
import CareModel
import Glibc

/// Shares the cost of generated courses and says how long one pass took and what it added up to.
///
/// `engine-benchmark COURSES` prints `ready`; for each line of standard input it makes one pass
/// and prints nanoseconds and sums. The peers in `engine_peers.py` generate the same courses from
/// the same numbers and have to print the same sums.
@main
struct EngineBenchmark {
    static func main() {
        let count = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 100_000
        let courses = Courses(count: count)
        print("ready")
        flush()
        while readLine() != nil {
            let start = processorTime()
            let sums = courses.sums()
            let nanoseconds = processorTime() - start
            print(
                nanoseconds,
                LinePart.allCases.map { "\($0.rawValue)=\(sums[$0].cents)" }
                    .joined(separator: " ")
            )
            flush()
        }
    }

    /// What the process has used of a processor, in nanoseconds: other work on the machine does not
    /// count.
    private static func processorTime() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Hands each line over at once: the other end of the pipe waits for it.
    private static func flush() {
        fflush(nil)
    }
}

/// Generated courses, each ready to be shared: what was used, the first day, and the prices.
struct Courses {
    private struct Course {
        let used: CodedAccumulators
        let firstDay: Int
        let schedule: Int
    }

    private let sharer: CourseAdjudicator
    private let courses: [Course]
    /// The visits of each schedule: the first one, then the same 23 times, half a week apart.
    private let schedules: [CodedCourse]

    init(count: Int) {
        let trunk = Adjudicator(
            plan: .measured,
            network: .inNetwork,
            accumulators: Accumulators(asOf: Self.asOf),
            recordsSteps: false
        )
        let sharer = CourseAdjudicator(trunk)
        self.sharer = sharer
        var random = SplitMix64(seed: 7)
        func upTo(_ bound: Int) -> Int { Int(random.next() >> 1) % bound }
        // Four services at sixteen prices: exam, adjustment, exercise, traction.
        let regular = [120_00, 65_00, 48_00, 30_00]
        schedules = (0..<16).map { _ in
            let lines = zip(regular, Self.categories).map { regular, category in
                let charge = regular + upTo(20_00)
                return PricedLine(
                    category,
                    charge: charge,
                    allowed: charge - upTo(regular / 2),
                    selfPay: charge - upTo(10_00)
                )
            }
            let first = trunk.coded([lines[0], lines[1], lines[2]])
            let later = trunk.coded([lines[1], lines[2], lines[3]])
            return CodedCourse(
                (0..<24).map { CodedCourse.Visit($0 == 0 ? first : later, day: $0 * 7 / 2) }
            )
        }
        courses = (0..<count).map { _ in
            let deductible = upTo(1_500_01)
            let family = deductible + upTo(1_500_00)
            let outOfPocket = deductible + upTo(2_000_00)
            let familyOutOfPocket = outOfPocket + upTo(2_000_00)
            let visits = upTo(15)
            let dollars = upTo(300_00)
            let firstDay = Self.asOf.dayNumber + upTo(60)
            return Course(
                used: sharer.coded(
                    Accumulators(
                        asOf: Self.asOf,
                        deductible: Accumulators.Tier(
                            individual: Money(cents: deductible),
                            family: Money(cents: family)
                        ),
                        outOfPocket: Accumulators.Tier(
                            individual: Money(cents: outOfPocket),
                            family: Money(cents: familyOutOfPocket)
                        ),
                        limits: [
                            "visits": .used(visits), "dollars": .amount(Money(cents: dollars)),
                        ]
                    )
                ),
                firstDay: firstDay,
                schedule: upTo(16)
            )
        }
    }

    /// Shares the 24 visits of every course.
    func sums() -> LineAmounts {
        var sums = LineAmounts()
        var sharer = sharer
        for index in courses.indices {
            guard
                let total = sharer.total(
                    of: schedules[courses[index].schedule],
                    from: CalendarDate(dayNumber: courses[index].firstDay),
                    after: courses[index].used
                )
            else { fatalError("a price is missing") }
            sums += total
        }
        return sums
    }

    private static let asOf = CalendarDate(year: 2026, month: 10, day: 1) ?? .init(dayNumber: 0)
    private static let categories = ["officeVisit", "chiropractic", "physicalTherapy", "traction"]
}

extension BenefitPlan {
    /// A plan with most of what plans have: two tiers of deductible and maximum, copays of both
    /// orders, coinsurance, a limit of visits and one of dollars.
    fileprivate static let measured = BenefitPlan(
        id: "measured",
        payerName: "Acme",
        planName: "PPO",
        type: .preferredProvider,
        effectiveFrom: CalendarDate(dayNumber: 0),
        deductible: Deductible(
            individual: Money(cents: 1_500_00),
            family: Money(cents: 3_000_00),
            familyType: .embedded
        ),
        outOfPocketMaximum: OutOfPocketMaximum(
            individual: Money(cents: 4_000_00),
            family: Money(cents: 8_000_00)
        ),
        limits: [
            UsageLimit(id: "visits", unit: .visits, maximum: 20, period: .calendarYear),
            UsageLimit(id: "dollars", unit: .dollars, maximum: 600_00),
        ],
        benefits: [
            row(
                "officeVisit",
                copay: Copay(amount: Money(cents: 40_00)),
                coinsurance: 0,
                deductibleApplies: false
            ),
            row(
                "chiropractic",
                copay: Copay(amount: Money(cents: 20_00), deductible: .before),
                coinsurance: 10,
                limits: [0],
                afterExhaustion: .selfPay
            ),
            row("physicalTherapy", coinsurance: 20, limits: [1]),
            row(
                "traction",
                copay: Copay(amount: Money(cents: 15_00), basis: .perService, deductible: .after),
                coinsurance: 30,
                limits: [0]
            ),
        ],
        place: SourcePlace(file: "measured.json", pointer: "")
    )

    private static func row(
        _ category: String,
        copay: Copay? = nil,
        coinsurance percent: Int,
        deductibleApplies: Bool = true,
        limits: [Int] = [],
        afterExhaustion: Benefit.UncoveredPrice? = nil
    ) -> Benefit {
        Benefit(
            selector: .category(ServiceCategory(category) ?? .unknown),
            copay: copay,
            sharing: .coinsurance(Percentage(billionths: percent * 10_000_000)),
            deductibleApplies: deductibleApplies,
            limits: limits,
            afterExhaustion: afterExhaustion,
            place: SourcePlace(file: "measured.json", pointer: "/benefits")
        )
    }
}

extension PricedLine {
    fileprivate init(_ category: String, charge: Int, allowed: Int, selfPay: Int) {
        let place = SourcePlace(file: "measured.csv", row: 2)
        self.init(
            line: ServiceLine(
                service: nil,
                code: nil,
                category: ServiceCategory(category) ?? .unknown,
                place: place
            ),
            charge: UnitPrice(amount: Money(cents: charge), source: place),
            allowed: UnitPrice(amount: Money(cents: allowed), source: place),
            selfPay: UnitPrice(amount: Money(cents: selfPay), source: place)
        )
    }
}

extension ServiceCategory {
    fileprivate static var unknown: ServiceCategory {
        guard let category = ServiceCategory("unknown") else { fatalError("not a category") }
        return category
    }
}

/// The generator that the peers share (Steele, Lea and Flood, OOPSLA 2014).
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
