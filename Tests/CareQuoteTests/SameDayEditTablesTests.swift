import CareQuote
import TestSupport
import Testing

@Suite("A same-day edit of the tables")
struct SameDayEditTablesTests {
    @Test("has a case here that it finds fault with, and one that it does not")
    func everyEdit() throws {
        let tables = try RuleTables()

        #expect(tables.rules.sameDayEdits.map(\.id).sorted() == EditCase.all.map(\.id).sorted())
    }

    @Test("finds fault with what it forbids, and with nothing else", arguments: EditCase.all)
    func cases(_ edit: EditCase) throws {
        let tables = try RuleTables()
        let rule = try #require(tables.rules.sameDayEdits.first { $0.id == edit.id })
        let faulty = try edit.faulty.map { try $0.line(in: tables) }
        let clean = try edit.clean.map { try $0.line(in: tables) }
        func request(_ lines: [ServiceLine]) -> QuoteRequest {
            QuoteRequest([RequestedVisit("2026-11-23", lines)])
        }
        let problems = tables.estimator().problems(with: request(faulty))

        if edit.isUnderstood {
            #expect(problems == [])
            let quote = try tables.estimator().quote(request(faulty))
            #expect(quote.notices.contains(.modifierNeeded(rule, visits: [1])))
        } else {
            guard case .refused(let refusing, let reference)? = problems.first else {
                Issue.record("\(problems)")
                return
            }
            #expect(problems.count == 1)
            #expect(refusing == rule)
            #expect(reference.line == faulty[edit.position])
            #expect((reference.visit, reference.date) == (1, .spelled("2026-11-23")))
        }
        #expect(tables.estimator().problems(with: request(clean)) == [])
        let quote = try tables.estimator().quote(request(clean))
        #expect(!quote.notices.contains { $0.isModifierNeeded })
    }

    @Test("holds for each service that it names, and each modifier answers it")
    func everyService() throws {
        let tables = try RuleTables()
        for edit in tables.rules.sameDayEdits {
            guard case .modifier(let modifiers, let besides, let isUnderstood) = edit.demand
            else { continue }
            for (service, beside) in edit.services.flatMap({ own in besides.map { (own, $0) } }) {
                let other = try tables.line(beside.description)
                let findings = edit.findings(on: [try tables.line(service.description), other])

                #expect(findings.refused == (isUnderstood ? [] : [0]), "\(edit.id): \(service)")
                #expect(findings.needsModifier == (isUnderstood ? [0] : []))
                for modifier in modifiers {
                    let line = try tables.line(service.description, modifier.description)
                    let answered = edit.findings(on: [line, other])
                    #expect(answered.refused + answered.needsModifier == [])
                }
            }
        }
    }

    @Test("gives its reason and its source in words")
    func words() throws {
        for edit in try RuleTables().rules.sameDayEdits {
            #expect(!edit.words.english.isEmpty)
            #expect(!edit.words.spanish.isEmpty)
            #expect(!edit.source.isEmpty)
        }
    }

    @Test("is told and does not refuse where the request states what the plan allows")
    func statedAllowed() throws {
        let tables = try RuleTables()
        let rule = try #require(
            tables.rules.sameDayEdits.first { $0.id == "manual-therapy-with-adjustment" }
        )
        let stated = ServiceLine.StatedAmounts(allowed: Money(cents: 28_80))
        let quote = try tables.estimator().quote(
            QuoteRequest(
                [
                    RequestedVisit(
                        "2026-11-23",
                        [
                            try tables.line("adjust-spine-3-4"),
                            try tables.line("manual-therapy", stated: stated),
                        ]
                    )
                ],
                coverage: .payingAll(on: "acme-ppo-2026")
            )
        )

