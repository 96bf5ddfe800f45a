import CareCoverage
import CareModel
import Testing

@Suite("Coverage by diagnosis (S18)")
struct DiagnosisTests {
    /// The rows differ in the patient's part of 100.00, so that the share tells which one it was.
    @Test("turns on how the primary code begins", arguments: Diagnosed.all)
    func row(_ diagnosed: Diagnosed) throws {
        let course = Course(
            plan: BenefitPlan(diagnosed.rows),
            used: .used(),
            visits: [
                PlannedVisit(
                    "2026-03-02",
                    [PricedLine(code: code("98941"), charge: 100_00, allowed: 100_00)]
                )
            ]
        )
        let episode = Episode(
            course: course,
            facts: CoverageFacts(diagnosis: diagnosed.diagnosis)
        )
        let line = try #require(try episode.adjudicated().visits.first?.lines.first)

        #expect(line.denial == (diagnosed.coinsurance == nil ? .noBenefit : nil))
        #expect(line.split.coinsurance == diagnosed.coinsurance ?? 0)
        #expect(line.split.patient == diagnosed.coinsurance ?? 100_00)
    }

    @Test("is asked for where a row depends on it, and else not", arguments: Diagnosed.all)
    func need(_ diagnosed: Diagnosed) {
        let line = PricedLine(code: code("98941"), charge: 100_00).line
        func needs(_ diagnosis: String?) -> [AccumulatorNeed] {
            BenefitPlan(diagnosed.rows).unknownNeeds(
                of: [DatedLines(date: day("2026-03-02"), lines: [line])],
                network: .inNetwork,
                known: .used(),
                facts: CoverageFacts(diagnosis: diagnosis)
            )
        }

        #expect(needs(nil) == (diagnosed.isAsked ? [.diagnosis] : []))
        #expect(needs("M54.50") == [])
    }

    @Test("that is missing is asked for beside the request, and not below a coverage")
    func pointer() {
        #expect(AccumulatorNeed.diagnosis.pointer == "/diagnosisCodes")
        #expect(!AccumulatorNeed.diagnosis.isOfCoverage)
    }
}

extension DiagnosisTests {
    struct Diagnosed: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var rows: [Benefit] = []
        var diagnosis: String?
        /// The patient's cents of 100.00; absent where no row holds.
        var coinsurance: Int?
        var isAsked = true

        static let all = beginnings + specificities
    }
}

extension DiagnosisTests.Diagnosed {
    private static func row(
        _ patient: String,
        _ diagnoses: DiagnosisCondition?,
        selector: Benefit.Selector? = nil,
        networks: Set<Network> = [.inNetwork, .outOfNetwork]
    ) -> Benefit {
        Benefit(selector: selector, networks: networks, patient: patient)
            .with { $0.diagnoses = diagnoses }
    }

    private static func of(
        _ name: String,
        _ diagnoses: DiagnosisCondition,
        _ diagnosis: String?,
        holds: Bool
    ) -> Self {
        Self(
            testDescription: name,
            rows: [row("0.30", diagnoses)],
            diagnosis: diagnosis,
            coinsurance: holds ? 30_00 : nil
        )
    }

    private static let beginnings = [
        of("only: the code begins so", .only(["M54", "M99"]), "M54.50", holds: true),
        of("only: the second beginning", .only(["M54", "M99"]), "M99.01", holds: true),
        of("only: the code is the beginning", .only(["M54.50"]), "M54.50", holds: true),
        of("only: the code is shorter", .only(["M54.50"]), "M54.5", holds: false),
        of("only: in the middle", .only(["54"]), "M54.50", holds: false),
        of("only: another", .only(["M99.0"]), "M99.10", holds: false),
        of("only: no code", .only(["M54"]), nil, holds: false),
        of("except: another", .except(["R51"]), "M54.50", holds: true),
        of("except: the code begins so", .except(["R51", "G43"]), "G43.909", holds: false),
        of("except: the code is shorter", .except(["R51.9"]), "R51", holds: true),
        of("except: no code", .except(["R51"]), nil, holds: false),
    ]

    private static let specificities = [
        Self(
            testDescription: "a row that holds comes before one without diagnoses",
            rows: [row("0.10", nil), row("0.30", .only(["M54"]))],
            diagnosis: "M54.50",
            coinsurance: 30_00
        ),
        Self(
            testDescription: "whatever their order",
            rows: [row("0.30", .only(["M54"])), row("0.10", nil)],
            diagnosis: "M54.50",
            coinsurance: 30_00
        ),
        Self(
            testDescription: "a row that does not hold leaves the other",
            rows: [row("0.30", .only(["M54"])), row("0.10", nil)],
            diagnosis: "R51.9",
            coinsurance: 10_00
        ),
        Self(
            testDescription: "without a code the other",
            rows: [row("0.30", .except(["M54"])), row("0.10", nil)],
            coinsurance: 10_00
        ),
        Self(
            testDescription:
                "a row for the code comes before a category's diagnoses, and asks none",
            rows: [
                row("0.30", .only(["M54"])), row("0.50", nil, selector: .codes([code("98941")])),
            ],
            diagnosis: "M54.50",
            coinsurance: 50_00,
            isAsked: false
        ),
        Self(
            testDescription: "a row for the code and its diagnoses before all",
            rows: [
                row("0.30", .only(["M54"])), row("0.50", nil, selector: .codes([code("98941")])),
                row("0.40", .only(["M54"]), selector: .codes([code("98941")])),
            ],
            diagnosis: "M54.50",
            coinsurance: 40_00
        ),
        Self(
            testDescription: "a row for another category asks nothing",
            rows: [row("0.10", nil), row("0.30", .only(["M54"]), selector: .category(.xray))],
            diagnosis: "M54.50",
            coinsurance: 10_00,
            isAsked: false
        ),
        Self(
            testDescription: "a row for the other network asks nothing",
            rows: [row("0.10", nil), row("0.30", .only(["M54"]), networks: [.outOfNetwork])],
            diagnosis: "M54.50",
            coinsurance: 10_00,
            isAsked: false
        ),
        Self(
            testDescription: "no row depends on it",
            rows: [row("0.10", nil)],
            coinsurance: 10_00,
            isAsked: false
        ),
    ]
}
