import CareModel
import FeeScheduleRefresh
import Testing

@Suite("The limits of a content check")
struct ContentLimitTests {
    private static func check(_ text: String, _ limits: ContentLimits) -> ContentCheck {
        ContentCheck(
            name: ContentCase.prices,
            bytes: Array((ContentCase.header + text).utf8),
            limits: limits,
            catalog: nil,
            effective: ContentCase.day
        )
    }

    /// Only the name of a service can be of any length, and then it is none: a line that is read
    /// has that finding, and one that is too long has its own.
    @Test("take a line of 4,096 bytes and not one of 4,097", arguments: ["\n", "\r\n"])
    func lineLength(_ end: String) {
        let tail = ",,40.00,,2026-01-01,"
        let longest = String(repeating: "a", count: 4_096 - tail.count) + tail + end
        let findings = ContentLimitTests.check(longest, ContentCase.limits).findings
        #expect(
            findings.map(\.message) == [
                "is not the name of a service. Write a key such as adjust-spine-3-4"
            ]
        )

        let longer = ContentLimitTests.check("a" + longest, ContentCase.limits).findings
        #expect(
            longer.map(\.description) == [
                "\(ContentCase.prices):2:1: the line holds 4097 bytes, and at most 4096 are read. "
                    + "Shorten it"
            ]
        )
    }

    /// 100,000 services of one row each.
    @Test("take 100,000 rows and not one more")
    func rowCount() {
        var text = ""
        for number in 1...100_000 { text += "s\(number),,1,,2026-01-01,\n" }
        let most = ContentLimitTests.check(text, ContentCase.limits)
        #expect(most.findings == [])
        #expect(most.totals == ContentTotals(rows: 100_000, totalCents: 10_000_000))

        let more = ContentLimitTests.check(text + "s0,,1,,2026-01-01,\n", ContentCase.limits)
        #expect(
            more.findings.map(\.description) == [
                "\(ContentCase.prices):100002:1: row 100001 stands here, and at most 100000 are "
                    + "read. Publish fewer rows"
            ]
        )
    }

    @Test("take the cap and not a cent more, 0.01 and not 0.00")
    func amounts() {
        for (amount, isRight) in [
            ("10000.00", true), ("10000.01", false), ("0.01", true), ("0.00", false),
        ] {
            let check = ContentLimitTests.check(
                "massage,,\(amount),,2026-01-01,\n",
                ContentCase.limits
            )
            #expect(check.findings.isEmpty == isRight, "\(amount)")
        }
    }

    @Test("take 32 lists in one another and not 33")
    func depth() {
        for (depth, isRight) in [(32, true), (33, false)] {
            let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let check = ContentCase.check("plans/acme.json", Array(text.utf8))
            #expect(check.findings.isEmpty == isRight, "\(depth)")
        }
    }

    @Test("show twenty findings and tell how many more there are")
    func report() {
        func report(_ rows: Int) -> ContentReport {
            let text = (1...rows).map { "s\($0),,x,,2026-01-01,\n" }.joined()
            return ContentReport([ContentLimitTests.check(text, ContentCase.limits)])
        }
        let twenty = report(20)
        #expect(twenty.lines.count == 20)
        #expect(twenty.more == 0)

        let more = report(21)
        #expect(more.lines.count == 21)
        #expect(more.lines.last == "and 1 more")
        #expect(more.description.hasSuffix("\nand 1 more\n"))

        // More than are kept are counted all the same.
        let many = report(1_500)
        #expect(many.lines.count == 21)
        #expect(many.lines.last == "and 1480 more")
    }

    @Test("hold the control totals against those that are stated")
    func totals() {
        // 40.00 and 118.40 and 7 dollars; reduced prices do not count.
        let text = "a,,40.00,20.00,2026-01-01,\nb,,118.4,,2026-01-01,\nc,,7,,2026-01-01,\n"
        let totals = ContentLimitTests.check(text, ContentCase.limits).totals
        #expect(totals == ContentTotals(rows: 3, totalCents: 165_40))
        #expect(totals.findings(against: totals, file: "a.csv") == [])
        let stated = ContentTotals(rows: 4, totalCents: 165_41)
        #expect(
            totals.findings(against: stated, file: "a.csv").map(\.description) == [
                "a.csv: holds 3 rows, and the manifest states 4. "
                    + "Publish the file and its control totals anew",
                "a.csv: holds amounts of 165.40 in all, and the manifest states 165.41. "
                    + "Publish the file and its control totals anew",
            ]
        )
        let document = ContentCase.check("plans/acme.json", Array("{}".utf8))
        #expect(document.totals == ContentTotals(rows: 0, totalCents: 0))
    }
}
