public import CareModel

/// A payer's rule for turning minutes of timed services into units of 15 minutes.
public struct TimedUnitRule: Hashable, Sendable {
    /// The name of the rule in the tables, such as `eightMinute`.
    public let id: String
    /// The minutes of a unit.
    public let unitMinutes: Int
    /// The least minutes that make a further unit.
    public let minimumMinutes: Int
    /// Whether all timed minutes of the day are added up first.
    public let isPooled: Bool

    /// Creates the rule.
    public init(id: String, unitMinutes: Int, minimumMinutes: Int, isPooled: Bool) {
        self.id = id
        self.unitMinutes = unitMinutes
        self.minimumMinutes = minimumMinutes
        self.isPooled = isPooled
    }

    /// The units of each service of a day.
    ///
    /// - Parameter services: The services with their minutes.
    /// - Returns: The units in the same order; zero where the minutes are too few for a unit.
    public func units(of services: [TimedService]) -> [Int] {
        isPooled ? pooledUnits(of: services) : services.map { units(ofMinutes: $0.minutes) }
    }

    /// Whole units, and one more where the rest is long enough.
    private func units(ofMinutes minutes: Int) -> Int {
        minutes / unitMinutes + (minutes % unitMinutes >= minimumMinutes ? 1 : 0)
    }

    /// Medicare's rule (Claims Processing Manual, chapter 5, section 20.2) pools the minutes.
    ///
    /// 1. The minutes of the day decide the number of units.
    /// 2. Each service first gets its whole units.
    /// 3. The rest go one by one to the largest remainder; at a tie to the higher price, and at
    ///    the same price to the earlier service. Medicare leaves the tie free.
    private func pooledUnits(of services: [TimedService]) -> [Int] {
        let total = units(ofMinutes: services.map(\.minutes).reduce(0, +))
        var units = services.map { $0.minutes / unitMinutes }
        let byRemainder = services.indices.sorted { left, right in
            let (a, b) = (services[left], services[right])
            let (restA, restB) = (a.minutes % unitMinutes, b.minutes % unitMinutes)
            if restA != restB { return restA > restB }
            if a.price != b.price { return a.price > b.price }
            return left < right
        }
        // The pool never gives more units than one to each remainder.
        for index in byRemainder.prefix(max(total - units.reduce(0, +), 0)) {
            units[index] += 1
        }
        return units
    }
}

/// Minutes of a timed service on one day.
public struct TimedService: Hashable, Sendable {
    /// The service.
    public let service: ServiceKey
    /// The minutes, 1 to 480.
    public let minutes: Int
    /// The price of a unit, which decides a tie; zero where it is not known.
    public let price: Money

    /// Creates the minutes of a service.
    public init(service: ServiceKey, minutes: Int, price: Money = .zero) {
        self.service = service
        self.minutes = minutes
        self.price = price
    }
}
