import CareModel
import FeeScheduleProof
import Foundation
import PriceTableFiles
import TestSupport
import Testing

@Suite("A manifest")
struct ManifestTests {
    @Test("is read with every value")
    func reading() throws {
        let manifest = try Manifest(
            Array(ManifestText.good.utf8),
            client: ManifestText.client()
        )

        #expect(manifest.channel == FeeChannel(group: "harbor", payer: "all", state: "CA"))
        #expect(manifest.minClient.description == "1.0.0")
        #expect(manifest.version == 7)
        // 20,783 days lie between 1970-01-01 and 2026-11-26 (Python's datetime).
        #expect(manifest.issued.secondsSince1970 == 20_783 * 86_400 + 21 * 3_600)
        #expect(manifest.effective == .spelled("2027-01-01"))
        #expect(manifest.expires == .spelled("2027-12-31"))
        #expect(manifest.previousSha256?.description == ManifestText.digits("6"))
        #expect(
            manifest.files.map(\.name.description)
                == ["schedules/acme-ppo-2027.csv", "services.csv"]
        )
        #expect(manifest.files.map(\.sha256.description) == ["a", "b"].map(ManifestText.digits))
        #expect(manifest.files.map(\.size) == [4_096, 1])
        #expect(manifest.files.map(\.rows) == [120, 0])
        #expect(manifest.files.map(\.totalCents) == [734_050, 0])
    }

    @Test("tells of each mistake", arguments: BrokenManifest.all)
    func broken(_ broken: BrokenManifest) throws {
        let bytes = try ManifestText.good(broken.piece, broken.other)
        let error = #expect(throws: ManifestError.self) {
            try Manifest(bytes, client: ManifestText.client())
        }
        guard case .findings(let findings) = error else {
            Issue.record("\(String(describing: error))")
            return
        }

        let told = findings.contains {
            $0.pointer == broken.pointer && $0.message.contains(broken.message)
        }
        #expect(told, "\(findings)")
    }

    @Test("has more than a hundred ways to be wrong that are told")
    func counted() {
        #expect(BrokenManifest.all.count >= 120)
    }

    @Test("may publish 1 to 200 tables")
    func fileCounts() throws {
        for count in [1, 200] {
            let bytes = try ManifestText.withFiles(count)
            #expect(
                try Manifest(bytes, client: ManifestText.client()).files.count == count
            )
        }
        for count in [0, 201] {
            let bytes = try ManifestText.withFiles(count)
            let error = #expect(throws: ManifestError.self) {
                try Manifest(bytes, client: ManifestText.client())
            }
            #expect("\(try #require(error))".contains("holds \(count) files. Write 1 to 200"))
        }
    }

    @Test("holds at most 1 MiB, and nothing nested deeper than 32")
    func limits() throws {
        let good = Array(ManifestText.good.utf8)
        let space = [UInt8](repeating: 0x20, count: (1 << 20) - good.count)
        _ = try Manifest(good + space, client: ManifestText.client())
        #expect(throws: ManifestError.tooLarge(bytes: (1 << 20) + 1, limit: 1 << 20)) {
            try Manifest(good + space + [0x20], client: ManifestText.client())
        }

        let nested = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        let deep = try ManifestText.good("\"version\": 7", "\"version\": \(nested)")
        let error = #expect(throws: ManifestError.self) {
            try Manifest(deep, client: ManifestText.client())
        }
        #expect("\(try #require(error))".contains("nested more than 32 deep"))
    }

    @Test("that is not UTF-8 is refused")
    func notUTF8() throws {
        var bytes = Array(ManifestText.good.utf8)
        let place = try #require(ManifestText.good.utf8.firstIndex(of: UInt8(ascii: "h")))
        bytes[ManifestText.good.utf8.distance(from: ManifestText.good.startIndex, to: place)] = 0xE9
        for wrong in [bytes, Array(ManifestText.good.utf16.flatMap { [UInt8($0 & 0xFF), 0] })] {
            #expect(throws: ManifestError.self) {
                try Manifest(wrong, client: ManifestText.client())
            }
        }
    }

    @Test("for a later program asks for it, even where it holds names of later days")
    func laterClient() throws {
        let bytes = try ManifestText.good("\"1.0.0\"", "\"1.2.1\", \"tomorrow\": {}")
        let error = #expect(throws: ManifestError.self) {
            try Manifest(bytes, client: ManifestText.client())
        }

        #expect("\(try #require(error))".contains("needs version 1.2.1 of this program"))
        _ = try Manifest(
            try ManifestText.good("\"1.0.0\"", "\"1.2.0\""),
            client: ManifestText.client()
        )
    }

    @Test("shows what could reorder a line as code points")
    func escaped() throws {
        let bytes = try ManifestText.good("\"all\"", "\"\u{202E}lla\"")
        let error = #expect(throws: ManifestError.self) {
            try Manifest(bytes, client: ManifestText.client())
        }
        let text = "\(try #require(error))"

        #expect(text.contains("\\u{202E}lla"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test("is written without white space, sorted, and reads back the same")
    func writing() throws {
        let client = try ManifestText.client()
        let manifest = try Manifest(Array(ManifestText.good.utf8), client: client)
        let written = manifest.write()

        #expect(
            String(decoding: written, as: UTF8.self) == """
                {"channel":{"currency":"USD","group":"harbor","payer":"all","state":"CA"},\
                "effective":"2027-01-01","expires":"2027-12-31","files":[\
                {"name":"schedules/acme-ppo-2027.csv","rows":120,\
                "sha256":"\(ManifestText.digits("a"))","size":4096,"totalCents":734050},\
                {"name":"services.csv","rows":0,\
                "sha256":"\(ManifestText.digits("b"))","size":1,"totalCents":0}],\
                "issued":"2026-11-26T21:00:00Z","minClient":"1.0.0",\
                "previousSha256":"\(ManifestText.digits("6"))","type":"carequote-fees",\
                "version":7}
                """
        )
        #expect(try Manifest(written, client: client) == manifest)
    }
}
