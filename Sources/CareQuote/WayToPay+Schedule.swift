import CareModel
import CarePricing

extension WayToPay {
    /// A way that can be had.
    ///
    /// - Parameters:
    ///   - kind: How.
    ///   - numbers: The numbers of the visits, in order.
    ///   - dates: Their dates.
    ///   - used: What each visit uses up.
    ///   - payments: What is due when, paying at each visit.
    ///   - option: When the patient pays.
    ///   - refunds: Whether what is paid and not used is paid back.
    ///   - reimbursed: What the plan pays back to the patient for each visit; none where nothing is.
    init(
        kind: Kind,
        numbers: [Int],
        dates: [CalendarDate],
        used: [Money],
        payments: [OfferedCourse.Payment],
        option: PaymentOption = .perVisit,
        refunds: Bool = true,
        reimbursed: [Money] = []
    ) {
        self.kind = kind
        self.reimbursed = reimbursed.sum()
        refusal = nil
        let schedule = WayToPay.schedule(payments, over: dates, option: option)
        self.schedule = schedule
        today = schedule.first { $0.date == dates.first }?.amount ?? .zero
        var settlements: [Settlement] = []
        var usedSoFar = Money.zero
        for (index, date) in dates.enumerated() {
            usedSoFar += used[index]
            let paid = schedule.filter { $0.date <= date }.map(\.amount).sum()
            let refund = refunds ? max(paid - usedSoFar, .zero) : .zero
            let owed = max(usedSoFar - paid, .zero)
            let back = reimbursed.prefix(index + 1).sum()
            settlements.append(
                Settlement(
                    visit: numbers[index],
                    date: date,
                    refund: refund,
                    owed: owed,
                    cost: paid + owed - refund - back
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
