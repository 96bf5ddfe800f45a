import CareQuote
import TestSupport
import Testing

@Suite("Any way to pay for any course of visits")
struct PaymentPropertyTests {
    private static let rounds = 5_000

    @Test("costs what its visits come to, however it is paid, and settles fairly")
    func payments() throws {
        let tables = try RuleTables()
        var numbers = SplitMix64(seed: 20_281)
        var offersPaid: [Offer.Kind: Int] = [:]
        for _ in 0..<PaymentPropertyTests.rounds {
            let generated = try GeneratedPayment(tables: tables, using: &numbers)
            let quote = try generated.estimator.quote(generated.request)
            let name = Comment(rawValue: generated.description)

            for way in quote.waysToPay where way.isAllowed {
                let isChosen = way == quote.chosenWay
                let option = isChosen ? generated.request.paymentOption : .perVisit
                let course = generated.course(of: way.kind)

                #expect(way.total == course.payments.map(\.amount).sum(), name)
                checkSchedule(of: way, paying: option, for: generated, course, name)
                checkSettlements(of: way, course, name)
                if case .offer(let offer) = way.kind { offersPaid[offer.kind, default: 0] += 1 }
            }
            #expect(quote.waysToPay.contains(quote.chosenWay), name)
            #expect(quote.today == quote.chosenWay.today, name)
        }
        // Each sort of offer was paid for often, so that the properties say something of it.
        for kind in [Offer.Kind.introductory, .package, .membership, .promptPay, .discountPlan] {
            #expect((offersPaid[kind] ?? 0) > 100, "\(kind)")
        }
    }

    @Test("lists those that can be had first, lowest total first")
    func order() throws {
        let tables = try RuleTables()
        var numbers = SplitMix64(seed: 20_282)
        for _ in 0..<500 {
            let generated = try GeneratedPayment(tables: tables, using: &numbers)
            let ways = try generated.estimator.quote(generated.request).waysToPay
            let possible = ways.prefix(while: \.isAllowed)

            #expect(possible.map(\.total) == possible.map(\.total).sorted())
            #expect(ways.dropFirst(possible.count).allSatisfy { !$0.isAllowed })
            #expect(ways.count == 6)
        }
    }

    private func checkSchedule(
        of way: WayToPay,
        paying option: PaymentOption,
        for generated: GeneratedPayment,
        _ course: OfferedCourse,
        _ name: Comment
    ) {
        let dates = way.schedule.map(\.date)
        let amounts = way.schedule.map(\.amount.cents)

        #expect(dates == Set(dates).sorted(), name)
        switch option {
        case .perVisit: #expect(way.schedule == course.payments, name)
        case .prepay: #expect(dates == [generated.own.first?.date], name)
        case .monthly:
            let last = generated.own.last?.date ?? generated.request.asOf
            let next = dates.first?.adding(months: dates.count)
            #expect(dates.first == generated.own.first?.date, name)
            #expect(dates.last.map { $0 <= last } == true, name)
            #expect(next.map { $0 > last } == true, name)
            for (index, date) in dates.enumerated() {
                #expect(date == dates.first?.adding(months: index), name)
            }
            #expect((amounts.max() ?? 0) - (amounts.min() ?? 0) <= 1, name)
        }
        #expect(amounts.allSatisfy { $0 >= 0 }, name)
    }

    private func checkSettlements(of way: WayToPay, _ course: OfferedCourse, _ name: Comment) {
        var used = Money.zero
        #expect(way.settlements.count == course.used.count, name)
        for (settlement, part) in zip(way.settlements, course.used) {
            used += part
            let paid = way.schedule.filter { $0.date <= settlement.date }.map(\.amount).sum()

            #expect(settlement.refund >= .zero && settlement.owed >= .zero, name)
            #expect(settlement.refund <= paid, name)
            #expect(settlement.refund == .zero || settlement.owed == .zero, name)
            #expect(settlement.owed == max(used - paid, .zero), name)
            if way.refundsUnused {
                // What is kept or still owed is the price of the used visits, never a higher one.
                #expect(paid - settlement.refund + settlement.owed == used, name)
            } else {
                #expect(settlement.refund == .zero, name)
            }
        }
    }
}

extension GeneratedPayment {
    /// What the visits come to, this way.
    fileprivate func course(of kind: WayToPay.Kind) -> OfferedCourse {
        switch kind {
        case .insurance, .discountPlan, .selfPay: OfferedCourse(own)
        case .offer(let offer): OfferedCourse(own, under: offer)
        }
    }
}

extension WayToPay {
    fileprivate var refundsUnused: Bool {
        if case .offer(let offer) = kind { offer.refundsUnusedVisits } else { true }
    }
}
