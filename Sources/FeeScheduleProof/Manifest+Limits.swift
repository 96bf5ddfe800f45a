import CareModel

extension Manifest {
    /// The word that marks a manifest of this program.
    static let type = "carequote-fees"
    /// The only currency.
    static let currency = "USD"
    /// The most bytes of a manifest.
    package static let maximumBytes = 1 << 20
    /// The most tables that it may publish.
    package static let maximumFiles = 200
    /// The most bytes of a table.
    package static let maximumFileBytes = 8 << 20
    /// The most rows of a table.
    package static let maximumRows = 100_000
    /// The largest control total: every row at the largest amount that a table may state.
    static let maximumTotalCents = maximumRows * Money.largestStated.cents
    /// The largest version: nine digits, enough for a date and a number of the day.
    package static let maximumVersion = 999_999_999
    /// How long after the day of issue a manifest may be used.
    package static let maximumDays = 400
}
