import CareModel
import CarePricing
import CareQuote

extension QuoteText {
    func addWaysToPay(of quote: Quote, words: Words, to page: inout TextPage) {
        page.line(words.say(" WAYS TO PAY", " FORMAS DE PAGAR"))
        for way in quote.waysToPay where way.isAllowed {
            page.wrapped(words.way(way), after: way.total.groupedText.padded(left: 11) + "   ")
        }
        // What cannot be had and was not asked for is no news to a patient.
        let refusals = words.audience == .patient ? [] : refusals(of: quote, words: words)
        for (reason, offers) in refusals {
            page.wrapped(
                offers.joined(separator: ", ") + ": " + reason,
                after: words.say("  not allowed  ", " no permitido  ")
            )
        }
    }

    /// The offers that cannot be had, those with one reason together.
    private func refusals(of quote: Quote, words: Words) -> [(String, [String])] {
        var reasons: [(String, [String])] = []
        for way in quote.waysToPay {
            guard let refusal = way.refusal else { continue }
            let name: String
            if case .offer(let offer) = way.kind {
                name = words.name(of: offer)
            } else {
                name = words.say("self-pay", "pago propio")
            }
            let reason = words.refused(refusal)
            if let index = reasons.firstIndex(where: { $0.0 == reason }) {
                reasons[index].1.append(name)
            } else {
                reasons.append((reason, [name]))
            }
        }
        return reasons
    }

    /// What of the whole today's amount is, where it is not paid at each visit.
    func partRemark(of quote: Quote, words: Words) -> String? {
        let count = quote.chosenWay.schedule.count
        switch quote.request.paymentOption {
        case .perVisit: return nil
        case .monthly where count > 1:
            return words.say("the first of \(count) parts", "la primera de \(count) partes")
        case .monthly, .prepay:
            return words.say("all of it, in advance", "todo, por adelantado")
        }
    }

    /// The payments and what stopping early settles, where they are not simply a visit's price.
    func addPayments(of quote: Quote, words: Words, to page: inout TextPage) {
        let way = quote.chosenWay
        guard quote.request.paymentOption != .perVisit || way.offerID != nil else { return }
        page.line(words.say(" PAYMENTS", " PAGOS"))
        for payments in way.schedule.grouped(by: \.amount) {
            page.line(
                "   " + words.days(payments.map(\.date)).padded(right: 26)
                    + (payments.first?.amount ?? .zero).groupedText.padded(left: 10)
                    + (payments.count == 1 ? "" : words.say(" each", " cada vez"))
            )
        }
        let settled = way.settlements.filter { $0.refund > .zero || $0.owed > .zero }
        guard !settled.isEmpty else { return }
        page.line(words.say(" IF CARE STOPS", " SI SE DEJA EL CUIDADO"))
        for settlement in settled {
            let after = words.say(
                "after visit \(settlement.visit)",
                "tras la visita \(settlement.visit)"
            )
            let what =
                settlement.refund > .zero
                ? words.say(
                    "the clinic pays back \(settlement.refund.groupedText)",
                    "la clínica devuelve \(settlement.refund.groupedText)"
                )
                : words.say(
                    "\(settlement.owed.groupedText) is still to pay",
                    "faltan \(settlement.owed.groupedText) por pagar"
                )
            page.line("   " + after.padded(right: 20) + what)
        }
    }

    /// Until when the quote is good, and what a missed appointment costs.
    func addValidity(of quote: Quote, words: Words, to page: inout TextPage) {
        let until = words.fullDate(quote.goodUntil)
        let missed = quote.missedAppointment.map { fee in
            words.say(
                "; a missed appointment costs \(fee.groupedText)",
                "; una cita perdida cuesta \(fee.groupedText)"
            )
        }
        page.line(
            words.say(" GOOD UNTIL ", " VÁLIDA HASTA ") + until + (missed ?? "")
        )
    }
}

extension Array {
    /// The elements that follow each other and have the same key, together.
    fileprivate func grouped<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
        var groups: [[Element]] = []
        for element in self {
            if let last = groups.last?.last, key(last) == key(element) {
                groups[groups.count - 1].append(element)
            } else {
                groups.append([element])
            }
        }
        return groups
    }
}
