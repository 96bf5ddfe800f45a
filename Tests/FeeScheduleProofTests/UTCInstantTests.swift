import CareModel
import FeeScheduleProof
import SignedLists
import TestSupport
import Testing

@Suite("An instant")
struct UTCInstantTests {
    /// Seconds by Python's `datetime(…, tzinfo=timezone.utc).timestamp()`.
    @Test("is read from its text and written again")
    func text() {
        for (text, seconds, day) in [
            ("1970-01-01T00:00:00Z", 0, "1970-01-01"),
            ("1969-12-31T23:59:59Z", -1, "1969-12-31"),
            ("2024-02-29T12:30:45Z", 1_709_209_845, "2024-02-29"),
            ("2026-11-26T21:00:00Z", 1_795_726_800, "2026-11-26"),
        ] {
            let instant = UTCInstant(isoText: text)
            #expect(instant == UTCInstant(secondsSince1970: seconds))
            #expect(UTCInstant(secondsSince1970: seconds).description == text)
            #expect(instant?.day == .spelled(day))
        }
    }

    @Test("is in no other form")
    func otherForms() {
        for text in [
            "", "2026-11-26", "2026-11-26T21:00Z", "2026-11-26 21:00:00Z",
            "2026-11-26t21:00:00z", "2026-11-26T21:00:00", "2026-11-26T21:00:00.0Z",
            "2026-11-26T21:60:00Z", "2026-13-26T21:00:00Z", "2026-11-26T+1:00:00Z",
            "2026-11-26T21:00:00Z ", "\u{FF12}026-11-26T21:00:00Z",
        ] {
            #expect(UTCInstant(isoText: text) == nil, "\(text)")
        }
    }
}
