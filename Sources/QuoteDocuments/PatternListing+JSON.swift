import CareModel
package import CarePatterns
import JSONText
import PriceTableFiles

extension PatternListing {
    /// All patterns, the factors, the tests and maintenance.
    package var json: [UInt8] {
        document { json in
            json.key("patterns")
            json.beginArray()
            for pattern in tables.patterns { write(pattern, to: &json) }
            json.endArray()
            write(tables.factors, tables.tests, to: &json)
            json.key("maintenance")
            write(tables.maintenance, to: &json)
        }
    }

    /// A pattern, with the factors and the tests that count in it.
    package func json(of pattern: CarePattern) -> [UInt8] {
        document { json in
            json.key("pattern")
            write(pattern, to: &json)
            write(
                tables.factors.filter { $0.applies(to: pattern) },
                tables.tests.filter { $0.patterns.contains(pattern.id) },
                to: &json
            )
        }
    }

    /// Maintenance alone.
    package var jsonOfMaintenance: [UInt8] {
        document { json in
            json.key("maintenance")
            write(tables.maintenance, to: &json)
        }
    }

    private func document(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.beginObject()
        write(&json)
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ pattern: CarePattern, to json: inout JSONWriter) {
        write(documents[pattern.id], citations: pattern.citations, to: &json) { json in
            json.key("chosenWhen")
            json.beginArray()
            for rule in tables.chooser.rules where rule.pattern == pattern.id {
                json.beginObject()
                json.members(rule.words)
                if words.audience == .desk { json.member("source", rule.source) }
                json.endObject()
            }
            json.endArray()
            guard let visits = try? tables.projection(of: pattern).course.visits else { return }
            json.visits("expectedVisits", visits)
        }
    }

    private func write(_ maintenance: Maintenance, to json: inout JSONWriter) {
        write(documents[maintenance.id], citations: maintenance.citations, to: &json) { _ in }
    }

    /// A file as it stands, its citations written out; for a patient without the figures, whose
    /// sources name studies that nobody has read.
    private func write(
        _ document: JSONTree?,
        citations: [Citation],
        to json: inout JSONWriter,
        more: (inout JSONWriter) -> Void
    ) {
        json.beginObject()
        if case .object(let members)? = document {
            for member in members where member.name != "citations" {
                guard words.audience == .desk || PatternFigure.figures(of: member).isEmpty else {
                    continue
                }
                json.key(member.name)
                member.value.write(to: &json)
            }
        }
        json.key("citations")
        json.beginArray()
        for citation in citations where citation.mayBeShown || words.audience == .desk {
            json.beginObject()
            json.member("id", citation.id)
            json.member("work", citation.work)
            json.member("address", citation.address)
            json.member("provenance", citation.provenance.rawValue)
            json.key("mayBeShown")
            json.boolean(citation.mayBeShown)
            json.endObject()
        }
        json.endArray()
        more(&json)
        json.endObject()
    }

    /// What of a patient counts and what can be asked, for the desk.
    private func write(
        _ factors: [PrognosticFactor],
        _ tests: [ResponseTest],
        to json: inout JSONWriter
    ) {
        guard words.audience == .desk else { return }
        write(factors, to: &json)
        write(tests, to: &json)
        json.member("gateTest", tables.gateTest.id)
        json.member("gateSource", tables.gateTest.source)
    }

    private func write(_ factors: [PrognosticFactor], to json: inout JSONWriter) {
        json.key("factors")
        json.beginArray()
        for factor in factors {
            json.beginObject()
            json.member("id", factor.id)
            json.members(factor.words)
            json.key("delta")
            json.number(factor.delta.signedText(decimals: 2))
            if let delta = factor.deltaLegPain {
                json.key("deltaLegPain")
                json.number(delta.signedText(decimals: 2))
            }
            if let width = factor.extraWidth {
                json.key("extraWidth")
                json.number(width.text(decimals: 2))
            }
            json.member("grade", factor.grade.rawValue)
            if let patterns = factor.patterns { json.list("patterns", patterns.sorted()) }
            json.member("source", factor.source)
            json.endObject()
        }
        json.endArray()
    }

    private func write(_ tests: [ResponseTest], to json: inout JSONWriter) {
        json.key("tests")
        json.beginArray()
        for test in tests {
            json.beginObject()
            json.member("id", test.id)
            json.members(test.words)
            json.key("sensitivity")
            json.number(test.sensitivity.text(decimals: 4))
            json.key("falsePositive")
            json.number(test.falsePositive.text(decimals: 4))
            json.key("earliestVisit")
            json.integer(test.earliestVisit)
            json.list("patterns", test.patterns.sorted())
            json.member("source", test.source)
            json.endObject()
        }
        json.endArray()
    }
}