        #expect(quote.notices.contains(.modifierNeeded(rule, visits: [1])))
        // 45.10 + 28.80: the line is priced and not dropped.
        #expect(quote.totals.planPays == Money(cents: 73_90))
    }

    @Test("takes two visits on one date for one day")
    func twoVisitsOneDay() throws {
        let tables = try RuleTables()
        func problems(_ dates: [String]) throws -> [QuoteProblem] {
            tables.estimator().problems(
                with: QuoteRequest([
                    RequestedVisit(dates[0], [try tables.line("adjust-spine-3-4")]),
                    RequestedVisit(dates[1], [try tables.line("massage")]),
                ])
            )
        }
        let oneDay = try problems(["2026-11-23", "2026-11-23"])

        guard case .refused(let edit, let reference)? = oneDay.first else {
            Issue.record("\(oneDay)")
            return
        }
        #expect(oneDay.count == 1)
        #expect((edit.id, reference.visit) == ("massage-with-adjustment", 2))
        #expect(try problems(["2026-11-23", "2026-11-25"]) == [])
    }

    @Test("is told once for all visits, in order")
    func severalVisits() throws {
        let tables = try RuleTables()
        let rule = try #require(
            tables.rules.sameDayEdits.first { $0.id == "exam-with-adjustment" }
        )
        let lines = [
            try tables.line("exam-established-brief"), try tables.line("adjust-spine-3-4"),
        ]
        let quote = try tables.estimator().quote(
            QuoteRequest([
                RequestedVisit("2026-12-07", lines),
                RequestedVisit("2026-11-30", [try tables.line("adjust-spine-3-4")]),
                RequestedVisit("2026-11-23", lines),
            ])
        )

        #expect(
            quote.notices.filter(\.isModifierNeeded) == [.modifierNeeded(rule, visits: [1, 3])]
        )
    }

    @Test("adds the modifier that is understood to the exam of a session")
    func session() throws {
        let tables = try RuleTables()
        let quote = try tables.estimator().quote(
            QuoteRequest(
                [RequestedVisit("2026-11-23", session: Session(spinalRegions: 3), kind: .new)],
                lastSeen: .never
            )
        )
        let lines = try #require(quote.visits.first).lines.map(\.priced.line)

        #expect(
            lines.map(\.service) == [.spelled("exam-new-standard"), .spelled("adjust-spine-3-4")]
        )
        #expect(lines.map(\.modifiers) == [[.spelled("25")], []])
        #expect(!quote.notices.contains { $0.isModifierNeeded })
    }

    @Test("adds nothing to the exam of a session without an adjustment")
    func sessionWithoutAdjustment() throws {
        let tables = try RuleTables()
        let session = Session(spinalRegions: nil, other: [.spelled("traction")])
        let quote = try tables.estimator().quote(
            QuoteRequest(
                [RequestedVisit("2026-11-23", session: session, kind: .new)],
                lastSeen: .never
            )
        )

        #expect(quote.visits.first?.lines.map(\.priced.line.modifiers) == [[], []])
    }
}

/// What an edit finds fault with, and what looks much the same and is not at fault.
struct EditCase: CustomTestStringConvertible {
    struct Line {
        let service: String
        var modifier: String?
        var units = 1

        func line(in tables: RuleTables) throws -> ServiceLine {
            if let modifier { return try tables.line(service, modifier, units: units) }
            return try tables.line(service, units: units)
        }
    }

    let id: String
    let faulty: [Line]
    /// The position of the line at fault.
    var position = 1
    var isUnderstood = false
    let clean: [Line]

    var testDescription: String { id }

    static let all = [
        EditCase(
            id: "manual-therapy-with-adjustment",
            faulty: [Line(service: "adjust-spine-1-2"), Line(service: "manual-therapy")],
            clean: [
                Line(service: "adjust-spine-1-2"),
                Line(service: "manual-therapy", modifier: "59"),
            ]
        ),
        EditCase(
            id: "massage-with-adjustment",
            faulty: [Line(service: "adjust-spine-5"), Line(service: "massage", modifier: "GP")],
            clean: [Line(service: "adjust-extraspinal"), Line(service: "massage")]
        ),
        EditCase(
            id: "neuromuscular-reeducation-with-adjustment",
            faulty: [
                Line(service: "adjust-spine-3-4"), Line(service: "neuromuscular-reeducation"),
            ],
            clean: [
                Line(service: "adjust-spine-3-4"),
                Line(service: "neuromuscular-reeducation", modifier: "XS"),
            ]
        ),
        EditCase(
            id: "exam-with-adjustment",
            faulty: [
                Line(service: "adjust-extraspinal"), Line(service: "exam-established-brief"),
            ],
            isUnderstood: true,
            clean: [
                Line(service: "adjust-extraspinal"),
                Line(service: "exam-established-brief", modifier: "25"),
            ]
        ),
        EditCase(
            id: "one-adjustment-a-day",
            faulty: [Line(service: "adjust-spine-1-2"), Line(service: "adjust-spine-3-4")],
            clean: [Line(service: "adjust-spine-5"), Line(service: "adjust-extraspinal")]
        ),
        EditCase(
            id: "once-a-day-extraspinal",
            faulty: [Line(service: "adjust-extraspinal", units: 2)],
            position: 0,
            clean: [Line(service: "adjust-extraspinal")]
        ),
    ]
}

extension Notice {
    fileprivate var isModifierNeeded: Bool {
        if case .modifierNeeded = self { true } else { false }
    }
}
