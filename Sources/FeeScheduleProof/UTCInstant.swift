package import CareModel

/// A second of coordinated universal time.
///
/// A manifest is issued at an instant, because it is compared with a clock to the minute; lists
/// take effect and end by the day (`CalendarDate`).
///
/// ```swift
/// let issued = UTCInstant(isoText: "2026-11-26T21:00:00Z")
/// issued?.day  // 2026-11-26
/// ```
package struct UTCInstant: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    package let secondsSince1970: Int

    package init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Reads `YYYY-MM-DDThh:mm:ssZ`, or nothing where the text has another form.
    package init?(isoText: String) {
        let bytes = Array(isoText.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CalendarDate(isoText: String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = UTCInstant.twoDigits(bytes[11..<13], below: 24),
            let minute = UTCInstant.twoDigits(bytes[14..<16], below: 60),
            let second = UTCInstant.twoDigits(bytes[17..<19], below: 60)
        else { return nil }
        secondsSince1970 = day.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// The day, in coordinated universal time.
    package var day: CalendarDate {
        let days = secondsSince1970 / 86_400
        return CalendarDate(dayNumber: secondsSince1970 % 86_400 < 0 ? days - 1 : days)
    }

    /// The instant so many seconds later, or earlier when negative.
    package func adding(seconds: Int) -> UTCInstant {
        UTCInstant(secondsSince1970: secondsSince1970 + seconds)
    }

    private static func twoDigits(_ bytes: ArraySlice<UInt8>, below limit: Int) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value < limit ? value : nil
    }
}

extension UTCInstant: Comparable {
    /// Whether the first instant is the earlier.
    package static func < (left: UTCInstant, right: UTCInstant) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}

extension UTCInstant: CustomStringConvertible {
    /// The instant as `YYYY-MM-DDThh:mm:ssZ`.
    package var description: String {
        let second = secondsSince1970 - day.dayNumber * 86_400
        let parts = [second / 3_600, second / 60 % 60, second % 60].map { part in
            part < 10 ? "0\(part)" : "\(part)"
        }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }
}
