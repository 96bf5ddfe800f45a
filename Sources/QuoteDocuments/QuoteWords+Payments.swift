import CareModel
import CarePricing
import CareQuote

extension QuoteWords {
    /// Payments that follow each other and are alike: when, and how much each time.
    struct Payments: Hashable, Sendable {
        let days: String
        let amount: Money
        /// That it is so much each time; empty for one payment.
        let each: String
    }

    /// What stopping after a visit settles.
    struct Settled: Hashable, Sendable {
        let after: String
        let what: String
    }

    /// What the totals of the ways to pay are for: of a plan of care, the longest course.
    var waysHeading: String {
        let heading = words.heading(.waysToPay)
        guard let projection else { return heading }
        let (done, last) = (projection.plan.visitsDone, projection.projected.outcomes.last?.visits)
        let left = max((last ?? 0) - done, 0)
        let all =
            switch (done > 0, left) {
            case (_, 1): words.say("FOR 1 VISIT", "POR 1 VISITA")
            case (true, _):
                words.say("FOR THE \(left) VISITS LEFT", "POR LAS \(left) VISITAS QUE FALTAN")
            case (false, _): words.say("FOR ALL \(left) VISITS", "POR LAS \(left) VISITAS")
            }
        let upkeep = quote.visits.count { $0.careType == .maintenance }
        let more =
            projection.projected.maintenance == nil
            ? ""
            : words.say(" AND \(upkeep) OF MAINTENANCE", " Y \(upkeep) DE MANTENIMIENTO")
        return "\(heading), \(all)\(more)"
    }

    /// The ways to pay that can be had, each with its total.
    var waysToPay: [(total: Money, text: String)] {
        quote.waysToPay.filter(\.isAllowed).map { ($0.total, words.way($0)) }
    }

    /// What cannot be had, those with one reason together; to a patient that is no news.
    var refusals: [String] {
        guard words.audience != .patient else { return [] }
        var reasons: [(reason: String, names: [String])] = []
        for way in quote.waysToPay {
            guard let refusal = way.refusal else { continue }
            let name: String
            if case .offer(let offer) = way.kind {
                name = words.name(of: offer)
            } else {
                name = words.say("self-pay", "pago propio")
            }
            let reason = words.refused(refusal)
            if let index = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[index].names.append(name)
            } else {
                reasons.append((reason, [name]))
            }
        }
        return reasons.map { $0.names.joined(separator: ", ") + ": " + $0.reason }
    }

    /// The payments, where they are not simply a visit's price.
    var payments: [Payments] {
        guard paysOtherwise else { return [] }
        return quote.chosenWay.schedule.grouped(by: \.amount).map { payments in
            Payments(
                days: words.days(payments.map(\.date)),
                amount: payments.first?.amount ?? .zero,
                each: payments.count == 1 ? "" : words.say("each", "cada vez")
            )
        }
    }

    /// What stopping early settles, where payments are not simply a visit's price.
    var settlements: [Settled] {
        guard paysOtherwise else { return [] }
        return quote.chosenWay.settlements.filter { $0.refund > .zero || $0.owed > .zero }
            .map { settlement in
                Settled(
                    after: words.say(
                        "after visit \(settlement.visit)",
                        "tras la visita \(settlement.visit)"
                    ),
                    what: settlement.refund > .zero
                        ? words.say(
                            "the clinic pays back \(settlement.refund.groupedText)",
                            "la clínica devuelve \(settlement.refund.groupedText)"
                        )
                        : words.say(
                            "\(settlement.owed.groupedText) is still to pay",
                            "faltan \(settlement.owed.groupedText) por pagar"
                        )
                )
            }
    }

    /// What of the whole today's amount is, where it is not paid at each visit.
    var partRemark: String? {
        let count = quote.chosenWay.schedule.count
        switch quote.request.paymentOption {
        case .perVisit: return nil
        case .monthly where count > 1:
            return words.say("the first of \(count) parts", "la primera de \(count) partes")
        case .monthly, .prepay:
            return words.say("all of it, in advance", "todo, por adelantado")
        }
    }

    private var paysOtherwise: Bool {
        quote.request.paymentOption != .perVisit || quote.chosenWay.offerID != nil
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
