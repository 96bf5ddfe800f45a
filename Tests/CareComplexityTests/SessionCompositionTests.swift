import CareComplexity
import CareModel
import Testing

extension SessionComposition {
    /// The services of a session without timed ones, whose rule then does not matter.
    fileprivate func services(
        of session: Session,
        kind: VisitKind,
        status: PatientStatus
    ) throws(SessionError) -> [ServiceKey] {
        let rule = TimedUnitRule(id: "any", unitMinutes: 15, minimumMinutes: 8, isPooled: false)
        return try services(of: session, kind: kind, status: status, timedUnits: rule)
            .items.map(\.service)
    }
}

@Suite("A session")
struct SessionCompositionTests {
    private let bands: [SpinalRegionRule.Band]
    private let rule: SpinalRegionRule

    init() throws {
        // pricing.md: 1-2, 3-4, 5 regions; given here in another order.
        bands = [
            SpinalRegionRule.Band(
                regions: 5...5,
                service: try #require(ServiceKey("adjust-spine-5"))
            ),
            SpinalRegionRule.Band(
                regions: 1...2,
                service: try #require(ServiceKey("adjust-spine-1-2"))
            ),
            SpinalRegionRule.Band(
                regions: 3...4,
                service: try #require(ServiceKey("adjust-spine-3-4"))
            ),
        ]
        rule = SpinalRegionRule(
            bands: bands,
            extraspinal: try #require(ServiceKey("adjust-extraspinal"))
        )
    }

    private func composition(
        exams: [String: String] = ["brief": "exam-brief", "standard": "exam-standard"],
        contents: [VisitKind: SessionTable.Contents]? = nil
    ) throws -> SessionComposition {
        func table(_ prefix: String) throws -> [ExamLevel: ServiceKey] {
            var table: [ExamLevel: ServiceKey] = [:]
            for (level, name) in exams {
                table[try #require(ExamLevel(rawValue: level))] = ServiceKey("\(prefix)-\(name)")
            }
            return table
        }
        return SessionComposition(
            table: SessionTable(
                newPatientExams: try table("new"),
                establishedExams: try table("established"),
                reEvaluationExams: try table("again"),
                contents: contents ?? [
                    .new: SessionTable.Contents(exam: .standard, hasTreatment: true),
                    .followUp: SessionTable.Contents(exam: nil, hasTreatment: true),
                    .reEvaluation: SessionTable.Contents(exam: .brief, hasTreatment: false),
                ]
            ),
            regions: rule
        )
    }

    @Test(
        "of so many spinal regions is one adjustment",
        arguments: [
            (1, "adjust-spine-1-2"), (2, "adjust-spine-1-2"), (3, "adjust-spine-3-4"),
            (4, "adjust-spine-3-4"), (5, "adjust-spine-5"), (0, nil), (6, nil), (-1, nil),
        ]
    )
    func regions(_ count: Int, _ service: String?) throws {
        #expect(rule.adjustment(ofRegions: count)?.description == service)
        let session = Session(spinalRegions: count)
        let composition = try composition()
        if let service {
            let services = try composition.services(
                of: session,
                kind: .followUp,
                status: .established
            )
            #expect(services.map(\.description) == [service])
        } else {
            #expect(throws: SessionError.noAdjustment(regions: count)) {
                try composition.services(of: session, kind: .followUp, status: .established)
            }
        }
    }

    @Test("has bands in the order of their regions")
    func bandOrder() {
        #expect(rule.bands.map(\.regions.lowerBound) == [1, 3, 5])
    }

    @Test(
        "begins with the exam of the kind of visit and of the patient",
        arguments: [
            (VisitKind.new, PatientStatus.new, ["new-exam-standard", "adjust-spine-3-4"]),
            (.new, .established, ["established-exam-standard", "adjust-spine-3-4"]),
            (.followUp, .new, ["adjust-spine-3-4"]),
            (.followUp, .established, ["adjust-spine-3-4"]),
            (.reEvaluation, .established, ["again-exam-brief"]),
            (.reEvaluation, .new, ["again-exam-brief"]),
        ]
    )
    func exam(_ kind: VisitKind, _ status: PatientStatus, _ expected: [String]) throws {
        let services = try composition().services(
            of: Session(spinalRegions: 3),
            kind: kind,
            status: status
        )

        #expect(services.map(\.description) == expected)
    }

    @Test("holds each service once: the spine, then outside the spine, then the rest")
    func order() throws {
        let massage = try #require(ServiceKey("massage"))
        let spine = try #require(ServiceKey("adjust-spine-1-2"))
        let contents = SessionTable.Contents(exam: nil, hasTreatment: true, other: [massage])
        let services = try composition(contents: [.followUp: contents]).services(
            of: Session(
                spinalRegions: 1,
                isExtraspinal: true,
                technique: .mobilization,
                other: [massage, spine]
            ),
            kind: .followUp,
            status: .established
        )

        #expect(
            services.map(\.description) == ["adjust-spine-1-2", "adjust-extraspinal", "massage"]
        )
    }

    @Test("refuses a service that the session names twice")
    func twice() throws {
        let massage = try #require(ServiceKey("massage"))
        let session = Session(spinalRegions: 1, other: [massage, massage])

        #expect(throws: SessionError.givenTwice(massage)) {
            try composition().services(of: session, kind: .followUp, status: .established)
        }
    }

    @Test("cannot be made up where the clinic's table has no such exam")
    func noExam() throws {
        let composition = try composition(exams: ["brief": "exam-brief"])

        #expect(throws: SessionError.noExam(.standard, .new, .established)) {
            try composition.services(
                of: Session(spinalRegions: 3),
                kind: .new,
                status: .established
            )
        }
    }

    @Test("cannot be made up where the clinic's table does not know the kind of visit")
    func noContents() throws {
        let composition = try composition(contents: [:])

        #expect(throws: SessionError.noContents(.followUp)) {
            try composition.services(
                of: Session(spinalRegions: 3),
                kind: .followUp,
                status: .new
            )
        }
    }

    @Test("cannot be one in which nothing is done")
    func nothingDone() throws {
        let composition = try composition()

        #expect(throws: SessionError.nothingDone) {
            try composition.services(
                of: Session(spinalRegions: nil),
                kind: .followUp,
                status: .established
            )
        }
    }

    @Test("knows the clinic's exams")
    func isExam() throws {
        let table = try composition().table

        #expect(table.isExam(try #require(ServiceKey("again-exam-brief"))))
        #expect(table.isExam(try #require(ServiceKey("new-exam-standard"))))
        #expect(!table.isExam(try #require(ServiceKey("massage"))))
    }
}
