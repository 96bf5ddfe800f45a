import CareModel
import CarePricing
import FeeScheduleRefresh
import PriceTableFiles
import TestSupport
import Testing

@Suite("Mutated files")
struct ContentMutationTests {
    private static let seed: UInt64 = 0x5EED_F11E
    private static let text =
        ContentCase.header + ContentCase.right
        + "adjust-spine-1-2,,41.00,20.50,2027-01-01,\nmassage,GP,30.00,,2026-01-01,\n"
        + "\"massage\",,29.50,,2026-01-01,2026-06-30\nmassage,,31.00,,2026-07-01,\n"

    /// Pieces that tend to break tables.
    private static let pieces: [[UInt8]] =
        [
            ",", "\"", "\"\"", "\n", "\r\n", "\r", "\0", "\u{FEFF}", "\u{202E}", "-", "=", "+", "@",
            "e", ".", "0", "9", "2026-01-01", "2026-12-31", "massage", "GP", "\t", "４", "é", " ",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0x80]]

    private static func mutated(_ random: inout SplitMix64) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes.insert(contentsOf: piece, at: place)
            case 1: bytes.replaceSubrange(place...place, with: piece)
            case 2: bytes.remove(at: place)
            case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 4:
                let end = min(place + Int.random(in: 1...60, using: &random), bytes.count)
                bytes += bytes[place..<end]
            default:
                // A digit becomes another, so that many mutants are right all the same.
                let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
                guard let digit = digits.randomElement(using: &random) else { continue }
                bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
            }
        }
        return bytes
    }

    @Test("never end the check, and those that pass are read without a finding")
    func prices() {
        var random = SplitMix64(seed: ContentMutationTests.seed)
        var passed = 0
        for number in 0..<5_000 {
            let bytes = ContentMutationTests.mutated(&random)
            let check = ContentCase.check(ContentCase.prices, bytes)
            let file = PriceRowsFile(
                bytes,
                path: ContentCase.prices,
                file: "offer",
                catalog: ContentCase.catalog
            )
            #expect(check.findings.isEmpty ? file.findings.isEmpty : true, "mutant \(number)")
            guard check.findings.isEmpty else { continue }
            passed += 1
            #expect(check.totals.rows == file.rows.count, "mutant \(number)")
            #expect(
                check.totals.totalCents == file.rows.reduce(0) { $0 + $1.amount.cents },
                "mutant \(number)"
            )
        }
        // Some changes do no harm, such as another digit of an amount; most do.
        #expect((200...2_500).contains(passed), "\(passed) passed")
    }

    @Test("never end the check of a document or of the services")
    func others() {
        var random = SplitMix64(seed: ContentMutationTests.seed + 1)
        for _ in 0..<1_000 {
            let bytes = ContentMutationTests.mutated(&random)
            #expect(!ContentCase.check("plans/acme.json", bytes).findings.isEmpty)
            #expect(!ContentCase.check("services.csv", bytes).findings.isEmpty)
        }
    }
}
