import CareModel
import CarePricing
import CareQuote

extension QuoteText {
    func addWaysToPay(of quote: Quote, words: Words, to page: inout TextPage) {
        page.line(words.say(" WAYS TO PAY", " FORMAS DE PAGAR"))
        for way in quote.waysToPay where way.isAllowed {
            page.wrapped(words.way(way), after: way.total.groupedText.padded(left: 11) + "   ")
        }
        for (reason, offers) in refusals(of: quote, words: words) {
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
            guard let refusal = way.refusal, case .offer(let offer) = way.kind else { continue }
            let name =
                words.audience == .patient ? offer.words.text(in: words.language) : offer.id
            let reason = words.refused(refusal)
            if let index = reasons.firstIndex(where: { $0.0 == reason }) {
                reasons[index].1.append(name)
            } else {
                reasons.append((reason, [name]))
            }
        }
        return reasons
    }

    /// The payments and what stopping early settles, where they are not simply a visit's price.
    func addPayments(of quote: Quote, words: Words, to page: inout TextPage) {
        let way = quote.chosenWay
        guard quote.request.paymentOption != .perVisit || way.offerID != nil else { return }
        page.line(words.say(" PAYMENTS", " PAGOS"))
        for payment in way.schedule {
            page.line(
                "   " + words.weekday(payment.date).padded(right: 14)
                    + payment.amount.groupedText.padded(left: 10)
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
