import CareModel
import Testing

@Suite("The service catalog")
struct ServiceCatalogTests {
    private let adjustment: Service
    private let exercise: Service
    private let pillow: Service
    private let catalog: ServiceCatalog

    init() throws {
        adjustment = try Self.service("adjust-spine-3-4", "98941", "chiropractic")
        exercise = try Self.service("therapeutic-exercise", "97110", "physicalMedicine")
        pillow = try Self.service("pillow", nil, "supply")
        catalog = ServiceCatalog(services: [adjustment, exercise, pillow])
    }

    @Test("finds a service by its name and by its code")
    func lookUp() throws {
        #expect(catalog[try #require(ServiceKey("adjust-spine-3-4"))] == adjustment)
        #expect(catalog[try #require(ProcedureCode("97110"))] == exercise)
        #expect(catalog[try #require(ServiceKey("pillow"))] == pillow)
    }

    @Test("has nothing for a name or a code that is not in the table")
    func absent() throws {
        #expect(catalog[try #require(ServiceKey("massage"))] == nil)
        #expect(catalog[try #require(ProcedureCode("98943"))] == nil)
        #expect(ServiceCatalog(services: [])[adjustment.key] == nil)
    }

    @Test("finds the first where two share a name or a code")
    func shared() throws {
        let second = try Self.service("adjust-spine-3-4", "98941", "officeVisit")
        let doubled = ServiceCatalog(services: [adjustment, second])

        #expect(doubled[adjustment.key] == adjustment)
        #expect(doubled[try #require(ProcedureCode("98941"))] == adjustment)
        #expect(doubled.services == [adjustment, second])
    }

    @Test("lists its categories once, in the order of the table")
    func categories() throws {
        let again = try Self.service("adjust-spine-5", "98942", "chiropractic")
        let longer = ServiceCatalog(services: [exercise, adjustment, again, pillow])

        #expect(
            longer.categories.map(\.description) == ["physicalMedicine", "chiropractic", "supply"]
        )
    }

    @Test("holds words in both languages")
    func words() {
        let words = LocalizedWords(english: "adjustment", spanish: "ajuste")

        #expect(words.text(in: .english) == "adjustment")
        #expect(words.text(in: .spanish) == "ajuste")
        #expect(Language(rawValue: "es") == .spanish)
    }

    private static func service(
        _ key: String,
        _ code: String?,
        _ category: String
    ) throws -> Service {
        Service(
            key: try #require(ServiceKey(key)),
            code: try code.map { try #require(ProcedureCode($0)) },
            category: try #require(ServiceCategory(category)),
            unit: .once,
            serviceType: "",
            words: LocalizedWords(english: key, spanish: key)
        )
    }
}
