package import CareModel

/// How much an offered file may hold, and what it must.
///
/// The values are configuration: what a clinic charges at most, and which services it cannot be
/// without, is for its configuration to say.
package struct ContentLimits: Hashable, Sendable {
    /// The most bytes of a line, its end not counted.
    package let lineBytes: Int
    /// The most rows below a header.
    package let rows: Int
    /// The most that one unit of a service may cost.
    package let mostAmount: Money
    /// The deepest nesting of objects and lists.
    package let jsonDepth: Int
    /// The services that each file of prices must price on the effective day.
    package let demandedServices: [ServiceKey]
    /// The services that may cost nothing; every other costs at least a cent.
    package let servicesAtNoCharge: Set<ServiceKey>

    package init(
        lineBytes: Int = 4_096,
        rows: Int = 100_000,
        mostAmount: Money,
        jsonDepth: Int = DocumentLimits.depth,
        demandedServices: [ServiceKey] = [],
        servicesAtNoCharge: Set<ServiceKey> = []
    ) {
        self.lineBytes = lineBytes
        self.rows = rows
        self.mostAmount = min(mostAmount, .largestStated)
        self.jsonDepth = jsonDepth
        self.demandedServices = demandedServices
        self.servicesAtNoCharge = servicesAtNoCharge
    }
}
