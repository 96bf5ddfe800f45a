import CareModel
import Testing

@Suite("A source place")
struct SourcePlaceTests {
    @Test("is a row of a table, as an editor jumps to it")
    func row() {
        let place = SourcePlace(file: "schedules/acme-ppo-2026.csv", row: 14)

        #expect(place.description == "schedules/acme-ppo-2026.csv:14")
    }

    @Test("is a pointer in a file, or in the request")
    func pointer() {
        let plan = SourcePlace(file: "plans/acme.json", pointer: "/deductible/individual")
        let request = SourcePlace(file: "", pointer: "/visits/0/services/1/charge")

        #expect(plan.description == "plans/acme.json#/deductible/individual")
        #expect(request.description == "#/visits/0/services/1/charge")
    }

    @Test("knows its file, or that it is the request")
    func file() {
        let row = SourcePlace(file: "schedules/acme-ppo-2026.csv", row: 14)
        let plan = SourcePlace(file: "plans/acme.json", pointer: "/deductible")
        let request = SourcePlace(file: "", pointer: "/visits/0")

        #expect(row.file == "schedules/acme-ppo-2026.csv")
        #expect(plan.file == "plans/acme.json")
        #expect(request.file == "")
        #expect([row, plan, request].map(\.isRequest) == [false, false, true])
    }

    @Test("leads to a place below it")
    func below() {
        let plan = SourcePlace(file: "plans/acme.json", pointer: "")

        #expect(
            plan.appending("/benefits").appending("/1")
                == SourcePlace(file: "plans/acme.json", pointer: "/benefits/1")
        )
    }
}

@Suite("A service line")
struct ServiceLineTests {
    @Test("is named by its service and its code, whichever it has", arguments: Named.all)
    func name(_ named: Named) throws {
        let line = ServiceLine(
            service: named.service.flatMap(ServiceKey.init),
            code: named.code.flatMap(ProcedureCode.init),
            category: try #require(ServiceCategory("physicalMedicine")),
            place: SourcePlace(file: "", pointer: "/visits/0/services/0")
        )

        #expect(line.name == named.expected)
        #expect(line.units == 1)
    }

    struct Named: CustomTestStringConvertible, Sendable {
        let service: String?
        let code: String?
        let expected: String
        var testDescription: String { expected }

        static let all = [
            Named(
                service: "therapeutic-exercise",
                code: "97110",
                expected: "therapeutic-exercise (97110)"
            ),
            Named(service: "therapeutic-exercise", code: nil, expected: "therapeutic-exercise"),
            Named(service: nil, code: "97110", expected: "97110"),
            Named(service: nil, code: nil, expected: "physicalMedicine"),
        ]
    }
}
