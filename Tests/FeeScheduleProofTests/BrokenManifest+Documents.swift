extension BrokenManifest {
    /// Not JSON, or JSON that no manifest is.
    static let documents: [BrokenManifest] = [
        .init("a byte order mark", "{\n\"type\"", "\u{FEFF}{\n\"type\"", "byte order mark"),
        .init("NUL between values", "\"version\": 7", "\"version\": \0", "this is not a value"),
        .init("NUL in text", "\"harbor\"", "\"har\0bor\"", "a control character"),
        .init("text after the end", "]\n}", "]\n} {}", "something follows the end"),
        .init("an end that is missing", "]\n}", "]\n", "the document ends here"),
        .init("a comma too many", "]\n}", "],\n}", "this is not a value after the comma"),
        .init("a comment", "{\n\"type\"", "{ // fees\n\"type\"", "this is not a name in quotes"),
        .init(
            "an unknown name",
            "\"version\": 7",
            "\"version\": 7, \"note\": 1",
            at: "/note",
            "is not a name that is known here"
        ),
        .init(
            "a misspelt name",
            "\"minClient\"",
            "\"minCliemt\"",
            at: "/minCliemt",
            "Did you mean \"minClient\"?"
        ),
        .init(
            "a name given twice",
            "\"version\": 7",
            "\"version\": 7, \"version\": 8",
            at: "/version",
            "stands twice"
        ),
        .init(
            "a name given twice with an escape",
            "\"version\": 7",
            "\"version\": 7, \"\\u0076ersion\": 7",
            at: "/version",
            "stands twice"
        ),
        .init(
            "a name given twice in the channel",
            "\"group\": \"harbor\"",
            "\"group\": \"harbor\", \"group\": \"other\"",
            at: "/channel/group",
            "stands twice"
        ),
        .init(
            "a name given twice in a file",
            "\"rows\": 120",
            "\"rows\": 120, \"rows\": 121",
            at: "/files/0/rows",
            "stands twice"
        ),
    ]

    /// A value of another kind.
    static let wrongTypes: [BrokenManifest] = [
        .init("a type that is a number", "\"carequote-fees\"", "1", at: "/type", "is not text"),
        .init(
            "a channel that is text",
            "{ \"group\": \"harbor\", \"payer\": \"all\", "
                + "\"state\": \"CA\", \"currency\": \"USD\" }",
            "\"harbor\"",
            at: "/channel",
            "is not an object"
        ),
        .init(
            "a client that is a number",
            "\"1.0.0\"",
            "1",
            at: "/minClient",
            "is not the version of a program"
        ),
        .init(
            "a version that is text",
            "7,\n\"issued\"",
            "\"7\",\n\"issued\"",
            at: "/version",
            "is not a number"
        ),
        .init(
            "an instant that is a number",
            "\"2026-11-26T21:00:00Z\"",
            "1795726800",
            at: "/issued",
            "is not an instant"
        ),
        .init(
            "a day that is a list",
            "\"2027-01-01\"",
            "[2027, 1, 1]",
            at: "/effective",
            "is not a date"
        ),
        .init(
            "a digest that is true",
            "\"\(ManifestText.digits("6"))\"",
            "true",
            at: "/previousSha256",
            "is not a SHA-256"
        ),
        .init(
            "files that are an object",
            "\"files\": [",
            "\"files\": {}, \"file\": [",
            at: "/files",
            "is not a list"
        ),
        .init(
            "a file that is text",
            "\"files\": [",
            "\"files\": [\"services.csv\",",
            at: "/files/0",
            "is not an object"
        ),
        .init(
            "a version that is null",
            "\"version\": 7",
            "\"version\": null",
            at: "/version",
            "is missing"
        ),
    ]
}
