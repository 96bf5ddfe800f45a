/// Whether a proven manifest may follow the one that is installed.
package struct Succession: Hashable, Sendable {
    /// How far a version may jump before a person looks at it.
    static let mostVersionsAtOnce = 1_000
    /// How far ahead of our clock a manifest may be issued, in seconds.
    static let mostSecondsAhead = 600
    /// How many days before a list expires its users are warned.
    package static let daysOfWarning = 14

    /// Whether it is the very manifest that is installed.
    package let isInstalled: Bool
    /// Why a person must approve it first; none where it may be installed.
    package let holds: [SuccessionHold]
    /// What should be told beside it.
    package let notices: [SuccessionNotice]
}

extension ProvenManifest {
    /// Judges whether this manifest may follow the one that is installed.
    ///
    /// - Parameters:
    ///   - installed: The one that is installed; nothing where there is none.
    ///   - channel: The channel that the configuration asks for.
    ///   - now: The time.
    /// - Returns: Whether it is new, and what a person must approve.
    /// - Throws: ``SuccessionError`` where it must not be installed whatever a person says.
    package func succession(
        after installed: InstalledManifest?,
        on channel: FeeChannel,
        now: UTCInstant
    ) throws(SuccessionError) -> Succession {
        // 1. Versions are numbers of one channel: the channel comes first.
        // 2. One version is one manifest; two of one number are two stories told.
        // 3. A version never falls.
        // 4. A list ends on its last day.
        guard manifest.channel == channel else {
            throw .otherChannel(found: manifest.channel, expected: channel)
        }
        let version = manifest.version
        if let installed {
            if version == installed.version, sha256 != installed.sha256 {
                throw .equivocation(version: version, offered: sha256, installed: installed.sha256)
            }
            if version < installed.version {
                throw .rollback(offered: version, installed: installed.version)
            }
        }
        guard !manifest.isExpired(at: now) else {
            throw .expired(version: version, after: manifest.expires, today: now.day)
        }
        let isInstalled = installed?.sha256 == sha256
        return Succession(
            isInstalled: isInstalled,
            holds: isInstalled ? [] : holds(after: installed, now: now),
            notices: notices(after: installed, now: now)
        )
    }

    private func holds(after installed: InstalledManifest?, now: UTCInstant) -> [SuccessionHold] {
        var holds: [SuccessionHold] = []
        if manifest.issued > now.adding(seconds: Succession.mostSecondsAhead) {
            holds.append(.issuedInTheFuture(manifest.issued, now: now))
        }
        guard let installed else { return holds }
        if manifest.version - installed.version > Succession.mostVersionsAtOnce {
            holds.append(.versionJump(from: installed.version, to: manifest.version))
        }
        if manifest.previousSha256 == nil {
            holds.append(.noPredecessor(installed: installed.sha256))
        } else if manifest.previousSha256 != installed.sha256,
            manifest.version == installed.version + 1
        {
            // The version before this one is the one installed, and the publisher signed another.
            holds.append(
                .otherPredecessor(stated: manifest.previousSha256, installed: installed.sha256)
            )
        }
        return holds
    }

    private func notices(
        after installed: InstalledManifest?,
        now: UTCInstant
    ) -> [SuccessionNotice] {
        var notices: [SuccessionNotice] = []
        if let installed, manifest.version > installed.version + 1 {
            notices.append(.versionsMissed(from: installed.version, to: manifest.version))
        }
        let days = manifest.daysLeft(at: now)
        if days <= Succession.daysOfWarning {
            notices.append(.expiresSoon(on: manifest.expires, days: days))
        }
        return notices
    }
}
