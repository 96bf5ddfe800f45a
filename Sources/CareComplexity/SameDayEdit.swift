public import CareModel

/// A rule about what may stand together on one day's claim; data, with a source.
public struct SameDayEdit: Hashable, Sendable {
    /// What the rule asks.
    public enum Demand: Hashable, Sendable {
        /// Beside one of these services, one of these modifiers must stand on the line.
        case modifier(oneOf: [Modifier], beside: Set<ServiceKey>, isUnderstood: Bool)
        /// At most one line of the services a day, with one unit.
        case onceADay
    }

    /// The name of the rule in the tables.
    public let id: String
    /// The services that the rule is about.
    public let services: Set<ServiceKey>
    /// What it asks of them.
    public let demand: Demand
    /// The rule in plain words.
    public let words: LocalizedWords
    /// The publication that states it.
    public let source: String

    /// Creates the rule.
    public init(
        id: String,
        services: Set<ServiceKey>,
        demand: Demand,
        words: LocalizedWords,
        source: String
    ) {
        self.id = id
        self.services = services
        self.demand = demand
        self.words = words
        self.source = source
    }

    /// What the rule says of the lines of one day.
    ///
    /// - Parameter lines: The lines of the day in the order of the claim.
    /// - Returns: The positions of the lines that the rule refuses, and of those that need a
    ///   modifier which is understood.
    public func findings(on lines: [ServiceLine]) -> (refused: [Int], needsModifier: [Int]) {
        let own = lines.indices.filter { index in
            lines[index].service.map(services.contains) == true
        }
        switch demand {
        case .onceADay:
            let extra = own.dropFirst()
            let several = own.prefix(1).filter { lines[$0].units > 1 }
            return (several + extra, [])
        case .modifier(let modifiers, let beside, let isUnderstood):
            let isBeside = lines.contains { line in
                line.service.map(beside.contains) == true
            }
            let lacking = own.filter { index in
                isBeside && Set(lines[index].modifiers).isDisjoint(with: modifiers)
            }
            return isUnderstood ? ([], lacking) : (lacking, [])
        }
    }
}
