import CareModel
import CareQuote

/// Writes a quote as one screen of text, the most urgent first.
package struct QuoteText {
    private let quote: Quote
    private let words: Words
    private let sentences: QuoteWords

    package init(_ made: MadeQuote, words: Words) {
        quote = made.quote
        sentences = QuoteWords(made, words: words)
        self.words = sentences.words
    }

    /// The screen, with a final line break.
    package func text() -> String {
        var page = TextPage()
        addHeading(to: &page)
        addProtection(to: &page)
        page.line()
        addFigures(to: &page)
        addStopped(to: &page)
        addEvents(to: &page)
        page.line()
        if let projection = sentences.projection {
            addDistribution(projection, to: &page)
            page.line()
        }
        addVisits(to: &page)
        page.line()
        addPayments(to: &page)
        addWaysToPay(to: &page)
        addQuestions(to: &page)
        page.line(heading(.goodUntil) + " " + sentences.validity)
        addEvidence(to: &page)
        page.line(heading(.notes))
        for notice in sentences.notices { page.wrapped(notice, after: "   ") }
        return page.text
    }

    private func heading(_ heading: QuoteHeading) -> String { " " + words.heading(heading) }

    private func addHeading(to page: inout TextPage) {
        page.line(" " + sentences.title, right: sentences.number)
        if !sentences.care.isEmpty { page.wrapped(sentences.care, after: " ") }
        page.wrapped(sentences.origin, after: " ")
    }

    /// What the screening says, and when a plan of care stops: before any price.
    private func addProtection(to page: inout TextPage) {
        if !sentences.screening.isEmpty {
            page.line(heading(.first))
            for message in sentences.screening { page.wrapped(message, after: "   ") }
        }
        if !sentences.stopRules.isEmpty {
            page.line(heading(.whenCareStops))
            for rule in sentences.stopRules { page.wrapped(rule, after: "   ") }
        }
        guard let projection = sentences.projection, !projection.goals.isEmpty else { return }
        page.line(heading(.goals))
        for goal in projection.goals { page.wrapped(goal, after: "   ") }
    }

    private func addFigures(to page: inout TextPage) {
        for figure in sentences.figures {
            page.wrapped(
                figure.remark,
                after: "   " + figure.label.padded(right: 19)
                    + ("  " + figure.amount.groupedText).padded(left: 10) + "   "
            )
            if !figure.note.isEmpty { page.wrapped(figure.note, after: "   ") }
        }
    }

    /// What becomes of the visits that a caution has stopped, and what is paid back.
    private func addStopped(to page: inout TextPage) {
        guard !sentences.stopped.isEmpty else { return }
        page.line(heading(.planStopped))
        for sentence in sentences.stopped { page.wrapped(sentence, after: "   ") }
    }

    private func addEvents(to page: inout TextPage) {
        for (_, text) in sentences.events {
            page.wrapped(text.text, after: "   " + text.heading.padded(right: 9))
        }
    }

    /// How likely each last visit is and what was paid by then, as a picture of characters.
    private func addDistribution(_ projection: ProjectionWords, to page: inout TextPage) {
        page.line(heading(.howItCanEnd))
        page.line(
            "   " + words.column(.lastVisit).padded(right: 23)
                + projection.paidColumn.padded(left: 12)
        )
        let most = projection.rows.map(\.probability).max() ?? 1
        for outcome in projection.rows {
            let length = max(Int((outcome.probability / most * 30).rounded()), 1)
            page.line(
                "   " + "\(outcome.visits)".padded(left: 3) + "  "
                    + words.weekday(outcome.date).padded(right: 19)
                    + outcome.patientPays.groupedText.padded(left: 11) + "  "
                    + String(repeating: "█", count: length)
                    + " \(projection.ofHundred(outcome))"
            )
        }
        page.wrapped(projection.endings, after: "   ")
        page.wrapped(projection.twelveMonths, after: "   ")
    }

    private func addVisits(to page: inout TextPage) {
        let rows = sentences.visitRows
        let daysWidth = max(18, rows.map(\.days.count).max() ?? 0)
        func row(_ numbers: String, _ days: String, _ amount: String) -> String {
            "   " + numbers.padded(right: 9) + days.padded(right: daysWidth)
                + amount.padded(left: 12)
                + "   "
        }
        page.line(
            row(words.column(.visits), words.column(.when), words.column(.eachYouPay))
                + words.column(.why)
        )
        for visits in rows {
            page.wrapped(
                visits.why,
                after: row(visits.numbers, visits.days, visits.amount.groupedText)
            )
        }
    }

    /// The payments and what stopping early settles, where they are not simply a visit's price.
    private func addPayments(to page: inout TextPage) {
        let (payments, settled) = (sentences.payments, sentences.settlements)
        if !payments.isEmpty { page.line(heading(.payments)) }
        for payment in payments {
            page.line(
                "   " + payment.days.padded(right: 26)
                    + payment.amount.groupedText.padded(left: 10) + " " + payment.each
            )
        }
        if !settled.isEmpty { page.line(heading(.ifCareStops)) }
        for settlement in settled {
            page.line("   " + settlement.after.padded(right: 20) + settlement.what)
        }
    }

    private func addWaysToPay(to page: inout TextPage) {
        page.line(" " + sentences.waysHeading)
        let columns = sentences.waysColumns
        if !columns.byThen.isEmpty {
            page.wrapped(sentences.waysOrder, after: "   ")
            page.line(columns.byThen.padded(left: 14) + columns.all.padded(left: 12))
        }
        for way in sentences.waysToPay {
            let byThen = way.byThen.map { $0.groupedText.padded(left: 14) }
            let total = way.total.groupedText
            page.wrapped(
                way.text,
                after: (byThen.map { $0 + total.padded(left: 12) } ?? total.padded(left: 11))
                    + "   "
            )
        }
        for refusal in sentences.refusals {
            page.wrapped(refusal, after: words.notAllowed.padded(left: 13) + "  ")
        }
    }

    private func addQuestions(to page: inout TextPage) {
        guard !sentences.questions.isEmpty else { return }
        page.line(heading(.questions))
        for question in sentences.questions { page.wrapped(question, after: "   ") }
    }

    /// What to do around a visit, how pain goes without the plan, what else helps, and how well that is known.
    private func addEvidence(to page: inout TextPage) {
        if !sentences.visitAdvice.isEmpty {
            page.line(heading(.aroundVisit))
            for sentence in sentences.visitAdvice { page.wrapped(sentence, after: "   ") }
        }
        guard let projection = sentences.projection else { return }
        page.line(heading(.besideThisPlan))
        for sentence in projection.beside { page.wrapped(sentence, after: "   ") }
    }
}
