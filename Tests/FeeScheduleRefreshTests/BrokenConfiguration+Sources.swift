extension BrokenConfiguration {
    static let documents: [BrokenConfiguration] = [
        .init("no JSON", "  \"tables\":", "  tables:", "10", ""),
        .init("cut off", "\"../Examples\"\n}", "\"../Examples\"\n", "24", ""),
        .init("text behind it", "\"../Examples\"\n}", "\"../Examples\"\n} x", "24", ""),
        .init(
            "an unknown name",
            "\"amountCap\"",
            "\"amountCaps\"",
            "15: /amountCaps",
            "Did you mean \"amountCap\"?"
        ),
        .init(
            "a name twice",
            "\"proxy\": \"http://proxy.example.org:3128\"",
            "\"tables\": \"x\"",
            "13: /tables",
            "stands twice"
        ),
        .init("no tables", "\"tables\": \"PriceTables\",", "", "1: /tables", "is missing"),
        .init("tables are no text", "\"PriceTables\"", "7", "10: /tables", "is not"),
        .init("tables are empty text", "\"PriceTables\"", "\"\"", "10: /tables", "is not a line"),
        .init(
            "a line break in a path",
            "\"PriceTables\"",
            "\"Price\\nTables\"",
            "10: /tables",
            "is not a line of text"
        ),
    ]

    static let addresses: [BrokenConfiguration] = [
        url("http", "http://fees.example.org/harbor/", "begins with http://"),
        url("file", "file:///srv/fees/harbor/", "begins with file://"),
        url("ftp", "ftp://fees.example.org/harbor/", "begins with ftp://"),
        url("capitals", "HTTPS://fees.example.org/harbor/", "begins with HTTPS://"),
        url("no scheme", "fees.example.org/harbor/", "does not begin with https://"),
        url("one slash", "https:/fees.example.org/harbor/", "does not begin with https://"),
        url("a user", "https://anna@fees.example.org/harbor/", "holds a user name"),
        url("a password", "https://anna:secret@fees.example.org/h/", "holds a user name"),
        url("no host", "https:///harbor/", "names no host"),
        url("an empty label", "https://fees..org/harbor/", "names no host"),
        url("an underscore", "https://fees_x.example.org/harbor/", "names no host"),
        url("a hyphen first", "https://-fees.example.org/harbor/", "names no host"),
        url("port 0", "https://fees.example.org:0/harbor/", "names no host"),
        url("port 65536", "https://fees.example.org:65536/harbor/", "names no host"),
        url("port with a sign", "https://fees.example.org:+443/harbor/", "names no host"),
        url("no path", "https://fees.example.org", "has no path"),
        url("a query for a path", "https://fees.example.org?x/", "has no path"),
        url("a fragment", "https://fees.example.org/harbor/#x/", "holds a #"),
        url("two dots", "https://fees.example.org/a/../harbor/", "holds a part . or .."),
        url("a space", "https://fees.example.org/har bor/", "is not an address"),
        url("a letter beyond ASCII", "https://fees.example.org/härbor/", "is not an address"),
        url("a backslash", "https://fees.example.org\\\\@x.org/", "is not an address"),
        url("an escaped NUL", "https://fees.example.org/\\u0000/", "is not an address"),
        url(
            "2,001 characters",
            "https://fees.example.org/" + String(repeating: "a", count: 1_975) + "/",
            "is not an address"
        ),
        url("a bundle's file", "https://fees.example.org/manifest.json", "does not end in a slash"),
        url("a bundle with a query", "https://fees.example.org/?a/", "does not end in a slash"),
        .init(
            "a folder for a list",
            "/ppo.csv?y=26",
            "/ppo/",
            "5: /sources/1/url",
            "ends in a slash"
        ),
        .init(
            "an address twice",
            "\"acme.pem\" }",
            "\"acme.pem\" }, { \"id\": \"b\", \"kind\": \"csv\", \"path\": \"services.csv\", "
                + "\"url\": \"https://acme.example.com:8443/ppo.csv?y=26\" }",
            "8: /sources/2/url",
            "is the address of an earlier source too"
        ),
    ]

    /// Another address of the bundle, on line 3.
    private static func url(_ what: String, _ text: String, _ message: String) -> Self {
        .init(what, "https://fees.example.org/harbor/", text, "3: /sources/0/url", message)
    }

    static let sources: [BrokenConfiguration] = [
        .init("an id in capitals", "\"harbor-group\"", "\"Harbor\"", "3: /sources/0/id", "is not"),
        .init("an empty id", "\"harbor-group\"", "\"\"", "3: /sources/0/id", "is not a name"),
        .init("an id that climbs", "\"harbor-group\"", "\"../x\"", "3: /sources/0/id", "is not"),
        .init(
            "an id of 41 letters",
            "harbor-group",
            String(repeating: "a", count: 41),
            "3: /sources/0/id",
            "1 to 40 small letters"
        ),
        .init("an id twice", "\"acme\"", "\"harbor-group\"", "5: /sources/1/id", "stands twice"),
        .init("no id", "\"id\": \"acme\", ", "", "5: /sources/1/id", "is missing"),
        .init("no kind", "\"kind\": \"csv\", ", "", "5: /sources/1/kind", "is missing"),
        .init("another kind", "\"csv\"", "\"xlsx\"", "5: /sources/1/kind", "one of: bundle, csv"),
        .init(
            "no channel",
            "\"channel\": { \"group\": \"harbor\", \"payer\": \"all\", \"state\": \"CA\" }, ",
            "",
            "3: /sources/0/channel",
            "is missing"
        ),
        .init(
            "a channel's group",
            "\"group\": \"harbor\"",
            "\"group\": \"H\"",
            "4: /sources/0/channel/group",
            "is not the name of a clinic group"
        ),
        .init(
            "a channel's payer",
            "\"payer\": \"all\"",
            "\"payer\": \"\"",
            "4: /sources/0/channel/payer",
            "is not the name of a payer"
        ),
        .init(
            "a channel's state",
            "\"CA\"",
            "\"California\"",
            "4: /sources/0/channel/state",
            "is not a state"
        ),
        .init(
            "a channel without a state",
            ", \"state\": \"CA\"",
            "",
            "4: /sources/0/channel/state",
            "is missing"
        ),
        .init(
            "no key required",
            "\"keysRequired\": 2",
            "\"keysRequired\": 0",
            "4: /sources/0/keysRequired",
            "from 1 to 8"
        ),
        .init(
            "keys for a list",
            "\"sha256\": \"\(ConfigurationText.digest)\"",
            "\"keysRequired\": 1",
            "7: /sources/1/keysRequired",
            "belongs to a source of kind \"bundle\""
        ),
        .init(
            "a place for a bundle",
            "\"keysRequired\": 2",
            "\"path\": \"services.csv\"",
            "4: /sources/0/path",
            "belongs to a source of kind \"csv\""
        ),
        .init(
            "no place",
            "\"path\": \"schedules/acme-ppo-2026.csv\",",
            "",
            "5: /sources/1/path",
            "is missing"
        ),
        path("a JSON document", "schedules/acme-ppo-2026.json"),
        path("a path that climbs", "schedules/../acme.csv"),
        path("a whole path", "/etc/acme.csv"),
        path("a place where no table lies", "rules/acme.csv"),
        .init("a short digest", "0f0f", "0f", "7: /sources/1/sha256", "is not a SHA-256"),
        .init("a digest in capitals", "0f0f", "0F0F", "7: /sources/1/sha256", "is not a SHA-256"),
    ]

    /// Another place of the list, on line 6.
    private static func path(_ what: String, _ text: String) -> Self {
        .init(
            what,
            "schedules/acme-ppo-2026.csv",
            text,
            "6: /sources/1/path",
            "is not the place of a CSV table"
        )
    }
}
