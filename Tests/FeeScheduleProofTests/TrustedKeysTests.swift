import CareModel
import FeeScheduleProof
import PriceTableFiles
import TestSupport
import Testing

@Suite("The list of trusted keys")
struct TrustedKeysTests {
    private static let line = SSHVector.officeLine
    private static let other = SSHVector.directorLine

    /// A list of one key as text; the pieces of ``broken`` stand in it.
    private static let good = """
        { "keys": [ { "name": "office", "publicKey": "\(line)", "validFrom": "2026-12-01",
        "validThrough": "2027-12-31", "addedOn": "2026-11-26",
        "channels": [ { "group": "harbor", "payer": "all", "state": "CA" } ] } ] }
        """

    @Test("is read with every value, and written so that it reads back the same")
    func reading() throws {
        let keys = try TrustedKeys(Array(TrustedKeysTests.good.utf8))
        let key = try #require(keys.keys.first)

        #expect(key.name == "office")
        #expect(key.publicKey.fingerprint == SSHVector.officeFingerprint)
        #expect(key.validFrom == .spelled("2026-12-01"))
        #expect(key.validThrough == .spelled("2027-12-31"))
        #expect(key.addedOn == .spelled("2026-11-26"))
        #expect(key.channels?.map(\.description) == ["harbor/all/CA"])
        #expect(key.revokedOn == nil)
        #expect(try TrustedKeys(keys.write()) == keys)
        #expect(try TrustedKeys(Array("{\"keys\": []}".utf8)).keys.isEmpty)
    }

    private static let broken: [(String, String, at: String, String)] = [
        ("\"keys\"", "\"key\"", "/key", "Did you mean \"keys\"?"),
        ("\"office\"", "\"Office\"", "/keys/0/name", "is not a name"),
        ("\"name\": \"office\",", "", "/keys/0/name", "is missing"),
        ("ssh-ed25519", "ssh-rsa", "/keys/0/publicKey", "is not an Ed25519 public key"),
        ("\"2026-12-01\"", "\"2026-12-32\"", "/keys/0/validFrom", "is not a day"),
        ("\"2026-12-01\"", "\"2028-01-01\"", "/keys/0/validThrough", "before validFrom"),
        ("\"addedOn\": \"2026-11-26\",", "", "/keys/0/addedOn", "is missing"),
        ("\"addedOn\"", "\"note\": 1, \"addedOn\"", "/keys/0/note", "is not a name"),
        ("\"addedOn\"", "\"name\": \"x\", \"addedOn\"", "/keys/0/name", "stands twice"),
        ("[ { \"group\"", "[], \"x\": [ { \"group\"", "/keys/0/channels", "holds 0 channels"),
        ("\"CA\"", "\"California\"", "/keys/0/channels/0/state", "is not a state"),
        ("{ \"keys\"", "\u{FEFF}{ \"keys\"", "", "byte order mark"),
    ]

    @Test("tells of each mistake", arguments: 0..<12)
    func broken(_ index: Int) throws {
        let (piece, other, pointer, message) = TrustedKeysTests.broken[index]
        let parts = TrustedKeysTests.good.split(
            separator: piece,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        try #require(parts.count == 2)
        let error = #expect(throws: TrustedKeysError.self) {
            try TrustedKeys(Array((parts[0] + other + parts[1]).utf8))
        }

        let findings = try #require(error).findings
        #expect(
            findings.contains { $0.pointer == pointer && $0.message.contains(message) },
            "\(findings)"
        )
    }

    @Test("holds each name and each key once")
    func once() {
        func entry(_ name: String, _ line: String) -> String {
            "{ \"name\": \"\(name)\", \"publicKey\": \"\(line)\", \"validFrom\": \"2026-12-01\", "
                + "\"addedOn\": \"2026-11-26\" }"
        }
        let (line, other) = (TrustedKeysTests.line, TrustedKeysTests.other)
        for (second, pointer) in [
            (entry("office", other), "/keys/1/name"), (entry("b", line), "/keys/1/publicKey"),
        ] {
            let text = "{ \"keys\": [\(entry("office", line)), \(second)] }"
            let error = #expect(throws: TrustedKeysError.self) {
                try TrustedKeys(Array(text.utf8))
            }
            #expect(error?.findings.map(\.pointer) == [pointer])
        }
    }
}
