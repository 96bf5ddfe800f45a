import CareModel
import CareQuote

/// Writes a quote as one page of HTML that needs nothing else: no script, no file, no network.
///
/// It says what ``QuoteText`` says, in the same words and the same order, and has pictures beside.
package struct QuoteHTML {
    let sentences: QuoteWords
    let words: Words

    package init(_ made: MadeQuote, words: Words) {
        sentences = QuoteWords(made, words: words)
        self.words = sentences.words
    }

    var quote: Quote { sentences.quote }

    /// The page, with a final line break.
    package func text() -> String {
        let sections: [HTMLNode?] = [
            header, screening, stopRules, goals, figures, stopped, course, distribution, visits,
            payments,
            settlements, waysToPay, questions, validity, aroundVisit, beside, notices,
        ]
        return HTMLPage(
            title: sentences.title + ", " + sentences.number,
            words: words,
            content: sections.compactMap { $0 }
        ).text
    }

    // MARK: Before any price

    private var header: HTMLNode {
        let lines = [sentences.care, sentences.origin].filter { !$0.isEmpty }
        return .element(
            "header",
            [
                .element("p", [HTMLAttribute("class", "number")], text: sentences.number),
                .element("h1", text: sentences.title),
            ] + lines.map { .element("p", text: $0) }
        )
    }

    private var screening: HTMLNode? {
        section(.first, sentences.screening.isEmpty ? nil : list(sentences.screening))
    }

    private var stopRules: HTMLNode? {
        section(.whenCareStops, sentences.stopRules.isEmpty ? nil : list(sentences.stopRules))
    }

    private var goals: HTMLNode? {
        guard let goals = sentences.projection?.goals, !goals.isEmpty else { return nil }
        return section(.goals, list(goals))
    }

    // MARK: What it costs

    private var figures: HTMLNode {
        .element(
            "section",
            [
                .element(
                    "dl",
                    [HTMLAttribute("class", "figures")],
                    sentences.figures.map(\.element)
                ),
                .element("p", [HTMLAttribute("class", "small")], text: words.inDollars),
            ]
        )
    }

    /// What becomes of the visits that a caution has stopped, and what is paid back.
    private var stopped: HTMLNode? {
        sentences.stopped.isEmpty ? nil : section(.planStopped, list(sentences.stopped))
    }

    /// What happens in the course of the care, and the running total.
    private var course: HTMLNode? {
        let picture = RunningTotalPicture(quote, words: words)
        let items = sentences.events.map { event, text in
            let letter = picture?.marks.letter(of: event.visit)
            return HTMLNode.element(
                "li",
                (letter.map { [.element("b", [HTMLAttribute("class", "mark")], text: $0)] } ?? [])
                    + [
                        .text(letter == nil ? "" : " "),
                        .element("b", text: text.heading.asHeading), .text(": " + text.text),
                    ]
            )
        }
        let events: [HTMLNode] =
            items.isEmpty
            ? [] : [.element("ul", [HTMLAttribute("class", "events")], items)]
        let content = events + (picture.map { [$0.figure] } ?? [])
        guard !content.isEmpty else { return nil }
        return .element("section", [HTMLAttribute("class", "beside")], content)
    }

    private var distribution: HTMLNode? {
        sentences.projection.map { projection in
            section(
                .howItCanEnd,
                [
                    .element(
                        "div",
                        [HTMLAttribute("class", "beside")],
                        [
                            CoursePicture(projection, words: words).figure,
                            .element(
                                "div",
                                [
                                    .element("p", text: projection.endings),
                                    .element("p", text: projection.twelveMonths),
                                ]
                            ),
                        ]
                    )
                ]
            )
        }
    }

    // MARK: After the price

    private var validity: HTMLNode {
        section(.goodUntil, [.element("p", text: sentences.validity)])
    }

    private var questions: HTMLNode? {
        section(.questions, sentences.questions.isEmpty ? nil : list(sentences.questions))
    }

    private var aroundVisit: HTMLNode? {
        section(.aroundVisit, sentences.visitAdvice.isEmpty ? nil : list(sentences.visitAdvice))
    }

    private var beside: HTMLNode? {
        section(.besideThisPlan, sentences.projection.map { list($0.beside) })
    }

    private var notices: HTMLNode? { section(.notes, list(sentences.notices)) }

    // MARK: Parts

    func section(_ heading: QuoteHeading, _ content: [HTMLNode]) -> HTMLNode {
        section(words.heading(heading), content)
    }

    func section(_ heading: String, _ content: [HTMLNode]) -> HTMLNode {
        .element("section", [.element("h2", text: heading.asHeading)] + content)
    }

    /// A section of which nothing is written where there is nothing to say.
    private func section(_ heading: QuoteHeading, _ content: HTMLNode?) -> HTMLNode? {
        content.map { section(heading, [$0]) }
    }

    func list(_ items: [String]) -> HTMLNode {
        .element("ul", items.map { .element("li", text: $0) })
    }
}

extension String {
    /// A heading in capitals as a page with larger type has it: `WAYS TO PAY`, `Ways to pay`.
    var asHeading: String { prefix(1) + dropFirst().lowercased() }
}
