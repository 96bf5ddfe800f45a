public import CareModel

/// A visit of a patient who pays without insurance: the services at their self-pay price.
public struct SelfPayVisit: Hashable, Sendable {
    /// A line of the visit.
    public struct Line: Hashable, Sendable {
        /// The service, where the tables name it.
        public let service: ServiceKey?
        /// The units.
        public let units: Int
        /// The self-pay price of all units.
        public let price: Money

        /// Creates a line.
        public init(service: ServiceKey?, units: Int, price: Money) {
            self.service = service
            self.units = units
            self.price = price
        }
    }

    /// The date of service.
    public let date: CalendarDate
    /// The lines.
    public let lines: [Line]

    /// Creates a visit.
    public init(date: CalendarDate, lines: [Line]) {
        self.date = date
        self.lines = lines
    }
}

/// What some visits cost under an offer: what each visit uses up, and what is paid when.
public struct OfferedCourse: Hashable, Sendable {
    /// An amount and the day on which it is due.
    public struct Payment: Hashable, Sendable {
        /// The day.
        public let date: CalendarDate
        /// The amount.
        public let amount: Money

        /// Creates a payment.
        public init(date: CalendarDate, amount: Money) {
            self.date = date
            self.amount = amount
        }
    }

    /// What each visit uses up, its part of a price paid in advance included.
    public let used: [Money]
    /// The payments in order of date.
    public let payments: [Payment]
    /// How many of the included units no visit uses.
    public let unusedUnits: Int

    /// Works out a course of visits, in order of date, under an offer.
    public init(_ visits: [SelfPayVisit], under offer: Offer) {
        switch offer.terms {
        case .price(let price):
            self.init(visits, including: offer, for: price)
        case .discount(let part):
            self.init(visits, discount: part, fees: [])
        case .fee(let fee, let part):
            let fees = visits.first.map { [Payment(date: $0.date, amount: fee)] } ?? []
            self.init(visits, discount: part, fees: fees)
        case .monthly(let fee, let part):
            self.init(visits, membership: offer, fee: fee, discount: part)
        }
    }

    /// Works out a course of visits without any offer.
    public init(_ visits: [SelfPayVisit]) {
        self.init(visits, discount: .zero, fees: [])
    }

    private init(used: [Money], payments: [Payment], unusedUnits: Int) {
        self.used = used
        self.payments = payments
        self.unusedUnits = unusedUnits
    }

    private init(_ visits: [SelfPayVisit], discount: Percentage, fees: [Payment]) {
        let used = visits.map { visit in
            visit.lines.map { $0.price - discount.of($0.price) }.sum()
        }
        let payments = zip(visits, used).map { Payment(date: $0.date, amount: $1) }
        self.init(used: used, payments: OfferedCourse.merged(fees + payments), unusedUnits: 0)
    }

    /// One price for the included units, paid at the first visit; the rest at its own price.
    ///
    /// Each unit has its even part of the price; the parts add up to it to the cent.
    private init(_ visits: [SelfPayVisit], including offer: Offer, for price: Money) {
        let shares = price.split(into: max(offer.includedUnits, 1))
        var left = Dictionary(
            offer.includes.map { ($0.service, $0.count) },
            uniquingKeysWith: +
        )
        var taken = 0
        var used: [Money] = []
        var payments = visits.first.map { [Payment(date: $0.date, amount: price)] } ?? []
        for visit in visits {
            var ownPrice = Money.zero
            var share = Money.zero
            let isInTime = offer.expiresAfterDays.map { days in
                visits[0].date.days(until: visit.date) <= days
            }
            for line in visit.lines {
                if let service = line.service, isInTime != false,
                    let units = left[service], units >= line.units
                {
                    left[service] = units - line.units
                    share += shares[taken..<(taken + line.units)].sum()
                    taken += line.units
                } else {
                    ownPrice += line.price
                }
            }
            used.append(share + ownPrice)
            payments.append(Payment(date: visit.date, amount: ownPrice))
        }
        self.init(
            used: used,
            payments: OfferedCourse.merged(payments),
            unusedUnits: offer.includedUnits - taken
        )
    }

    /// A fee each month from the first visit to the last; its included units start anew each month.
    private init(
        _ visits: [SelfPayVisit],
        membership offer: Offer,
        fee: Money,
        discount: Percentage
    ) {
        guard let first = visits.first?.date, let last = visits.last?.date else {
            self.init(used: [], payments: [], unusedUnits: 0)
            return
        }
        let months = OfferedCourse.months(from: first, through: last)
        var used: [Money] = []
        var payments = months.map { Payment(date: $0, amount: fee) }
        var left: [ServiceKey: Int] = [:]
        var month: CalendarDate?
        var feesCounted = 0
        for visit in visits {
            let current = months.last { $0 <= visit.date }
            if current != month {
                month = current
                left = Dictionary(
                    offer.includes.map { ($0.service, $0.count) },
                    uniquingKeysWith: +
                )
            }
            var price = Money.zero
            for line in visit.lines {
                if let service = line.service, let units = left[service], units >= line.units {
                    left[service] = units - line.units
                } else {
                    price += line.price - discount.of(line.price)
                }
            }
            let begun = months.filter { $0 <= visit.date }.count
            used.append(price + fee * (begun - feesCounted))
            feesCounted = begun
            payments.append(Payment(date: visit.date, amount: price))
        }
        self.init(used: used, payments: OfferedCourse.merged(payments), unusedUnits: 0)
    }

    /// The same day of each month from one day through another; the first is the first day itself.
    public static func months(
        from first: CalendarDate,
        through last: CalendarDate
    ) -> [CalendarDate] {
        var months: [CalendarDate] = []
        while true {
            let next = first.adding(months: months.count)
            guard next <= last else { return months.isEmpty ? [first] : months }
            months.append(next)
        }
    }

    /// Payments of one day as one, in order of date; days without an amount are left out.
    private static func merged(_ payments: [Payment]) -> [Payment] {
        var byDate: [CalendarDate: Money] = [:]
        for payment in payments { byDate[payment.date, default: .zero] += payment.amount }
        return byDate.sorted { $0.key < $1.key }
            .filter { $0.value != .zero }
            .map { Payment(date: $0.key, amount: $0.value) }
    }
}

extension Money {
    /// The amount in even parts that add up to it; the first parts are a cent larger where it
    /// cannot be split evenly.
    ///
    /// - Parameter parts: How many, at least one.
    /// - Returns: The parts, largest first.
    public func split(into parts: Int) -> [Money] {
        let count = max(parts, 1)
        let (each, rest) = cents.quotientAndRemainder(dividingBy: count)
        return (0..<count).map { Money(cents: each + ($0 < rest ? 1 : 0)) }
    }
}
