import CareCoverage
import CareModel
import CareQuote
import PriceTableFiles

/// Writes a quote as one screen of text, the most urgent first.
package struct QuoteText {
    private let made: MadeQuote
    private let words: Words

    package init(_ made: MadeQuote, words: Words) {
        self.made = made
        self.words = words
    }

    private var quote: Quote { made.quote }

    /// The screen, with a final line break.
    package func text() -> String {
        var page = TextPage()
        addHeading(to: &page)
        addProtection(of: quote, words: words, to: &page)
        page.line()
        addTotals(to: &page)
        addEvents(to: &page)
        page.line()
        if let projected = quote.projection {
            addDistribution(projected, words: words, to: &page)
            page.line()
        }
        addVisits(to: &page)
        page.line()
        addPayments(of: quote, words: words, to: &page)
        addWaysToPay(of: quote, words: words, to: &page)
        addQuestions(to: &page)
        addValidity(of: quote, words: words, to: &page)
        if let projected = quote.projection {
            addEvidence(projected, words: words, to: &page)
        }
        addNotices(to: &page)
        return page.text
    }

    private func addHeading(to page: inout TextPage) {
        let start = quote.visits.first.map { words.fullDate($0.date) } ?? ""
        let visits = words.visits(quote.visits.count)
        page.line(
            " " + words.say("\(visits) from \(start)", "\(visits) desde el \(start)"),
            right: words.say("quote \(made.id)", "cotización \(made.id)")
        )
        if let projected = quote.projection {
            let sentences = ProjectionWords(projected, words: words)
            page.wrapped(
                ([sentences.title + "."] + sentences.reason).joined(separator: " "),
                after: " "
            )
        }
        page.wrapped(origin, after: " ")
    }

    /// The plan, the day of its prices, and who asked about the benefits.
    private var origin: String {
        guard let coverage = quote.request.primary else {
            return words.say("Without insurance (self-pay)", "Sin seguro (pago propio)")
        }
        var parts = [named(coverage)]
        if let second = quote.request.secondary {
            let name = named(second)
            parts.append(words.say("then \(name)", "luego \(name)"))
        }
        // Behind another plan a schedule is not that of the first one's prices.
        let schedule = made.sources.first { source in
            quote.request.secondary == nil
                ? source.path.hasPrefix("schedules/")
                : source.path == "schedules/\(coverage.payerSchedule ?? "").csv"
        }
        if let date = schedule?.date {
            parts.append(
                words.say("prices of \(words.day(date))", "precios del \(words.day(date))")
            )
        }
        if let verified = coverage.verification {
            let details = [words.day(verified.on), verified.by, verified.reference]
                .compactMap { $0 }.joined(separator: ", ")
            parts.append(
                words.say("benefits checked \(details)", "beneficios verificados el \(details)")
            )
        }
        return parts.joined(separator: " · ")
    }

    private func named(_ coverage: PatientCoverage) -> String {
        [coverage.plan.name, standing(of: coverage, words: words)].compactMap { $0 }
            .joined(separator: ", ")
    }

    private func addTotals(to page: inout TextPage) {
        // Visits that keep up a gain have a line of their own.
        let totals =
            quote.projection?.maintenance == nil
            ? quote.totals
            : quote.visits.filter { $0.careType == .active }.map(\.amounts).total()
        page.wrapped(
            todayRemark,
            after: amountLine(words.say("TODAY", "HOY"), quote.today)
        )
        if let projected = quote.projection {
            addProjectedTotals(
                projected,
                remark: { rangeRemark($0.range) ?? "" },
                amountLine: amountLine,
                words: words,
                to: &page
            )
        }
        page.wrapped(
            totalsRemark(totals),
            after: amountLine(
                quote.projection == nil
                    ? words.say("WHOLE PLAN, YOU PAY", "EN TOTAL USTED PAGA")
                    : allVisits,
                quote.projection?.outcomes.last?.patientPays ?? quote.chosenWay.total
            )
        )
        if let upkeep = quote.projection.flatMap({ ProjectionWords($0, words: words).maintenance })
        {
            page.wrapped(
                upkeep.remark,
                after: amountLine(words.say("MAINTENANCE", "MANTENIMIENTO"), upkeep.amount)
            )
        }
    }

    /// The range of the whole, what the plans pay, and the full price.
    private func totalsRemark(_ totals: LineAmounts) -> String {
        var parts: [String] = []
        let range = quote.projection?.outcomes.last?.range ?? quote.range
        if let remark = rangeRemark(range) { parts.append(remark) }
        parts += paidByPlans(totals, for: quote.request, words: words)
        let charge = totals.charge.groupedText
        parts.append(words.say("full price \(charge)", "precio completo \(charge)"))
        return parts.joined(separator: ", ")
    }

    private var allVisits: String {
        let last = quote.projection?.outcomes.last?.visits ?? 0
        return words.say("ALL \(last), YOU PAY", "LAS \(last), PAGA")
    }

    private func rangeRemark(_ range: AmountRange) -> String? {
        guard !range.isExact else { return nil }
        let low = range.low.groupedText
        let high = range.high.groupedText
        return words.say(
            "between \(low) and \(high) until the questions below are answered",
            "entre \(low) y \(high) hasta responder las preguntas de abajo"
        )
    }

    private func amountLine(_ label: String, _ amount: Money) -> String {
        "   " + label.padded(right: 19) + ("  " + amount.groupedText).padded(left: 10) + "   "
    }

    /// What explains today's amount: the offer, the payer, or what of the deductible is left.
    private var todayRemark: String {
        let part = partRemark(of: quote, words: words)
        if case .offer(let offer) = quote.chosenWay.kind {
            return [offer.words.text(in: words.language), part].compactMap { $0 }
                .joined(separator: "; ")
        }
        if let part { return part }
        guard quote.request.primary != nil else {
            return words.say("the self-pay price", "el precio sin seguro")
        }
        if let remark = payerRemark(of: quote, words: words) { return remark }
        return deductibleRemark + membership(of: quote, words: words)
    }

    private var deductibleRemark: String {
        guard let left = quote.deductibleLeft else {
            return words.say("your plan has no deductible", "su plan no tiene deducible")
        }
        let isUnknown = quote.unverified.contains { open in
            guard open.coverage == 0, case .term(let term) = open.subject else { return false }
            return term.hasPrefix("/deductible")
        }
        if isUnknown {
            return words.say(
                "how much the deductible is, is not known",
                "no se sabe de cuánto es el deducible"
            )
        }
        let isOpen = quote.unverified.contains { open in
            open.coverage == 0
                && (open.subject == .figure(.deductible)
                    || open.subject == .figure(.familyDeductible))
                && open.kind == .unknown
        }
        if isOpen {
            return words.say(
                "if nothing of your \(left.groupedText) deductible is met yet",
                "si aún no ha pagado nada de su deducible de \(left.groupedText)"
            )
        }
        return left == .zero
            ? words.say("your deductible is met", "su deducible está completo")
            : words.say(
                "\(left.groupedText) of your deductible is still to pay",
                "faltan \(left.groupedText) de su deducible"
            )
    }

    private func addEvents(to page: inout TextPage) {
        for event in quote.events where event.kind != .deductibleMet {
            let text = words.event(event, plans: quote.request.coverages.map(\.plan))
            page.wrapped(text.text, after: "   " + text.heading.padded(right: 9))
        }
    }

    private func addVisits(to page: inout TextPage) {
        func row(_ numbers: String, _ days: String, _ amount: String) -> String {
            "   " + numbers.padded(right: 9) + days.padded(right: 18) + amount.padded(left: 12)
                + "   "
        }
        page.line(
            row(
                words.say("Visits", "Visitas"),
                words.say("When", "Cuándo"),
                words.say("Each you pay", "Cada una")
            ) + words.say("Why", "Por qué")
        )
        let fees = quote.membershipFees
        for group in VisitGroup.groups(of: quote, words: words) {
            page.wrapped(
                group.why,
                after: row(
                    group.numbers,
                    words.days(group.visits.map(\.date)),
                    group.amount.groupedText
                )
            )
            for visit in group.visits where fees[visit.number - 1] > .zero {
                page.wrapped(
                    words.say(
                        "membership of the discount plan, beside the visit",
                        "cuota del plan de descuento, además de la visita"
                    ),
                    after: row("", words.day(visit.date), fees[visit.number - 1].groupedText)
                )
            }
        }
    }

    private func addQuestions(to page: inout TextPage) {
        guard quote.request.isInsured else { return }
        page.line(words.say(" ASK THE INSURER", " PREGUNTE AL SEGURO"))
        let questions = words.questions(of: quote)
        // What changes nothing need not be asked; what a price would be has no worth to tell.
        let open = questions.filter { $0.unverified.effect?.worth != .zero }
        for question in open {
            let worth = question.unverified.effect.map { effect in
                words.say(
                    " It changes your total by up to \(effect.worth.groupedText).",
                    " Cambia su total hasta en \(effect.worth.groupedText)."
                )
            }
            page.wrapped(question.question + (worth ?? ""), after: "   ")
        }
        guard open.isEmpty else { return }
        page.line(
            questions.isEmpty
                ? words.say(
                    "   nothing open: every figure was given",
                    "   nada pendiente: se dieron todas las cifras"
                )
                : words.say(
                    "   nothing open that changes your total",
                    "   nada pendiente que cambie su total"
                )
        )
    }

    private func addNotices(to page: inout TextPage) {
        page.line(words.say(" NOTES", " NOTAS"))
        for notice in quote.notices.filter(words.isFor).map(words.notice) {
            page.wrapped(notice.text, after: "   ")
        }
    }
}
