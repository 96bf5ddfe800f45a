package import CareModel

/// A key that may sign lists, and when.
///
/// Days are days of coordinated universal time.
package struct TrustedKey: Hashable, Sendable {
    /// Whose key it is, such as `harbor-office`.
    package let name: String
    package let publicKey: SSHPublicKey
    /// The first day on which its signatures count.
    package let validFrom: CalendarDate
    /// The last such day; nothing where none is set.
    package let validThrough: CalendarDate?
    /// The day on which a person added it here.
    package let addedOn: CalendarDate
    /// The channels that it may sign for; nothing for every one.
    package let channels: [FeeChannel]?
    /// The day on which it was found to be in wrong hands.
    ///
    /// A revoked key counts for nothing, whatever the day: whoever stole it also chooses the dates
    /// that it signs. A key that is to end in good order has a last day instead.
    package let revokedOn: CalendarDate?

    package init(
        name: String,
        publicKey: SSHPublicKey,
        validFrom: CalendarDate,
        validThrough: CalendarDate? = nil,
        addedOn: CalendarDate,
        channels: [FeeChannel]? = nil,
        revokedOn: CalendarDate? = nil
    ) {
        self.name = name
        self.publicKey = publicKey
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.addedOn = addedOn
        self.channels = channels
        self.revokedOn = revokedOn
    }

    /// Why the key's signatures do not count on a day, or nothing where they do.
    package func refusal(on day: CalendarDate) -> SignatureRefusal.Reason? {
        if let revokedOn { return .revoked(on: revokedOn) }
        if day < validFrom { return .notYetValid(from: validFrom) }
        if let validThrough, day > validThrough { return .expired(after: validThrough) }
        return nil
    }

    /// Whether the key may sign for a channel.
    package func maySign(for channel: FeeChannel) -> Bool {
        channels?.contains(channel) ?? true
    }
}
