import CareModel
import CarePricing

extension WayToPay {
    /// A way that can be had.
    ///
    /// - Parameters:
    ///   - kind: How.
    ///   - dates: The dates of the visits, in order.
    ///   - used: What each visit uses up.
    ///   - payments: What is due when, paying at each visit.
    ///   - option: When the patient pays.
    ///   - refunds: Whether what is paid and not used is paid back.
    ///   - reimbursed: What the plan pays back to the patient.
    init(
        kind: Kind,
        dates: [CalendarDate],
        used: [Money],
        payments: [OfferedCourse.Payment],
        option: PaymentOption = .perVisit,
        refunds: Bool = true,
        reimbursed: Money = .zero
    ) {
        self.kind = kind
        self.reimbursed = reimbursed
        refusal = nil
        let schedule = WayToPay.schedule(payments, over: dates, option: option)
        self.schedule = schedule
        today = schedule.first { $0.date == dates.first }?.amount ?? .zero
        var settlements: [Settlement] = []
        var usedSoFar = Money.zero
        for (index, date) in dates.enumerated() {
            usedSoFar += used[index]
            let paid = schedule.filter { $0.date <= date }.map(\.amount).sum()
            settlements.append(
                Settlement(
                    visit: index + 1,
                    date: date,
                    refund: refunds ? max(paid - usedSoFar, .zero) : .zero,
                    owed: max(usedSoFar - paid, .zero)
                )
            )
        }
        self.settlements = settlements
    }

    /// A way that cannot be had.
    init(kind: Kind, refusal: OfferRefusal) {
        self.kind = kind
        self.refusal = refusal
        reimbursed = .zero
        schedule = []
        today = .zero
        settlements = []
    }

    private static func schedule(
        _ payments: [OfferedCourse.Payment],
        over dates: [CalendarDate],
        option: PaymentOption
    ) -> [OfferedCourse.Payment] {
        guard let first = dates.first, let last = dates.last else { return payments }
        let total = payments.map(\.amount).sum()
        switch option {
        case .perVisit: return payments
        case .prepay: return [OfferedCourse.Payment(date: first, amount: total)]
        case .monthly:
            let months = OfferedCourse.months(from: first, through: last)
            return zip(months, total.split(into: months.count)).map {
                OfferedCourse.Payment(date: $0, amount: $1)
            }
        }
    }
}
