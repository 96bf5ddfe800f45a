public import CareModel

/// What is done in one visit, in the words of treatment and not of billing.
public struct Session: Hashable, Sendable {
    /// How the spine is adjusted; both are an adjustment when a chiropractor treats the spine.
    public enum Technique: String, CaseIterable, Hashable, Sendable {
        /// Thrust manipulation.
        case manipulation
        /// Gentle mobilization.
        case mobilization
    }

    /// How many of the five spinal regions are treated; absent where the spine is not adjusted.
    public let spinalRegions: Int?
    /// Whether a joint outside the spine is adjusted.
    public let isExtraspinal: Bool
    /// How the spine is adjusted.
    public let technique: Technique
    /// The timed services with their minutes.
    public let timed: [TimedService]
    /// Other services, by the tables' names.
    public let other: [ServiceKey]

    /// Creates a session.
    public init(
        spinalRegions: Int?,
        isExtraspinal: Bool = false,
        technique: Technique = .manipulation,
        timed: [TimedService] = [],
        other: [ServiceKey] = []
    ) {
        self.spinalRegions = spinalRegions
        self.isExtraspinal = isExtraspinal
        self.technique = technique
        self.timed = timed
        self.other = other
    }
}

extension Session {
    /// The first service that stands twice among the timed and the other ones.
    var serviceGivenTwice: ServiceKey? {
        var seen: Set<ServiceKey> = []
        return (timed.map(\.service) + other).first { !seen.insert($0).inserted }
    }
}
