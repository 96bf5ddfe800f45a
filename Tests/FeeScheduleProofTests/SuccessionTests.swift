import CareModel
import FeeScheduleProof
import SignedLists
import TestSupport
import Testing

@Suite("A manifest that follows another")
struct SuccessionTests {
    private static let now = UTCInstant.spelled("2026-11-27T08:00:00Z")

    /// Proves the good manifest with one piece replaced.
    private static func proven(_ piece: String = "", _ other: String = "") throws -> ProvenManifest
    {
        let bytes =
            piece.isEmpty ? Array(ManifestText.good.utf8) : try ManifestText.good(piece, other)
        let office = try TestSigner("office", seed: 1)
        return try ManifestProof.verify(
            manifestBytes: bytes,
            signatureBytes: try office.sign(bytes),
            keys: TrustedKeys([try .of(office)]),
            threshold: 1,
            now: now,
            client: ManifestText.client()
        )
    }

    private static func digest(_ digit: String) throws -> SHA256Digest {
        try #require(SHA256Digest(hexadecimal: ManifestText.digits(digit)))
    }

    /// The manifest before the good one.
    private static func installed(_ version: Int, _ digit: String = "6") throws -> InstalledManifest
    {
        InstalledManifest(version: version, sha256: try digest(digit))
    }

    private static func succession(
        of proven: ProvenManifest,
        after installed: InstalledManifest?,
        state: String = "CA",
        at instant: UTCInstant = now
    ) throws -> Succession {
        let channel = try #require(FeeChannel(group: "harbor", payer: "all", state: state))
        return try proven.succession(after: installed, on: channel, now: instant)
    }

    @Test("is new where its version is the next, or the first")
    func next() throws {
        let proven = try SuccessionTests.proven()
        for installed in [nil, try SuccessionTests.installed(6)] {
            let succession = try SuccessionTests.succession(of: proven, after: installed)
            #expect(!succession.isInstalled)
            #expect(succession.holds.isEmpty)
            #expect(succession.notices.isEmpty)
        }
    }

    @Test("is the installed one where its bytes are")
    func same() throws {
        let proven = try SuccessionTests.proven()
        let installed = InstalledManifest(version: 7, sha256: proven.sha256)
        let succession = try SuccessionTests.succession(of: proven, after: installed)

        #expect(succession.isInstalled)
        #expect(succession.holds.isEmpty)
    }

    @Test("of the same version with other bytes is equivocation")
    func equivocation() throws {
        let proven = try SuccessionTests.proven()
        let error = #expect(throws: SuccessionError.self) {
            try SuccessionTests.succession(of: proven, after: SuccessionTests.installed(7))
        }

        #expect(
            error
                == .equivocation(
                    version: 7,
                    offered: proven.sha256,
                    installed: try SuccessionTests.digest("6")
                )
        )
        #expect("\(try #require(error))".hasPrefix("TWO DIFFERENT LISTS ARE SIGNED AS VERSION 7"))
    }

    @Test("never falls")
    func rollback() throws {
        let proven = try SuccessionTests.proven()
        #expect(throws: SuccessionError.rollback(offered: 7, installed: 8)) {
            try SuccessionTests.succession(of: proven, after: SuccessionTests.installed(8))
        }
    }

    @Test("must be of the channel asked for, before its version is compared")
    func channel() throws {
        let proven = try SuccessionTests.proven()
        let error = #expect(throws: SuccessionError.self) {
            try SuccessionTests.succession(
                of: proven,
                after: SuccessionTests.installed(8),
                state: "NV"
            )
        }

        #expect(
            "\(try #require(error))" == "the list is for harbor/all/CA, and the configuration "
                + "asks for harbor/all/NV. Check the source's address"
        )
    }

    @Test("may be used through its last day, and warns from 14 days before")
    func expiry() throws {
        let proven = try SuccessionTests.proven()
        let lastDay = CalendarDate.spelled("2027-12-31")
        for (instant, days) in [
            ("2027-12-16T23:59:59Z", nil), ("2027-12-17T00:00:00Z", 14),
            ("2027-12-31T23:59:59Z", 0),
        ] {
            let succession = try SuccessionTests.succession(
                of: proven,
                after: SuccessionTests.installed(6),
                at: .spelled(instant)
            )
            let expected = days.map { [SuccessionNotice.expiresSoon(on: lastDay, days: $0)] }
            #expect(succession.notices == expected ?? [])
        }
        #expect(
            throws: SuccessionError.expired(
                version: 7,
                after: lastDay,
                today: .spelled("2028-01-01")
            )
        ) {
            try SuccessionTests.succession(
                of: proven,
                after: InstalledManifest(version: 7, sha256: proven.sha256),
                at: .spelled("2028-01-01T00:00:00Z")
            )
        }
    }

    @Test("that jumps more than 1,000 versions is held")
    func jump() throws {
        for (version, isHeld) in [(1_006, false), (1_007, true)] {
            let proven = try SuccessionTests.proven("\"version\": 7", "\"version\": \(version)")
            let succession = try SuccessionTests.succession(
                of: proven,
                after: SuccessionTests.installed(6)
            )
            #expect(succession.holds == (isHeld ? [.versionJump(from: 6, to: 1_007)] : []))
            #expect(succession.notices == [.versionsMissed(from: 6, to: version)])
        }
    }

    @Test("issued more than 10 minutes from now is held")
    func future() throws {
        let issued = UTCInstant.spelled("2026-11-26T21:00:00Z")
        let proven = try SuccessionTests.proven()
        for (instant, isHeld) in [
            ("2026-11-26T20:50:00Z", false), ("2026-11-26T20:49:59Z", true),
        ] {
            let now = UTCInstant.spelled(instant)
            let succession = try SuccessionTests.succession(of: proven, after: nil, at: now)
            #expect(succession.holds == (isHeld ? [.issuedInTheFuture(issued, now: now)] : []))
        }
    }

    @Test("that follows another than the installed one is held, unless versions were missed")
    func predecessor() throws {
        let other = try SuccessionTests.digest("5")
        let proven = try SuccessionTests.proven()
        let next = try SuccessionTests.succession(
            of: proven,
            after: SuccessionTests.installed(6, "5")
        )
        let later = try SuccessionTests.succession(
            of: proven,
            after: SuccessionTests.installed(5, "5")
        )
        let six = try SuccessionTests.digest("6")
        #expect(next.holds == [.otherPredecessor(stated: six, installed: other)])
        #expect(later.holds.isEmpty)
        #expect(later.notices == [.versionsMissed(from: 5, to: 7)])

        let alone = try SuccessionTests.proven(
            "\"previousSha256\": \"\(ManifestText.digits("6"))\",",
            ""
        )
        let afterSix = try SuccessionTests.succession(
            of: alone,
            after: SuccessionTests.installed(6)
        )
        #expect(afterSix.holds == [.noPredecessor(installed: six)])
        #expect(try SuccessionTests.succession(of: alone, after: nil).holds.isEmpty)
    }
}
