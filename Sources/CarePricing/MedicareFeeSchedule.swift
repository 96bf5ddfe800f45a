public import CareModel

/// Medicare's fee schedule in one locality: the releases that were read, by their dates.
public struct MedicareFeeSchedule: Hashable, Sendable {
    /// One published release: relative values, indices, and the days on which they hold.
    public struct Release: Hashable, Sendable {
        /// The name of its folder, such as `2025`.
        public let id: String
        /// The first day.
        public let from: CalendarDate
        /// The last day.
        public let through: CalendarDate
        /// The indices of the locality; absent where the release's file lacks it.
        public let index: GeographicIndex?
        private let values: [ValueKey: RelativeValue]

        /// Creates a release.
        public init(
            id: String,
            from: CalendarDate,
            through: CalendarDate,
            index: GeographicIndex?,
            values: [RelativeValue]
        ) {
            self.id = id
            self.from = from
            self.through = through
            self.index = index
            self.values = Dictionary(
                values.map { (ValueKey(code: $0.code, modifier: $0.modifier), $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }

        /// The same release with the indices of a locality; without prices where it lacks them.
        public func priced(at index: GeographicIndex?) -> Release {
            Release(self, index: index)
        }

        private init(_ release: Release, index: GeographicIndex?) {
            id = release.id
            from = release.from
            through = release.through
            values = release.values
            self.index = index
        }

        /// The relative values of a code.
        public func value(of code: ProcedureCode, modifier: Modifier? = nil) -> RelativeValue? {
            values[ValueKey(code: code, modifier: modifier)]
        }

        private struct ValueKey: Hashable, Sendable {
            let code: ProcedureCode
            let modifier: Modifier?
        }
    }

    /// What Medicare allows for one unit of a service.
    public struct Price: Hashable, Sendable {
        /// The fee schedule amount.
        public let amount: Money
        /// The amount as a further therapy procedure of the day; absent where none is reduced.
        public let reduced: Money?
        /// The most that a clinic without assignment may charge.
        public let limitingCharge: Money
        /// The row of the relative values.
        public let source: SourcePlace
    }

    /// The contractor and the locality, such as `01182-18`.
    public let locality: String
    /// The releases, earliest first.
    public let releases: [Release]
    /// The conversion factors by date.
    public let conversionFactors: DatedValue<ConversionFactor>
    /// The formula with its fractions.
    public let formula: MedicareFormula

    /// Creates a schedule.
    public init(
        locality: String,
        releases: [Release],
        conversionFactors: DatedValue<ConversionFactor>,
        formula: MedicareFormula
    ) {
        self.locality = locality
        self.releases = releases.sorted { $0.from < $1.from }
        self.conversionFactors = conversionFactors
        self.formula = formula
    }

    /// The release in force on a date.
    public func release(on date: CalendarDate) -> Release? {
        releases.last { $0.from <= date && date <= $0.through }
    }

    /// The release in force on a date, or the last one before it.
    public func latestRelease(onOrBefore date: CalendarDate) -> Release? {
        releases.last { $0.from <= date }
    }

    /// The price of one unit of a code on a date, outside a facility.
    ///
    /// - Parameters:
    ///   - code: The procedure code.
    ///   - modifier: The modifier of a part of the service, such as 26.
    ///   - date: The date of service.
    /// - Returns: The price with its row.
    /// - Throws: ``MedicareGap`` where Medicare has no price, or nobody knows it.
    public func price(
        of code: ProcedureCode,
        modifier: Modifier? = nil,
        on date: CalendarDate
    ) throws(MedicareGap) -> Price {
        guard let release = release(on: date) else { throw .noRelease(date) }
        guard let value = release.value(of: code, modifier: modifier) else {
            throw .noRelativeValue(release: release.id)
        }
        guard formula.payableStatuses.contains(value.status) else {
            throw .notPaid(status: value.status, source: value.place)
        }
        guard !value.copiedSettings.contains(.nonfacility) else {
            throw .notDoneInOffice(source: value.place)
        }
        guard let index = release.index else { throw .noLocality(release: release.id) }
        guard let factor = conversionFactors.value(on: date) else { throw .noRelease(date) }
        let amount = formula.amount(value, in: index, at: factor)
        let isReducible = value.multipleProcedure == formula.reducedIndicator
        return Price(
            amount: amount,
            reduced: isReducible
                ? formula.amount(value, in: index, at: factor, isReduced: true) : nil,
            limitingCharge: formula.limitingCharge(of: amount),
            source: value.place
        )
    }
}

/// Why Medicare's fee schedule has no price for a service.
public enum MedicareGap: Error, Hashable, Sendable {
    /// No release that was read holds the date.
    case noRelease(CalendarDate)
    /// The release has no row for the code.
    case noRelativeValue(release: String)
    /// The status says that the code has no price, whatever its relative values.
    case notPaid(status: String, source: SourcePlace)
    /// The practice expense outside a facility is a copy and no price.
    case notDoneInOffice(source: SourcePlace)
    /// The release's index file lacks the locality.
    case noLocality(release: String)
}
