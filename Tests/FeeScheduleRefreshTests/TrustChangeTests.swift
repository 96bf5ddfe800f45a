import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import SignedLists
import TestSupport
import Testing

@Suite("A change of the trusted keys")
struct TrustChangeTests {
    private static let today = CalendarDate.spelled("2026-11-26")

    /// Public keys that ssh-keygen made for these tests, and what `ssh-keygen -l` says of the first.
    static let office =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICjoqNYYy5CE4PPpm6qHQHlLmJLkZb9QDbAyy5wEN6Pr office@test"
    static let director =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH1yVJlFUMqEV2ubHRaO1kfHI5AtcGtUHOJM3CwQc/YK director@test"
    static let officeFingerprint = "SHA256:UHfcSdp0e/2qaEm7KYhSCShABrYCBCfJXCEaz4QKqrI"

    private static func adding(
        _ file: String,
        name: String = "harbor-office",
        from: String? = nil,
        through: String? = nil,
        to keys: TrustedKeys = .none
    ) throws(TrustChangeError) -> TrustChange {
        try TrustChange.adding(
            file,
            name: name,
            from: from.map(CalendarDate.spelled),
            through: through.map(CalendarDate.spelled),
            to: keys,
            on: today
        )
    }

    @Test("adds a key for some channels and days, and says its fingerprint")
    func adding() throws {
        let channel = try #require(FeeChannel(group: "harbor", payer: "all", state: "CA"))
        let change = try TrustChange.adding(
            TrustChangeTests.office + "\n",
            name: "harbor-office",
            from: .spelled("2027-01-01"),
            through: .spelled("2028-12-31"),
            channels: [channel],
            to: .none,
            on: TrustChangeTests.today
        )

        #expect(change.keys.keys == [change.key])
        #expect(change.key.validFrom == .spelled("2027-01-01"))
        #expect(change.key.validThrough == .spelled("2028-12-31"))
        #expect(change.key.addedOn == TrustChangeTests.today)
        #expect(change.key.channels == [channel])
        #expect(
            change.sentence
                == "harbor-office may sign for harbor/all/CA from 2027-01-01 through 2028-12-31. "
                + "Compare its fingerprint with the publisher by phone before the next run: "
                + TrustChangeTests.officeFingerprint
        )
        // What is written reads back the same.
        #expect(try TrustedKeys(change.keys.write()) == change.keys)
    }

    @Test("adds a key from today and for every channel where nothing else is said")
    func defaults() throws {
        let change = try TrustChangeTests.adding(
            "# the key of the office\r\n\r\n\(TrustChangeTests.office)\r\n"
        )

        #expect(change.key.validFrom == TrustChangeTests.today)
        #expect(change.key.validThrough == nil)
        #expect(change.key.channels == nil)
        #expect(change.sentence.hasPrefix("harbor-office may sign for every channel from 2026-"))
    }

    @Test("keeps a revoked key in the list, where it counts for nothing")
    func revoking() throws {
        let both = try TrustChangeTests.adding(
            TrustChangeTests.director,
            name: "director",
            to: try TrustChangeTests.adding(TrustChangeTests.office).keys
        ).keys
        let change = try TrustChange.revoking(
            "harbor-office",
            in: both,
            on: TrustChangeTests.today
        )

        #expect(change.keys.keys.map(\.name) == ["director", "harbor-office"])
        #expect(change.key.revokedOn == TrustChangeTests.today)
        #expect(change.key.refusal(on: TrustChangeTests.today) != nil)
        #expect(change.keys.keys[0] == both.keys[0])
        #expect(change.sentence.hasSuffix(TrustChangeTests.officeFingerprint))
    }

    @Test(
        "refuses a file that is not one Ed25519 public key",
        arguments: [
            ("", "holds 0 lines of keys"),
            ("# only words\n", "holds 0 lines of keys"),
            (office + "\n" + director, "holds 2 lines of keys"),
            ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ", "'ssh-rsa' does not begin"),
            ("ecdsa-sha2-nistp256 AAAA x", "'ecdsa-sha2-nistp256' does not begin"),
            ("ssh-ed25519 AAAA x", "'ssh-ed25519' does not begin a whole"),
            ("command=\"x\" " + office, "does not begin"),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n", "holds a private key"),
            ("ssh-\u{1B}[31m", "'ssh-\\u{1B}[31m'"),
        ]
    )
    func wrongFile(_ file: String, _ message: String) {
        let error = #expect(throws: TrustChangeError.self) { try TrustChangeTests.adding(file) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test(
        "refuses a name that is none",
        arguments: ["", "Office", "-office", "of fice", "../x", "con", "o\u{301}"]
    )
    func wrongName(_ name: String) {
        let error = #expect(throws: TrustChangeError.self) {
            try TrustChangeTests.adding(TrustChangeTests.office, name: name)
        }
        #expect(error == .notAName(name))
        #expect(error?.description.contains("is not a name. Write 1 to 40") == true)
    }

    @Test("refuses a second name for a key, and a name that is in use")
    func taken() throws {
        let one = try TrustChangeTests.adding(TrustChangeTests.office)

        let second = #expect(throws: TrustChangeError.self) {
            try TrustChangeTests.adding(TrustChangeTests.office, name: "other", to: one.keys)
        }
        #expect(second == .keyIsThere(one.key))
        #expect(second?.description.contains("already, as harbor-office") == true)

        let name = #expect(throws: TrustChangeError.self) {
            try TrustChangeTests.adding(TrustChangeTests.director, to: one.keys)
        }
        #expect(name == .nameIsTaken(one.key))
        #expect(name?.description.contains(TrustChangeTests.officeFingerprint) == true)

        let revoked = try TrustChange.revoking(
            "harbor-office",
            in: one.keys,
            on: .spelled("2026-11-27")
        )
        let again = #expect(throws: TrustChangeError.self) {
            try TrustChangeTests.adding(TrustChangeTests.office, name: "new", to: revoked.keys)
        }
        #expect(again?.description.contains("was revoked on 2026-11-27, as harbor") == true)
    }

    @Test("refuses a last day before the first, and one that is over")
    func days() throws {
        let before = #expect(throws: TrustChangeError.self) {
            try TrustChangeTests.adding(
                TrustChangeTests.office,
                from: "2027-01-01",
                through: "2026-12-31"
            )
        }
        #expect(before == .endsTooEarly(.spelled("2026-12-31"), after: .spelled("2027-01-01")))
        let over = #expect(throws: TrustChangeError.self) {
            try TrustChangeTests.adding(
                TrustChangeTests.office,
                from: "2026-01-01",
                through: "2026-11-25"
            )
        }
        #expect(over == .endsTooEarly(.spelled("2026-11-25"), after: TrustChangeTests.today))
        // The very day is not too early.
        _ = try TrustChangeTests.adding(TrustChangeTests.office, through: "2026-11-26")
    }

    @Test("refuses to revoke a key that is not there, or twice")
    func revokedAlready() throws {
        let one = try TrustChangeTests.adding(TrustChangeTests.office).keys
        let none = #expect(throws: TrustChangeError.self) {
            try TrustChange.revoking("office", in: one, on: TrustChangeTests.today)
        }
        #expect(none?.description.contains("Write one of: harbor-office") == true)
        let empty = #expect(throws: TrustChangeError.self) {
            try TrustChange.revoking("office", in: .none, on: TrustChangeTests.today)
        }
        #expect(empty?.description.contains("No key is trusted yet") == true)
        let revoked = try TrustChange.revoking("harbor-office", in: one, on: .spelled("2026-11-01"))
        let again = #expect(throws: TrustChangeError.self) {
            try TrustChange.revoking("harbor-office", in: revoked.keys, on: TrustChangeTests.today)
        }
        #expect(again?.description == "harbor-office was revoked on 2026-11-01 already")
    }

    @Test("says the fingerprint that ssh-keygen says", .enabled(if: SSHKeygen.isThere))
    func keygen() throws {
        let keygen = try SSHKeygen()
        let change = try TrustChangeTests.adding(try keygen.makeKey("office"))
        #expect(change.key.publicKey.fingerprint == (try keygen.fingerprint("office")))
        #expect(throws: TrustChangeError.privateKey) {
            try TrustChangeTests.adding(try keygen.privateKey("office"))
        }
        for type in ["ecdsa", "rsa"] {
            let line = try keygen.makeKey(type, type: type)
            #expect(throws: TrustChangeError.self) { try TrustChangeTests.adding(line) }
        }
    }
}
