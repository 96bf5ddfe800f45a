package import CareModel
package import CareQuote
package import JSONText
import PriceTableFiles

/// What is said instead of a quote where the screening says to seek care first.
package struct CareFirst: Hashable, Sendable {
    /// Twelve hexadecimal digits, the same for the same request on the same tables.
    package let id: String
    package let asOf: CalendarDate
    package let screening: ScreeningResult
    /// Whether visits had been planned, which the sign calls off.
    package var endsPlan = false

    init(id: String, asOf: CalendarDate, screening: ScreeningResult) {
        self.id = id
        self.asOf = asOf
        self.screening = screening
    }

    /// The answer as JSON: who asked what when, where to go now, and nothing of a price.
    package func json(
        _ words: Words,
        layout: JSONWriter.Layout = .indented
    ) -> [UInt8] {
        var json = JSONWriter(layout: layout)
        json.beginObject()
        json.member("id", id)
        json.member("asOf", asOf)
        json.screening(screening, words: words)
        json.key("notices")
        json.beginArray()
        for notice in notices(words) {
            json.beginObject()
            json.member("id", notice.id)
            json.member("text", notice.text)
            json.member("source", "screening")
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The answer as a page.
    package func text(_ words: Words) -> String {
        var page = TextPage()
        page.line(" " + title(words))
        for message in screening.messages {
            page.wrapped(message.words.text(in: words.language), after: "   ")
        }
        page.line("")
        for notice in notices(words) { page.wrapped(notice.text, after: " ") }
        return page.text
    }

    /// The answer as rows: what is said, and nothing of a price.
    package func csv(_ words: Words) -> String {
        let rows = screening.messages.map { ($0.id, $0.words.text(in: words.language)) }
        return (rows + notices(words)).reduce("screening,text\n") { text, row in
            text + "\(row.0),\"\(row.1.replacing("\"", with: "\"\""))\"\n"
        }
    }

    /// The answer as a page of HTML.
    package func html(_ words: Words) -> String {
        let title = title(words).asHeading
        let sentences = screening.messages.map { $0.words.text(in: words.language) }
        return HTMLPage(
            title: title,
            words: words,
            content: [.element("h1", text: title)]
                + sentences.map {
                    .element("p", [HTMLAttribute("class", "urgent")], text: $0)
                } + notices(words).map { .element("p", text: $0.text) }
        ).text
    }

    private func title(_ words: Words) -> String {
        words.say("BEFORE ANYTHING ELSE", "ANTES QUE NADA")
    }

    private func notices(_ words: Words) -> [(id: String, text: String)] {
        let noPrice = words.say(
            "There is no plan and no price until that is done.",
            "No hay plan ni precio hasta que eso se haga."
        )
        guard endsPlan else { return [("noPrice", noPrice)] }
        let planEnds = words.say(
            "The visits that were planned are called off. What was paid ahead for visits that were "
                + "not made is paid back.",
            "Las visitas que estaban planeadas quedan canceladas. Lo pagado por adelantado por "
                + "visitas que no se hicieron se devuelve."
        )
        return [("noPrice", noPrice), ("planEnds", planEnds)]
    }
}

extension JSONWriter {
    /// Writes what the screening means, as the member of that name.
    mutating func screening(_ result: ScreeningResult, words: Words) {
        key("screening")
        beginObject()
        member("outcome", result.outcome.rawValue)
        member("tier", result.tier?.rawValue)
        key("messages")
        beginArray()
        for message in result.messages {
            beginObject()
            member("id", message.id)
            member("text", message.words.text(in: words.language))
            endObject()
        }
        endArray()
        endObject()
    }
}
