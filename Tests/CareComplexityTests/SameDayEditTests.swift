import CareComplexity
import CareModel
import TestSupport
import Testing

@Suite("A same-day edit")
struct SameDayEditTests {
    private let needsRegion = SameDayEdit(
        demand: .modifier(
            oneOf: [.spelled("59"), .spelled("XS")],
            beside: [.spelled("adjust-spine-3-4"), .spelled("adjust-spine-5")],
            isUnderstood: false
        )
    )

    @Test("refuses a line without one of its modifiers beside the other service")
    func refuses() {
        let lines = [line("adjust-spine-3-4"), line("massage"), line("massage", "59")]

        #expect(needsRegion.findings(on: lines).refused == [1])
        #expect(needsRegion.findings(on: lines).needsModifier == [])
    }

    @Test("asks for any one of its modifiers", arguments: ["59", "XS"])
    func anyModifier(_ modifier: String) {
        let lines = [line("massage", "GP", modifier), line("adjust-spine-5")]

        #expect(needsRegion.findings(on: lines).refused == [])
    }

    @Test("asks nothing where the other service is not done")
    func notBeside() {
        let lines = [line("massage"), line("adjust-extraspinal"), line("traction")]

        #expect(needsRegion.findings(on: lines).refused == [])
    }

    @Test("asks nothing of another service")
    func otherService() {
        let lines = [line("traction"), line("adjust-spine-3-4")]

        #expect(needsRegion.findings(on: lines).refused == [])
    }

    @Test("only tells of a modifier that is understood")
    func understood() {
        let edit = SameDayEdit(
            demand: .modifier(
                oneOf: [.spelled("25")],
                beside: [.spelled("adjust-spine-3-4")],
                isUnderstood: true
            )
        )
        let lines = [line("massage"), line("adjust-spine-3-4")]

        #expect(edit.findings(on: lines).refused == [])
        #expect(edit.findings(on: lines).needsModifier == [0])
        #expect(edit.findings(on: [line("massage", "25"), lines[1]]).needsModifier == [])
    }

    @Test("refuses what is done a second time that day")
    func onceADay() {
        let edit = SameDayEdit(
            services: ["adjust-spine-1-2", "adjust-spine-3-4"],
            demand: .onceADay
        )

        #expect(edit.findings(on: [line("adjust-spine-3-4"), line("massage")]).refused == [])
        #expect(
            edit.findings(on: [line("adjust-spine-3-4"), line("adjust-spine-1-2")]).refused
                == [1]
        )
        #expect(edit.findings(on: [line("adjust-spine-3-4", units: 2)]).refused == [0])
        #expect(
            edit.findings(on: [line("adjust-spine-3-4", units: 2), line("adjust-spine-3-4")])
                .refused == [0, 1]
        )
    }

    @Test("passes over a line that names no service")
    func noService() {
        let unnamed = ServiceLine(
            service: nil,
            code: nil,
            category: .spelled("massage"),
            place: SourcePlace(file: "", pointer: "/visits/0/services/0")
        )

        #expect(needsRegion.findings(on: [unnamed, line("adjust-spine-3-4")]).refused == [])
    }

    private func line(_ service: String, _ modifiers: String..., units: Int = 1) -> ServiceLine {
        ServiceLine(
            service: .spelled(service),
            code: nil,
            category: .spelled("massage"),
            units: units,
            modifiers: modifiers.map { .spelled($0) },
            place: SourcePlace(file: "", pointer: "/visits/0/services/0")
        )
    }
}

extension SameDayEdit {
    fileprivate init(services: [String] = ["massage"], demand: Demand) {
        self.init(
            id: "an-edit",
            services: Set(services.map { .spelled($0) }),
            demand: demand,
            words: LocalizedWords(english: "a rule", spanish: "una regla"),
            source: "a manual"
        )
    }
}
