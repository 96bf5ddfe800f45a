/// How much a document may hold.
///
/// The limits bound every sum of a quote, so that none can overflow.
public enum DocumentLimits: Sendable {
    /// The largest size of a request, in bytes.
    public static let bytes = 1 << 20
    /// The most bytes of a request that is a line of a batch, without the line break.
    public static let lineBytes = 1 << 16
    /// The deepest nesting of objects and lists.
    public static let depth = 32
    /// The most visits in a request.
    public static let visits = 366
    /// The most services in a visit.
    public static let servicesInVisit = 50
    /// The most services that a clinic's table of sessions adds to a visit.
    public static let servicesAddedToVisit = 20
    /// The most units of a service.
    public static let units = 99
    /// The most plans of a patient: a primary and a secondary one.
    public static let plans = 2
    /// The most unknown figures and terms whose ends are combined.
    public static let unknowns = 10
    /// The most combinations of their ends; above it a term stands at two of its ends only.
    public static let combinations = 1 << 11
}
