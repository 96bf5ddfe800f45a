/// A published figure that changes from time to time, such as a yearly deductible.
///
/// An entry is in force from its first day until the next entry begins. Before the first entry
/// there is no value, and none is made up.
public struct DatedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    /// One value with its first day and the page that published it.
    public struct Entry: Hashable, Sendable {
        /// The first day on which the value holds.
        public let from: CalendarDate
        /// The value.
        public let value: Value
        /// The publication that the value was read in.
        public let source: String

        /// Creates an entry.
        public init(from: CalendarDate, value: Value, source: String) {
            self.from = from
            self.value = value
            self.source = source
        }
    }

    /// The entries, earliest first.
    public let entries: [Entry]

    /// Creates a figure from its entries, in any order.
    public init(entries: [Entry]) {
        self.entries = entries.sorted { $0.from < $1.from }
    }

    /// The entry in force on a date of service, or nothing before the first.
    public func entry(on date: CalendarDate) -> Entry? {
        entries.last { $0.from <= date }
    }

    /// The value in force on a date of service, or nothing before the first entry.
    public func value(on date: CalendarDate) -> Value? {
        entry(on: date)?.value
    }

    /// The value that was published for exactly this year, or nothing.
    ///
    /// Yearly figures are not carried into a year that has none: that figure is not known yet.
    public func entry(forYear year: Int) -> Entry? {
        entries.last { $0.from.year == year }
    }
}
