package import CareModel
package import FeeScheduleProof

/// What a publisher says of a set of tables.
package struct PublicationTerms: Hashable, Sendable {
    /// Whose prices these are.
    package let channel: FeeChannel
    /// The earliest version of this program that reads them rightly.
    package let minClient: ClientVersion
    /// The number of this version; the one after the last where none is given.
    package let version: Int?
    /// When it is made.
    package let issued: UTCInstant
    /// The first day of service that it is for.
    package let effective: CalendarDate
    /// The last day on which it may be used.
    package let expires: CalendarDate

    /// Creates terms; a list takes effect on the day of issue and holds as long as one may unless
    /// other days are given.
    package init(
        channel: FeeChannel,
        minClient: ClientVersion = .own,
        version: Int? = nil,
        issued: UTCInstant,
        effective: CalendarDate? = nil,
        expires: CalendarDate? = nil
    ) {
        self.channel = channel
        self.minClient = minClient
        self.version = version
        self.issued = issued
        self.effective = effective ?? issued.day
        self.expires =
            expires
            ?? CalendarDate(dayNumber: issued.day.dayNumber + Manifest.maximumDays)
    }
}
