import CareModel
import CareQuote
package import JSONText

extension PlanEnded {
    /// The answer as a page.
    package func text(_ words: Words) -> String {
        let sentences = PlanEndedWords(ended: self, words: words)
        var page = TextPage()
        func list(_ heading: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            page.line(" " + heading)
            for item in items { page.wrapped(item, after: "   ") }
        }
        page.line(" " + sentences.title, right: sentences.number)
        page.wrapped(sentences.pattern, after: " ")
        list(words.heading(.first), sentences.screening)
        for reason in sentences.reasons { page.wrapped(reason, after: " ") }
        page.line()
        for figure in sentences.figures {
            page.wrapped(
                figure.remark,
                after: "   " + figure.label.padded(right: 20)
                    + ("  " + figure.amount.groupedText).padded(left: 10) + "   "
            )
        }
        page.wrapped(sentences.settling, after: "   ")
        page.line()
        list(sentences.alternativesHeading, sentences.alternatives)
        list(sentences.callHeading, sentences.whenToCall)
        list(words.heading(.notes), sentences.notices.map(\.text))
        return page.text
    }

    /// The answer as JSON: which checkpoint ended the plan, and what is settled.
    package func json(_ words: Words, layout: JSONWriter.Layout = .indented) -> [UInt8] {
        let sentences = PlanEndedWords(ended: self, words: words)
        var json = JSONWriter(layout: layout)
        json.beginObject()
        json.member("id", id)
        json.member("asOf", asOf)
        json.screening(plan.screening, words: words)
        json.key("visits")
        json.beginArray()
        json.endArray()
        json.key("planEnded")
        json.beginObject()
        json.member("pattern", plan.pattern.id)
        json.key("checkpoint")
        json.integer(plan.checkpoint.visit)
        json.key("visitsDone")
        json.integer(plan.visitsDone)
        json.member("because", sentences.reasons.joined(separator: " "))
        json.member("patientPays", Money.zero)
        json.list("alternatives", sentences.alternatives)
        json.list("whenToCall", sentences.whenToCall)
        if let settlement { json.settlement(settlement, words: words) }
        json.endObject()
        json.key("notices")
        json.beginArray()
        for notice in [("settlement", sentences.settling)] + sentences.notices {
            json.beginObject()
            json.member("id", notice.0)
            json.member("text", notice.1)
            json.member("source", "care-patterns")
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The answer as rows: each amount with what it is, and then what is said.
    package func csv(_ words: Words) -> String {
        let sentences = PlanEndedWords(ended: self, words: words)
        let amounts = sentences.figures.map { figure in
            (figure.label.asHeading, figure.amount.decimalText, figure.remark)
        }
        let said =
            (sentences.reasons + [sentences.settling]).map { (sentences.title.asHeading, "", $0) }
            + sentences.screening.map { (words.heading(.first).asHeading, "", $0) }
        let after =
            sentences.alternatives.map { (sentences.alternativesHeading.asHeading, "", $0) }
            + sentences.whenToCall.map { (sentences.callHeading.asHeading, "", $0) }
            + sentences.notices.map { (words.heading(.notes).asHeading, "", $0.text) }
        return (said + amounts + after).reduce("what,amount_usd,text\n") { text, row in
            text + "\(row.0.quoted),\(row.1),\(row.2.quoted)\n"
        }
    }

    /// The answer as a page of HTML.
    package func html(_ words: Words) -> String {
        let sentences = PlanEndedWords(ended: self, words: words)
        func section(_ heading: String, _ items: [String]) -> HTMLNode? {
            guard !items.isEmpty else { return nil }
            return .element(
                "section",
                [
                    .element("h2", text: heading.asHeading),
                    .element("ul", items.map { .element("li", text: $0) }),
                ]
            )
        }
        let title = sentences.title.asHeading
        let header = HTMLNode.element(
            "header",
            [
                .element("p", [HTMLAttribute("class", "number")], text: sentences.number),
                .element("h1", text: title),
            ] + ([sentences.pattern] + sentences.reasons).map { .element("p", text: $0) }
        )
        let figures = HTMLNode.element(
            "section",
            [
                .element(
                    "dl",
                    [HTMLAttribute("class", "figures")],
                    sentences.figures.map(\.element)
                ),
                .element("p", text: sentences.settling),
                .element("p", [HTMLAttribute("class", "small")], text: words.inDollars),
            ]
        )
        let sections: [HTMLNode?] = [
            header, section(words.heading(.first), sentences.screening), figures,
            section(sentences.alternativesHeading, sentences.alternatives),
            section(sentences.callHeading, sentences.whenToCall),
            section(words.heading(.notes), sentences.notices.map(\.text)),
        ]
        return HTMLPage(
            title: title + ", " + sentences.number,
            words: words,
            content: sections.compactMap { $0 }
        ).text
    }
}

extension String {
    /// The text as a cell of a row.
    fileprivate var quoted: String { "\"\(replacing("\"", with: "\"\""))\"" }
}

extension QuoteWords.Figure {
    /// The figure on a page of HTML.
    var element: HTMLNode {
        .element(
            "div",
            [
                .element("dt", text: label.asHeading),
                .element("dd", [HTMLAttribute("class", "amount")], text: "\(amount)"),
                .element("dd", text: remark),
            ] + (note.isEmpty ? [] : [.element("dd", text: note)])
        )
    }
}
