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

    /// What each line of each visit costs, its part of a price paid in advance included.
    public let lines: [[Money]]
    /// The fees that have fallen due by each visit and not before.
    public let fees: [Money]
    /// The payments in order of date.
    public let payments: [Payment]
    /// How many of the included units no visit uses.
    public let unusedUnits: Int

    /// What each visit uses up, its fees included.
    public var used: [Money] {
        zip(lines, fees).map { $0.sum() + $1 }
    }

    /// Works out a course of visits, in order of date, under an offer.
    public init(_ visits: [SelfPayVisit], under offer: Offer) {
        switch offer.terms {
        case .price(let price):
            self.init(visits, including: offer, for: price)
        case .discount(let part):
            self.init(visits, discount: part, fees: [])
        case .fee(let fee, let months, let part):
            self.init(
                visits,
                discount: part,
                fees: OfferedCourse.dueDates(of: visits, everyMonths: months)
                    .map { Payment(date: $0, amount: fee) }
            )
        case .monthly(let fee, let part):
            self.init(visits, membership: offer, fee: fee, discount: part)
        }
    }

    /// Works out a course of visits without any offer.
    public init(_ visits: [SelfPayVisit]) {
        self.init(visits, discount: .zero, fees: [])
    }

    private init(
        visits: [SelfPayVisit],
        lines: [[Money]],
        fees: [Payment],
        upFront: Money = .zero,
        due: [Money],
        unusedUnits: Int
    ) {
        self.lines = lines
        self.unusedUnits = unusedUnits
        var counted = 0
        self.fees = visits.map { visit in
            let fallen = fees.filter { $0.date <= visit.date }
            defer { counted = fallen.count }
            return fallen.dropFirst(counted).map(\.amount).sum()
        }
        let first = visits.first.map { [Payment(date: $0.date, amount: upFront)] } ?? []
        let byVisit = zip(visits, due).map { Payment(date: $0.date, amount: $1) }
        payments = OfferedCourse.merged(first + fees + byVisit)
    }

    private init(_ visits: [SelfPayVisit], discount: Percentage, fees: [Payment]) {
        let lines = visits.map { visit in
            visit.lines.map { $0.price - discount.of($0.price) }
        }
        self.init(
            visits: visits,
            lines: lines,
            fees: fees,
            due: lines.map { $0.sum() },
            unusedUnits: 0
        )
    }

    /// One price for the included units, paid at the first visit; the rest at its own price.
    ///
    /// Each unit has its even part of the price; the parts add up to it to the cent.
    private init(_ visits: [SelfPayVisit], including offer: Offer, for price: Money) {
        let shares = price.split(into: max(offer.includedUnits, 1))
        var left = offer.includedUnitsByService
        var taken = 0
        var lines: [[Money]] = []
        var due: [Money] = []
        for visit in visits {
            let isInTime = offer.expiresAfterDays.map { days in
                visits[0].date.days(until: visit.date) <= days
            }
            var ownPrice = Money.zero
            lines.append(
                visit.lines.map { line in
                    guard let service = line.service, isInTime != false,
                        let units = left[service], units >= line.units
                    else {
                        ownPrice += line.price
                        return line.price
                    }
                    left[service] = units - line.units
                    defer { taken += line.units }
                    return shares[taken..<(taken + line.units)].sum()
                }
            )
            due.append(ownPrice)
        }
        self.init(
            visits: visits,
            lines: lines,
            fees: [],
            upFront: price,
            due: due,
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
        let months = OfferedCourse.dueDates(of: visits, everyMonths: 1)
        var left: [ServiceKey: Int] = [:]
        var month: CalendarDate?
        var lines: [[Money]] = []
        for visit in visits {
            let current = months.last { $0 <= visit.date }
            if current != month {
                month = current
                left = offer.includedUnitsByService
            }
            lines.append(
                visit.lines.map { line in
                    guard let service = line.service, let units = left[service],
                        units >= line.units
                    else { return line.price - discount.of(line.price) }
                    left[service] = units - line.units
                    return .zero
                }
            )
        }
        self.init(
            visits: visits,
            lines: lines,
            fees: months.map { Payment(date: $0, amount: fee) },
            due: lines.map { $0.sum() },
            unusedUnits: 0
        )
    }

    /// The days on which a fee falls due, from the first visit to the last.
    private static func dueDates(
        of visits: [SelfPayVisit],
        everyMonths months: Int
    ) -> [CalendarDate] {
        guard let first = visits.first?.date, let last = visits.last?.date else { return [] }
        return OfferedCourse.months(from: first, through: last, step: months)
    }

    /// The same day of each month from one day through another; the first is the first day itself.
    ///
    /// - Parameters:
    ///   - first: The first day.
    ///   - last: The last day that may be one of them.
    ///   - step: How many months lie between two of them, at least one.
    /// - Returns: The days, at least the first.
    public static func months(
        from first: CalendarDate,
        through last: CalendarDate,
        step: Int = 1
    ) -> [CalendarDate] {
        var months: [CalendarDate] = []
        while true {
            let next = first.adding(months: months.count * max(step, 1))
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
