extension BrokenManifest {
    /// What stands above the tables.
    static let headers: [BrokenManifest] = [
        .init(
            "another type",
            "carequote-fees",
            "carequote-plans",
            at: "/type",
            "is not \"carequote-fees\""
        ),
        .init("no type", "\"type\": \"carequote-fees\",", "", at: "/type", "is missing"),
        .init("no channel's state", "\"state\": \"CA\", ", "", at: "/channel/state", "is missing"),
        .init(
            "a client of two numbers",
            "\"1.0.0\"",
            "\"1.0\"",
            at: "/minClient",
            "is not the version of a program"
        ),
        .init(
            "a client with a leading zero",
            "\"1.0.0\"",
            "\"1.00.0\"",
            at: "/minClient",
            "is not the version of a program"
        ),
        .init(
            "version 0",
            "\"version\": 7",
            "\"version\": 0",
            at: "/version",
            "from 1 to 999999999"
        ),
        .init(
            "a negative version",
            "\"version\": 7",
            "\"version\": -7",
            at: "/version",
            "Write digits"
        ),
        .init(
            "a version with a point",
            "\"version\": 7",
            "\"version\": 7.0",
            at: "/version",
            "Write digits"
        ),
        .init(
            "a version of ten digits",
            "\"version\": 7",
            "\"version\": 1000000000",
            at: "/version",
            "Write digits"
        ),
        .init(
            "a version that overflows",
            "\"version\": 7",
            "\"version\": 18446744073709551623",
            at: "/version",
            "Write digits"
        ),
        .init(
            "a digest in capitals",
            ManifestText.digits("6"),
            ManifestText.digits("A"),
            at: "/previousSha256",
            "is not a SHA-256"
        ),
        .init(
            "a digest of 63 digits",
            ManifestText.digits("6"),
            String(ManifestText.digits("6").dropLast()),
            at: "/previousSha256",
            "is not a SHA-256"
        ),
    ]

    /// Days and instants.
    static let dates: [BrokenManifest] = [
        .init(
            "an instant with an offset",
            "21:00:00Z",
            "21:00:00+00:00",
            at: "/issued",
            "is not an instant"
        ),
        .init(
            "an instant without seconds",
            "21:00:00Z",
            "21:00Z",
            at: "/issued",
            "is not an instant"
        ),
        .init("an hour too late", "21:00:00Z", "24:00:00Z", at: "/issued", "is not an instant"),
        .init("a leap second", "21:00:00Z", "21:59:60Z", at: "/issued", "is not an instant"),
        .init(
            "a day that no month has",
            "\"2027-01-01\"",
            "\"2027-02-29\"",
            at: "/effective",
            "is not a day of the calendar"
        ),
        .init(
            "an instant for a day",
            "\"2027-12-31\"",
            "\"2027-12-31T00:00:00Z\"",
            at: "/expires",
            "is not a day of the calendar"
        ),
        // Day 400 after 2026-11-26 is 2027-12-31: 4 days to 11-30, 31 in December, 365 in 2027.
        .init(
            "an end 401 days after issue",
            "\"2027-12-31\"",
            "\"2028-01-01\"",
            at: "/expires",
            "401 days after the list was issued"
        ),
        .init(
            "an end before issue",
            "\"2027-01-01\",\n\"expires\": \"2027-12-31\"",
            "\"2026-01-01\",\n\"expires\": \"2026-11-25\"",
            at: "/expires",
            "before the list was issued on 2026-11-26"
        ),
        .init(
            "an end before it takes effect",
            "\"2027-12-31\"",
            "\"2026-12-31\"",
            at: "/expires",
            "before the list takes effect on 2027-01-01"
        ),
    ]

    /// Whose prices they are.
    static let channels: [BrokenManifest] = [
        .init(
            "another currency",
            "\"USD\"",
            "\"EUR\"",
            at: "/channel/currency",
            "is not \"USD\""
        ),
        .init(
            "a small currency",
            "\"USD\"",
            "\"usd\"",
            at: "/channel/currency",
            "is not \"USD\""
        ),
        .init("no currency", ", \"currency\": \"USD\"", "", at: "/channel/currency", "is missing"),
        .init("a small state", "\"CA\"", "\"ca\"", at: "/channel/state", "is not a state"),
        .init(
            "a state of three letters",
            "\"CA\"",
            "\"CAL\"",
            at: "/channel/state",
            "is not a state"
        ),
        .init(
            "a group with a capital",
            "\"harbor\"",
            "\"Harbor\"",
            at: "/channel/group",
            "is not the name of a clinic group"
        ),
        .init(
            "no payer's name",
            "\"all\"",
            "\"\"",
            at: "/channel/payer",
            "is not the name of a payer"
        ),
        .init(
            "a payer with a slash",
            "\"all\"",
            "\"a/b\"",
            at: "/channel/payer",
            "is not the name of a payer"
        ),
    ]
}
