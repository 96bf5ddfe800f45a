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

    /// A way to pay that can be had.
    struct Way: Hashable, Sendable {
        /// What it comes to by the visit by which half or more have ended; absent where there is no
        /// plan of care, or where that is the last visit.
        let byThen: Money?
        let total: Money
        let text: String
    }

    /// What the ways to pay are for: where there is but one total, its visits.
    var waysHeading: String {
        let heading = words.heading(.waysToPay)
        guard let projection, waysLikelyEnd == nil else { return heading }
        let count = allVisits(of: projection)
        return heading + ", "
            + (count.left == 1
                ? words.say("FOR 1 VISIT", "POR 1 VISITA")
                : count.isRest
                    ? words.say(
                        "FOR THE \(count.left) VISITS LEFT",
                        "POR LAS \(count.left) VISITAS QUE FALTAN"
                    )
                    : words.say("FOR ALL \(count.left) VISITS", "POR LAS \(count.left) VISITAS"))
    }

    /// The heads of the two amounts of a way to pay; empty where there is but one.
    var waysColumns: (byThen: String, all: String) {
        guard let projection, let end = waysLikelyEnd else { return ("", "") }
        let count = allVisits(of: projection)
        let more = upkeepVisits > 0 ? " + \(upkeepVisits)" : ""
        let all =
            count.isRest
            ? words.say("\(count.left) left", "faltan \(count.left)")
            : words.say("all \(count.left)", "las \(count.left)")
        return (words.say("by visit \(end)", "hasta la \(end)"), all + more)
    }

    /// What the two amounts are, and in which order the ways to pay stand.
    var waysOrder: String {
        guard let projection, let end = waysLikelyEnd else { return "" }
        let count = allVisits(of: projection)
        let visits = words.visits(count.left)
        let whole =
            count.isRest
            ? words.say("the \(visits) left", "las \(visits) que faltan")
            : words.say("all \(visits)", "las \(visits)")
        let more =
            upkeepVisits > 0
            ? words.say(
                " and \(upkeepVisits) of maintenance",
                " y \(upkeepVisits) de mantenimiento"
            )
            : ""
        return words.say(
            "First what each comes to if care ends with visit \(end), by which half or more have "
                + "ended, the lowest on top; then what \(whole)\(more) come to.",
            "Primero lo que cuesta cada una si se termina en la visita \(end), en la que ya terminó "
                + "la mitad o más, la menor arriba; después, lo que cuestan \(whole)\(more)."
        )
    }

    /// The ways to pay that can be had, each with its amounts.
    var waysToPay: [Way] {
        quote.waysToPay.filter(\.isAllowed).map { way in
            Way(
                byThen: waysLikelyEnd.flatMap(way.cost(through:)),
                total: way.total,
                text: words.way(way)
            )
        }
    }

    /// The visit by which half or more have ended, where visits follow it.
    private var waysLikelyEnd: Int? {
        guard let headline = quote.projection?.outcome(notExceededWith: 0.5),
            headline.visits < quote.visits.last?.number ?? 0
        else { return nil }
        return headline.visits
    }

    /// How many visits are left of a plan of care, and whether others are done.
    private func allVisits(of projection: ProjectionWords) -> (left: Int, isRest: Bool) {
        let done = projection.plan.visitsDone
        return (max((projection.projected.outcomes.last?.visits ?? 0) - done, 0), done > 0)
    }

    /// How many visits of the quote keep up a gain, after a plan of care.
    private var upkeepVisits: Int {
        quote.projection?.maintenance == nil
            ? 0 : quote.visits.count { $0.careType == .maintenance }
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
