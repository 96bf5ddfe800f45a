public import CareModel

/// Which adjustment stands for how many spinal regions; the bands are data with a source.
public struct SpinalRegionRule: Hashable, Sendable {
    /// A number of regions and the one service that stands for it.
    public struct Band: Hashable, Sendable {
        /// The numbers of regions.
        public let regions: ClosedRange<Int>
        /// The adjustment.
        public let service: ServiceKey

        /// Creates a band.
        public init(regions: ClosedRange<Int>, service: ServiceKey) {
            self.regions = regions
            self.service = service
        }
    }

    /// The bands, fewest regions first.
    public let bands: [Band]
    /// The adjustment of joints outside the spine, once however many.
    public let extraspinal: ServiceKey

    /// Creates the rule.
    public init(bands: [Band], extraspinal: ServiceKey) {
        self.bands = bands.sorted { $0.regions.lowerBound < $1.regions.lowerBound }
        self.extraspinal = extraspinal
    }

    /// The adjustment for a number of regions, or nothing where no band holds it.
    public func adjustment(ofRegions regions: Int) -> ServiceKey? {
        bands.first { $0.regions.contains(regions) }?.service
    }
}
