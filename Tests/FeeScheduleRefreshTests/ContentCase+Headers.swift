extension ContentCase {
    private static let write =
        "Write 'service,modifier,amount_usd,reduced_usd,effective_from,effective_to'"

    private static func headed(_ header: String, _ says: String) -> ContentCase {
        file(
            "the header \(header.debugDescription)",
            Array((header + "\n" + right).utf8),
            "1:\(says). \(write)"
        )
    }

    static let headers: [ContentCase] = [
        headed(
            "Service,modifier,amount_usd,reduced_usd,effective_from,effective_to",
            "1: 'Service' stands where the column service should"
        ),
        headed(
            "service,modifier,amount,reduced_usd,effective_from,effective_to",
            "18: 'amount' stands where the column amount_usd should"
        ),
        headed(
            "service,amount_usd,modifier,reduced_usd,effective_from,effective_to",
            "9: 'amount_usd' stands where the column modifier should"
        ),
        // "service,modifier,amount_usd,reduced_usd,effective_from" is 54 characters.
        headed(
            "service,modifier,amount_usd,reduced_usd,effective_from",
            "55: the column effective_to is missing"
        ),
        headed(
            "service,modifier,amount_usd,reduced_usd,effective_from,effective_to,note",
            "69: 'note' is one column too many"
        ),
        headed(
            "service,modifier,amount_usd,reduced_usd,effective_from,effective_to,",
            "69: the last column has no name"
        ),
        headed(
            "service,,amount_usd,reduced_usd,effective_from,effective_to",
            "9: an empty cell stands where the column modifier should"
        ),
        headed(
            "service;modifier;amount_usd;reduced_usd;effective_from;effective_to",
            "1: 'service;modifier;amount_usd;reduced_usd…' stands where the column service should"
        ),
        headed(
            "service, modifier,amount_usd,reduced_usd,effective_from,effective_to",
            "9: ' modifier' stands where the column modifier should"
        ),
        file(
            "no header",
            Array(right.utf8),
            "1:1: 'adjust-spine-1-2' stands where the column service should. \(write)"
        ),
        ContentCase(
            "line feeds only",
            prices,
            Array("\n\r\n\n".utf8),
            says: ["\(prices): holds no header. \(write)"]
        ),
        file(
            "a header with an open quote",
            Array("service,\"modifier\n".utf8),
            "1:9: '\"modifier' the quote that opens here is not closed on its line. Close it"
        ),
    ]

    private static func twice(_ line: Int) -> String {
        "begins a second price of massage on that day; line \(line) has one. Delete one of the two"
    }

    private static func overlap(_ line: Int, _ price: String = "massage") -> String {
        "overlaps line \(line), which also prices \(price) then. "
            + "End one row before the other begins"
    }

    private static let row2026 = "massage,,40.00,,2026-01-01,2026-06-30\n"

    static let periods: [ContentCase] = [
        rows(row2026 + "massage,,40.00,,2026-01-01,2026-06-30", "4:17: '2026-01-01' \(twice(3))"),
        rows(row2026 + "massage,,41.00,,2026-01-01,", "4:17: '2026-01-01' \(twice(3))"),
        rows(
            row2026 + row2026 + "massage,,40.00,,2026-01-01,2026-06-30",
            "4:17: '2026-01-01' \(twice(3))",
            "5:17: '2026-01-01' \(twice(3))"
        ),
        rows(row2026 + "massage,,41.00,,2026-06-30,", "4:17: '2026-06-30' \(overlap(3))"),
        rows(
            "massage,,40.00,,2026-01-01,\nmassage,,41.00,,2027-01-01,",
            "4:17: '2027-01-01' \(overlap(3))"
        ),
        // The later period is the one that is told, whichever line comes first.
        rows(
            "massage,,41.00,,2026-02-01,\nmassage,,40.00,,2026-01-01,",
            "3:17: '2026-02-01' \(overlap(4))"
        ),
        // The year on line 3 holds both of the others.
        rows(
            "massage,,40.00,,2026-01-01,2026-12-31\nmassage,,41.00,,2026-02-01,2026-02-28\n"
                + "massage,,42.00,,2026-04-01,2026-04-30",
            "4:17: '2026-02-01' \(overlap(3))",
            "5:17: '2026-04-01' \(overlap(3))"
        ),
        rows(
            "massage,GP,40.00,,2026-01-01,\nmassage,GP,41.00,,2026-02-01,",
            "4:19: '2026-02-01' \(overlap(3, "massage GP"))"
        ),
        rows(
            row2026 + "massage,,41.00,,2026-07-02,",
            "4:17: '2026-07-02' leaves massage without a price after 2026-06-30, where line 3 "
                + "ends. Write 2026-07-01, or end that row on 2026-07-01"
        ),
        rows(
            "massage,,41.00,,2027-01-01,\n" + row2026.dropLast(),
            "3:17: '2027-01-01' leaves massage without a price after 2026-06-30, where line 4 "
                + "ends. Write 2026-07-01, or end that row on 2026-12-31"
        ),
        // A row that cannot be read may be the one that fills the days, so that no gap is told.
        rows(
            row2026 + "massage,,41.00,,2026-O7-01,2026-12-31\nmassage,,42.00,,2027-01-01,",
            "4:17: '2026-O7-01' is not a day of the calendar. Write YYYY-MM-DD, "
                + "such as 2026-01-01"
        ),
    ]
}
