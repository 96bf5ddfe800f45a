import QuoteDocuments
import TestSupport
import Testing

@Suite("A batch")
struct BatchTests {
    /// Requests that differ in their units, and so in their ids.
    private func requests(_ count: Int) -> [String] {
        (1...count).map { number in
            RequestText(
                visits: RequestText.visit(
                    "2026-11-23",
                    RequestText.service(", \"units\": \(number)")
                )
            ).json
        }
    }

    private func error(_ line: JSONValue?) -> JSONValue? { line?["error"] }

    @Test("answers in the order of the lines, with the ids of single quotes", arguments: [1, 2, 5])
    func order(_ jobs: Int) async throws {
        // Every tenth line costs more time than those around it.
        var requests = requests(90)
        for index in stride(from: 0, to: 90, by: 10) {
            requests[index] = WorkedScenario.all[index / 10 % 3].json
        }
        var batch = BatchInMemory(requests.joined(separator: "\n") + "\n")
        let tally = try await batch.run(jobs: jobs)

        let ids = try batch.answers().map { $0["id"]?.text }
        #expect(ids == (try requests.map { try Desk.quote($0).id }))
        #expect(tally.lines == 90)
        #expect(tally.failures == 0)
    }

    @Test("answers a line with what a single quote is, on one line")
    func sameQuote() async throws {
        let requests = WorkedScenario.all.map(\.json) + [requests(1)[0]]
        var batch = BatchInMemory(requests.joined(separator: "\n"))
        _ = try await batch.run()

        let answers = try batch.answers()
        #expect(answers.count == requests.count)
        for (answer, request) in zip(answers, requests) {
            let single = try JSONValue(QuoteJSON(try Desk.quote(request), words: Words()).bytes())
            #expect(answer == single)
        }
        #expect(answers.first?["totals"]?["patientPays"] == .string("717.96"))
        #expect(!batch.written.contains(UInt8(ascii: "\r")))
    }

    @Test("answers a wrong line with its number and every error, and goes on")
    func errors() async throws {
        let good = requests(1)[0]
        let wrong = RequestText(
            visits: RequestText.visit("2026-11-31"),
            coverage: RequestText.plan(
                benefits: #"[{"category": "chiropractic", "coinsurance": "20"}]"#
            )
        ).json
        var batch = BatchInMemory("\(good)\n\(wrong)\n{\n\(good)\n")
        let tally = try await batch.run()

        let answers = try batch.answers()
        #expect(answers.map { error($0)?["line"] } == [nil, .number("2"), .number("3"), nil])
        let findings = error(answers[1])?["errors"]?.elements ?? []
        #expect(findings.map(\.names) == [["pointer", "found", "message"]] + [findings[1].names])
        #expect(
            findings.map { $0["pointer"]?.text } == [
                "/visits/0/date", "/coverage/0/plan/benefits/0/coinsurance",
            ]
        )
        #expect(findings[0]["found"]?.text == "\"2026-11-31\"")
        #expect(
            findings[1]["message"]?.text
                == "is 20 times the price; write \"0.20\" for 20 percent"
        )
        #expect(tally.lines == 4)
        #expect(tally.failures == 2)
    }

    /// The brace that is missing would stand at the twelfth character.
    @Test("says at which column a line stops being JSON")
    func column() async throws {
        var batch = BatchInMemory(#"{"asOf": 1,"#)
        _ = try await batch.run()

        let finding = error(try batch.answers().first)?["errors"]?.elements.last
        #expect(
            finding?["message"]?.text
                == "column 12: the document ends here, before it is complete. Close what is open"
        )
    }

    @Test("tells a price that is missing with the table that lacks it")
    func missingPrice() async throws {
        let line = RequestText(
            visits: RequestText.visit("2026-11-23", #"{"code": "98941", "charge": "72.00"}"#),
            coverage: RequestText.plan(more: #", "feeSchedule": "nobody""#)
        ).json
        var batch = BatchInMemory(line)
        _ = try await batch.run()

        let failure = try #require(Desk.failure(line))
        let findings = error(try batch.answers().first)?["errors"]?.elements ?? []
        #expect(!findings.isEmpty)
        #expect(findings.count == failure.request.count + failure.tables.count)
    }

    @Test(
        "calls an empty line an error",
        arguments: ["", "\r", "  \t", " \r"]
    )
    func emptyLines(_ empty: String) async throws {
        let good = requests(1)[0]
        var batch = BatchInMemory("\(good)\n\(empty)\n\(good)\n")
        let tally = try await batch.run()

        let errors = try batch.answers().map { error($0) }
        #expect(errors.map { $0?["line"] } == [nil, .number("2"), nil])
        #expect(
            errors[1]?["errors"]?[0]?["message"]?.text
                == "the line is empty. Write a request in it, or take it out"
        )
        #expect(tally.failures == 1)
    }

    @Test("reads lines that end in a carriage return, and a last one that nothing ends")
    func lineEnds() async throws {
        let (first, second) = (requests(2)[0], requests(2)[1])
        var batch = BatchInMemory("\(first)\r\n\(second)")
        let tally = try await batch.run()

        #expect(tally.failures == 0)
        #expect(
            try batch.answers().map { $0["id"]?.text }
                == [try Desk.quote(first).id, try Desk.quote(second).id]
        )
    }

    @Test("answers nothing to nothing")
    func nothing() async throws {
        var batch = BatchInMemory(blocks: [])
        let tally = try await batch.run()

        #expect(batch.written.isEmpty)
        #expect(tally == BatchTally())
    }

    /// 65,536 bytes are allowed, so a line of one byte more is refused unread.
    @Test("refuses a line above 64 KiB, and only that")
    func longLines() async throws {
        let good = requests(1)[0]
        let padded = good + String(repeating: " ", count: 65_536 - good.utf8.count)
        var batch = BatchInMemory("\(padded)\n\(padded) \n\(good)\n")
        _ = try await batch.run()

        let errors = try batch.answers().map { error($0) }
        #expect(errors.map { $0?["line"] } == [nil, .number("2"), nil])
        #expect(
            errors[1]?["errors"]?[0]?["message"]?.text?
                .hasPrefix("the line holds more than 65536 bytes. ") == true
        )
    }

    @Test(
        "survives bytes that are no JSON",
        arguments: [[0], [0xFF, 0xFE], [0x7B, 0x22, 0xC3, 0x22, 0x7D], Array("nul\u{0}".utf8)]
    )
    func strangeBytes(_ bytes: [UInt8]) async throws {
        let good = requests(1)[0]
        var batch = BatchInMemory(blocks: [bytes, Array("\n\(good)\n".utf8)])
        let tally = try await batch.run()

        let answers = try batch.answers()
        #expect(error(answers.first)?["line"] == .number("1"))
        #expect(answers.last?["id"]?.text == (try Desk.quote(good).id))
        #expect(tally.failures == 1)
    }
}
