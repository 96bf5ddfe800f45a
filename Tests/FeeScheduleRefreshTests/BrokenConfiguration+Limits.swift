extension BrokenConfiguration {
    static let trust: [BrokenConfiguration] = [
        .init("an empty file of roots", "own.crt", "\\u0007", "11: /caFile", "is not a line"),
        .init(
            "one pin",
            ", \"\(ConfigurationText.otherPin)\"",
            "",
            "12: /pins/1",
            "is missing. Write the key that the server will change to"
        ),
        .init(
            "three pins",
            "\"\(ConfigurationText.otherPin)\"",
            "\"\(ConfigurationText.otherPin)\", \"x\"",
            "12: /pins",
            "holds 3 pins"
        ),
        .init(
            "a pin twice",
            ConfigurationText.otherPin,
            ConfigurationText.pin,
            "12: /pins/1",
            "stands twice"
        ),
        pin("without its mark", String(ConfigurationText.pin.dropFirst(8))),
        pin("of 31 bytes", "sha256//" + String(repeating: "A", count: 42) + "=="),
        // The 43rd letter carries four bits, so that B, 000001, has a bit that nobody reads.
        pin("with a stray bit", "sha256//" + String(repeating: "A", count: 42) + "B="),
        pin(
            "with a letter that Base64 lacks",
            "sha256//" + String(repeating: "-", count: 43) + "="
        ),
        proxy("with a password", "http://anna:secret@proxy.example.org:3128"),
        proxy("of another kind", "socks4://proxy.example.org"),
        proxy("with a path", "http://proxy.example.org:3128/x"),
        proxy("without a scheme", "proxy.example.org:3128"),
    ]

    private static func pin(_ what: String, _ text: String) -> Self {
        .init(
            "a pin \(what)",
            ConfigurationText.otherPin,
            text,
            "12: /pins/1",
            "is not the SHA-256 of a public key"
        )
    }

    private static func proxy(_ what: String, _ text: String) -> Self {
        .init(
            "a proxy \(what)",
            "http://proxy.example.org:3128",
            text,
            "13: /proxy",
            "is not a proxy without user name"
        )
    }

    static let limits: [BrokenConfiguration] = [
        .init(
            "a service in capitals",
            "\"exam-new-standard\"",
            "\"Exam New\"",
            "14: /demandedServices/1",
            "is not a service"
        ),
        .init(
            "a service twice",
            "\"exam-new-standard\"",
            "\"adjust-spine-1-2\"",
            "14: /demandedServices/1",
            "stands twice"
        ),
        .init("a cap with a sign", "\"5000.00\"", "\"-1\"", "15: /amountCap", "is not an amount"),
        .init("a cap of nothing", "\"5000.00\"", "\"0.00\"", "15: /amountCap", "would refuse"),
        .init("a cap with a fraction", "\"5000.00\"", "50.5", "15: /amountCap", "as text"),
        percent("101", "101"),
        percent("below zero", "-1"),
        percent("a number with a fraction", "12.5"),
        percent("a sign of percent", "\"12 %\""),
        percent("an exponent", "1e1"),
        percent("eight decimals", "\"1.00000001\""),
        percent("true", "true"),
        .init(
            "no service of a factor",
            "\"factorServices\": 4",
            "\"factorServices\": 0",
            "17: /holding/factorServices",
            "from 1 to 1000"
        ),
        .init(
            "an unknown threshold",
            "\"rowsPercent\"",
            "\"columnPercent\"",
            "17: /holding/columnPercent",
            "is not a name that is known here"
        ),
        .init(
            "one snapshot",
            "\"snapshots\": 5",
            "\"snapshots\": 1",
            "22: /keep/snapshots",
            "2 to"
        ),
        .init("no days", "\"days\": 500", "\"days\": 0", "22: /keep/days", "from 1 to 36500"),
    ]

    private static func percent(_ what: String, _ text: String) -> Self {
        .init(
            "percent: \(what)",
            "\"serviceChangePercent\": 30",
            "\"serviceChangePercent\": \(text)",
            "16: /holding/serviceChangePercent",
            "is not percent. Write a whole number from 0 to 100"
        )
    }

    static let deadlines: [BrokenConfiguration] = [
        .init(
            "no time to connect",
            "\"connectMilliseconds\": 9000",
            "\"connectMilliseconds\": 0",
            "18: /deadlines/connectMilliseconds",
            "from 1 to 3600000"
        ),
        .init(
            "a connection longer than the download",
            "\"connectMilliseconds\": 9000",
            "\"connectMilliseconds\": 90001",
            "18: /deadlines/connectMilliseconds",
            "more than transferMilliseconds, 90000"
        ),
        .init(
            "a download longer than the run",
            "\"runSeconds\": 900",
            "\"runSeconds\": 89",
            "18: /deadlines/transferMilliseconds",
            "longer than the whole run of 89 seconds"
        ),
        .init(
            "a run of more than a day",
            "\"runSeconds\": 900",
            "\"runSeconds\": 86401",
            "19: /deadlines/runSeconds",
            "from 1 to 86400"
        ),
        .init(
            "time as text",
            "\"lowSpeedSeconds\": 20",
            "\"lowSpeedSeconds\": \"20\"",
            "19: /deadlines/lowSpeedSeconds",
            "is not"
        ),
        .init(
            "no speed",
            "\"lowSpeedBytesPerSecond\": 50",
            "\"lowSpeedBytesPerSecond\": 0",
            "19: /deadlines/lowSpeedBytesPerSecond",
            "from 1 to 1000000"
        ),
        .init("five attempts", "\"attempts\": 3", "\"attempts\": 5", "20: /retry/attempts", "to 4"),
        .init(
            "a first wait above the longest",
            "\"firstDelayMilliseconds\": 1000",
            "\"firstDelayMilliseconds\": 30001",
            "20: /retry/firstDelayMilliseconds",
            "more than mostDelayMilliseconds, 30000"
        ),
        .init(
            "waits of more than a minute",
            "\"mostDelayMilliseconds\": 30000",
            "\"mostDelayMilliseconds\": 60001",
            "21: /retry/mostDelayMilliseconds",
            "from 1 to 60000"
        ),
        .init(
            "attempts for more than ten minutes",
            "\"totalSeconds\": 300",
            "\"totalSeconds\": 601",
            "21: /retry/totalSeconds",
            "from 1 to 600"
        ),
        .init(
            "a wait of more than a quarter of an hour",
            "\"mostRetryAfterSeconds\": 600",
            "\"mostRetryAfterSeconds\": 901",
            "21: /retry/mostRetryAfterSeconds",
            "from 1 to 900"
        ),
    ]
}
