import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import PriceTableFiles
import TestSupport
import Testing

@Suite("The configuration of the refreshing")
struct ConfigurationTests {
    private static let file = "/etc/carequote/refresh.json"

    private static func read(_ text: String) throws -> RefreshConfiguration {
        try RefreshConfiguration(Array(text.utf8), file: file)
    }

    @Test("is read with every value")
    func reading() throws {
        let read = try ConfigurationTests.read(ConfigurationText.good)

        let channel = try #require(FeeChannel(group: "harbor", payer: "all", state: "CA"))
        let path = try #require(TableFileName("schedules/acme-ppo-2026.csv"))
        let digest = SHA256Digest(hexadecimal: ConfigurationText.digest)
        #expect(
            read.sources == [
                SourceConfiguration(
                    id: "harbor-group",
                    kind: .bundle(channel: channel, keysRequired: 2),
                    url: "https://fees.example.org/harbor/"
                ),
                SourceConfiguration(
                    id: "acme",
                    kind: .csv(path: path, sha256: digest),
                    url: "https://acme.example.com:8443/ppo.csv?y=26",
                    caFile: "/etc/carequote/acme.pem"
                ),
            ]
        )
        // Paths that are not whole lie below the folder of the configuration.
        #expect(read.tables == "/etc/carequote/PriceTables")
        #expect(read.exampleRequests == "/etc/carequote/../Examples")
        #expect(read.caFile == "/etc/ssl/certs/own.crt")
        #expect(read.pins == [ConfigurationText.pin, ConfigurationText.otherPin])
        #expect(read.proxy == "http://proxy.example.org:3128")
        #expect(
            read.demandedServices == [.spelled("adjust-spine-1-2"), .spelled("exam-new-standard")]
        )
        #expect(read.amountCap == Money(cents: 5_000_00))
        #expect(read.holding.serviceChange == .spelled("0.30"))
        #expect(read.holding.manyChange == .spelled("0.125"))
        #expect(read.holding.manyServices == .spelled("0.06"))
        #expect(read.holding.rowsChange == .spelled("0.21"))
        #expect(read.holding.totalChange == .spelled("0.11"))
        #expect(read.holding.factorPrices == 4)
        #expect(read.deadlines.connectMilliseconds == 9_000)
        #expect(read.deadlines.transferMilliseconds == 90_000)
        #expect(read.deadlines.lowSpeedBytesPerSecond == 50)
        #expect(read.deadlines.lowSpeedSeconds == 20)
        #expect(read.deadlines.runSeconds == 900)
        #expect(read.retry.attempts == 3)
        #expect(read.retry.firstDelayMilliseconds == 1_000)
        #expect(read.retry.mostDelayMilliseconds == 30_000)
        #expect(read.retry.totalSeconds == 300)
        #expect(read.retry.mostRetryAfterSeconds == 600)
        #expect(read.keeping.snapshots == 5)
        #expect(read.keeping.days == 500)
    }

    /// The figures of `refresh.md`: 25 %, 10 % of 5 %, rows 20 %, total 10 %, three by a factor;
    /// ten snapshots and 400 days; four attempts, 2 s, 60 s, 10 min and 15 min.
    @Test("has the defaults of the rules where it says nothing")
    func defaults() throws {
        let read = try ConfigurationTests.read(ConfigurationText.least)

        #expect(read.caFile == "/etc/ssl/certs/ca-certificates.crt")
        #expect(read.pins.isEmpty)
        #expect(read.proxy.isEmpty)
        #expect(read.demandedServices.isEmpty)
        #expect(read.amountCap == Money(cents: 9_999_999_99))
        #expect(read.holding.serviceChange == .spelled("0.25"))
        #expect(read.holding.manyChange == .spelled("0.10"))
        #expect(read.holding.manyServices == .spelled("0.05"))
        #expect(read.holding.rowsChange == .spelled("0.20"))
        #expect(read.holding.totalChange == .spelled("0.10"))
        #expect(read.holding.factorPrices == 3)
        #expect(read.keeping.snapshots == 10)
        #expect(read.keeping.days == 400)
        #expect(read.retry == RetryPolicy())
        #expect(read.retry.attempts == 4)
        #expect(read.deadlines == RefreshDeadlines())
        #expect(read.exampleRequests == nil)
    }

    @Test("believes a source's own roots and keys, and else those of all")
    func trust() throws {
        let read = try ConfigurationTests.read(ConfigurationText.good)

        #expect(
            read.sources.map(read.caFile(for:)) == [
                "/etc/ssl/certs/own.crt", "/etc/carequote/acme.pem",
            ]
        )
        #expect(read.pins(for: read.sources[0]) == read.pins)
        var other = read
        other.sources = [
            SourceConfiguration(id: "x", kind: read.sources[0].kind, url: "", pins: ["a", "b"])
        ]
        #expect(other.pins(for: other.sources[0]) == ["a", "b"])
    }

    @Test("tells of each mistake by its line and pointer", arguments: BrokenConfiguration.all)
    func broken(_ broken: BrokenConfiguration) throws {
        let parts = ConfigurationText.good.split(
            separator: broken.piece,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        try #require(parts.count == 2, "the piece stands in the good configuration")
        let error = #expect(throws: RefreshConfigurationError.self) {
            try ConfigurationTests.read(parts[0] + broken.other + parts[1])
        }

        let lines = try #require(error).lines
        #expect(lines.count == 1, "\(lines)")
        let line = try #require(lines.first)
        #expect(line.hasPrefix("\(ConfigurationTests.file):\(broken.place): "), "\(line)")
        #expect(line.contains(broken.message), "\(line)")
    }

    @Test("has at least 90 ways to be wrong that are told apart")
    func count() {
        let names = BrokenConfiguration.all.map(\.testDescription)
        #expect(names.count >= 90)
        #expect(Set(names).count == names.count)
    }

    @Test("tells of all mistakes at once")
    func all() throws {
        let text = """
            { "sources": [
              { "id": "a", "kind": "csv", "url": "http://a.org/x.csv", "path": "x" },
              { "id": "a", "kind": "bundle", "url": "https://a.org/x/" },
              { "id": "b", "kind": "csv", "url": "https://a.org/b.csv", "path": "services.csv" },
              { "id": "c", "kind": "csv", "url": "https://a.org/c.csv", "path": "services.csv" }
            ], "pins": ["x"], "keep": { "days": -1 } }
            """
        let error = #expect(throws: RefreshConfigurationError.self) {
            try ConfigurationTests.read(text)
        }

        let places = try #require(error).findings.map { "\($0.row ?? 0)\($0.column)" }
        #expect(
            places == [
                "2/sources/0/url", "2/sources/0/path", "3/sources/1/channel", "3/sources/1/id",
                "5/sources/3/path", "6/pins/0", "6/pins/1", "6/keep/days", "1/tables",
            ]
        )
    }

    @Test("is refused where it has no source, too many, or too many bytes")
    func sizes() throws {
        let none = "{ \"tables\": \"t\", \"sources\": [] }"
        let source = """
            { "id": "s@", "kind": "csv", "url": "https://a.org/@.csv", "path": "schedules/s@.csv" }
            """
        let sources = (0...50).map { source.replacing("@", with: "\($0)") }
        let many = "{ \"tables\": \"t\", \"sources\": [\(sources.joined(separator: ","))] }"
        for (text, piece) in [(none, "holds 0 sources"), (many, "holds 51 sources")] {
            let error = #expect(throws: RefreshConfigurationError.self) {
                try ConfigurationTests.read(text)
            }
            #expect(error?.lines.count == 1)
            #expect(error?.lines.first?.contains(piece) == true)
        }
        let space = String(repeating: " ", count: RefreshConfiguration.maximumBytes)
        let least = ConfigurationText.least
        let padded = least + space.dropLast(least.utf8.count)
        #expect(throws: Never.self) { try ConfigurationTests.read(padded) }
        let error = #expect(throws: RefreshConfigurationError.self) {
            try ConfigurationTests.read(padded + " ")
        }
        #expect(error?.lines.first?.contains("holds 1048577 bytes") == true)
    }
}
