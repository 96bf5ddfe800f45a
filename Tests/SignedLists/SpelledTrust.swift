import CareModel
package import FeeScheduleProof
import TestSupport

extension UTCInstant {
    /// An instant that a test spells out.
    package static func spelled(_ text: String) -> UTCInstant {
        guard let instant = UTCInstant(isoText: text) else {
            preconditionFailure("instant: \(text)")
        }
        return instant
    }
}

extension TrustedKey {
    /// The key of a signer of the tests.
    package static func of(
        _ signer: TestSigner,
        named name: String? = nil,
        from: String = "2026-01-01",
        through: String? = nil,
        channels: [FeeChannel]? = nil,
        revokedOn: String? = nil
    ) throws -> TrustedKey {
        TrustedKey(
            name: name ?? signer.name,
            publicKey: try signer.publicKey,
            validFrom: .spelled(from),
            validThrough: through.map(CalendarDate.spelled),
            addedOn: .spelled("2026-01-01"),
            channels: channels,
            revokedOn: revokedOn.map(CalendarDate.spelled)
        )
    }
}
