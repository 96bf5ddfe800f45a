import QuoteDocuments
import TestSupport
import Testing

@Suite("The published worked scenario")
struct PublishedScenarioTests {
    @Test(
        "agrees with oracles/worked-scenario.json on every amount",
        .enabled(
            if: SharedOracles.folder != nil,
            "CAREQUOTE_REAL_DATA does not name the folder that holds oracles/worked-scenario.json"
        )
    )
    func oracle() throws {
        let document = try SharedOracles.document("worked-scenario.json")
        let cases = try #require(document["cases"]).elements

        #expect(cases.count == 3)
        for published in cases {
            let request = try #require(published["request"])
            let expected = try #require(published["expected"])
            let made = try Desk.quote(request.bytes())
            let found = try JSONValue(QuoteJSON(made, words: Words()).bytes())

            let visits = try #require(expected["visits"]).elements
            #expect(found["visits"]?.elements.count == visits.count)
            #expect(compare(found, with: expected, at: "") > visits.count * 10)
        }
    }

    /// Expects every text of one document in the other, at the same place.
    ///
    /// - Returns: How many there are.
    private func compare(_ found: JSONValue, with expected: JSONValue, at path: String) -> Int {
        switch expected {
        case .object:
            return expected.names.reduce(0) { count, name in
                count
                    + compare(
                        found[name] ?? .null,
                        with: expected[name] ?? .null,
                        at: "\(path)/\(name)"
                    )
            }
        case .array(let elements):
            #expect(found.elements.count == elements.count, "\(path)")
            return elements.enumerated().reduce(0) { count, element in
                count
                    + compare(
                        found[element.offset] ?? .null,
                        with: element.element,
                        at: "\(path)/\(element.offset)"
                    )
            }
        default:
            #expect(found == expected, "\(path)")
            return 1
        }
    }
}
