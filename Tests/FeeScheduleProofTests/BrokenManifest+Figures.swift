extension BrokenManifest {
    /// Sizes and sums.
    static let figures: [BrokenManifest] = [
        .init("an empty table", "4096", "0", at: "/files/0/size", "from 1 to 8388608"),
        .init("a table over 8 MiB", "4096", "8388609", at: "/files/0/size", "from 1 to 8388608"),
        .init("a negative size", "4096", "-4096", at: "/files/0/size", "Write digits"),
        .init("a size with an exponent", "4096", "4e3", at: "/files/0/size", "Write digits"),
        .init("a size as text", "4096", "\"4096\"", at: "/files/0/size", "is not a number"),
        .init(
            "a size that overflows",
            "4096",
            "9223372036854775808",
            at: "/files/0/size",
            "Write digits"
        ),
        .init("negative rows", "120", "-1", at: "/files/0/rows", "Write digits"),
        .init("minus no rows", "120", "-0", at: "/files/0/rows", "Write digits"),
        .init("rows with a point", "120", "120.0", at: "/files/0/rows", "Write digits"),
        .init("100,001 rows", "120", "100001", at: "/files/0/rows", "from 0 to 100000"),
        .init("a negative total", "734050", "-734050", at: "/files/0/totalCents", "Write digits"),
        .init(
            "a total with an exponent",
            "734050",
            "7E5",
            at: "/files/0/totalCents",
            "Write digits"
        ),
        .init(
            "a total in dollars",
            "734050",
            "7340.50",
            at: "/files/0/totalCents",
            "Write digits"
        ),
        .init(
            "a total that overflows",
            "734050",
            "99999999999999999999",
            at: "/files/0/totalCents",
            "Write digits"
        ),
        .init("a total with a leading zero", "734050", "0734050", "this is not a number"),
    ]

    /// The list of tables.
    static let files: [BrokenManifest] = [
        .init(
            "no digest of a table",
            "\"sha256\": \"\(ManifestText.digits("a"))\", ",
            "",
            at: "/files/0/sha256",
            "is missing"
        ),
        .init(
            "a digest with a space",
            ManifestText.digits("a"),
            String(ManifestText.digits("a").dropLast()) + " ",
            at: "/files/0/sha256",
            "is not a SHA-256"
        ),
        .init(
            "no control total",
            ", \"totalCents\": 734050",
            "",
            at: "/files/0/totalCents",
            "is missing"
        ),
        .init(
            "an unknown name of a table",
            "\"rows\": 120",
            "\"rows\": 120, \"mode\": \"0777\"",
            at: "/files/0/mode",
            "is not a name that is known here"
        ),
        .init(
            "a table given twice",
            "\"services.csv\"",
            "\"schedules/acme-ppo-2027.csv\"",
            at: "/files/1/name",
            "stands twice"
        ),
    ]
}
