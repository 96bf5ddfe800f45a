package import CareModel

/// What a clinic group publishes and signs: whose prices, which version, for when, and the digest
/// of every table.
///
/// ```json
/// {
///   "type": "carequote-fees",
///   "channel": { "group": "harbor", "payer": "all", "state": "CA", "currency": "USD" },
///   "minClient": "1.0.0",
///   "version": 7,
///   "issued": "2026-11-26T21:00:00Z",
///   "effective": "2027-01-01",
///   "expires": "2027-12-31",
///   "previousSha256": "…64 digits, the manifest of version 6…",
///   "files": [
///     { "name": "schedules/acme-ppo-2027.csv", "sha256": "…", "size": 4096, "rows": 120,
///       "totalCents": 734050 }
///   ]
/// }
/// ```
package struct Manifest: Hashable, Sendable {
    /// Whose prices these are.
    package let channel: FeeChannel
    /// The earliest version of this program that reads them rightly.
    package let minClient: ClientVersion
    /// A number that only ever rises.
    package let version: Int
    /// When the publisher made this version: an instant, since it is held against a clock.
    package let issued: UTCInstant
    /// The first day of service that it is for.
    package let effective: CalendarDate
    /// The last day, in coordinated universal time, on which it may be taken and used.
    package let expires: CalendarDate
    /// The digest of the manifest that the publisher signed before; nothing for the first.
    package let previousSha256: SHA256Digest?
    /// The tables, at least one, each name once.
    package let files: [ManifestFile]

    package init(
        channel: FeeChannel,
        minClient: ClientVersion,
        version: Int,
        issued: UTCInstant,
        effective: CalendarDate,
        expires: CalendarDate,
        previousSha256: SHA256Digest?,
        files: [ManifestFile]
    ) {
        self.channel = channel
        self.minClient = minClient
        self.version = version
        self.issued = issued
        self.effective = effective
        self.expires = expires
        self.previousSha256 = previousSha256
        self.files = files
    }

    /// Whether the manifest may no longer be used at an instant.
    package func isExpired(at now: UTCInstant) -> Bool { now.day > expires }

    /// How many days after today it may still be used, negative once it has expired.
    package func daysLeft(at now: UTCInstant) -> Int { now.day.days(until: expires) }
}
