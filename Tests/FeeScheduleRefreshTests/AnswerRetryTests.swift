import FeeScheduleRefresh
import Testing

@Suite("A download that fails")
struct AnswerRetryTests {
    /// Four attempts: the waits are 2, 4 and 8 seconds, for a jitter of 0.5 changes nothing.
    @Test("is tried again four times, later and later", arguments: [408, 429, 500, 502, 503, 504])
    func later(_ status: Int) throws {
        let desk = try RefreshDesk()
        desk.web.answers[RefreshDesk.url + "manifest.json"] = [
            .success(DownloadAnswer(status: status, headers: [], body: []))
        ]
        let report = try desk.run()

        #expect(report.exit == .unavailable)
        #expect(desk.web.asked.count == 4)
        #expect(desk.web.waits == [2_000, 4_000, 8_000])
    }

    @Test("succeeds where a later attempt does")
    func recovers() throws {
        let desk = try RefreshDesk()
        _ = try desk.publish(try RefreshDesk.list("45.10"), version: 1)
        let url = RefreshDesk.url + RefreshDesk.schedule
        let failure = Result<DownloadAnswer, DownloadFailure>.success(
            DownloadAnswer(status: 500, headers: [], body: [])
        )
        desk.web.answers[url] = [failure, failure] + (desk.web.answers[url] ?? [])
        let report = try desk.run()

        #expect(report.exit == .done || report.exit == .held)
        #expect(desk.web.asked.count { $0.url == url } == 3)
    }

    /// A server may ask for 15 minutes at most; what is no number of seconds is passed over.
    @Test(
        "waits as long as the server asks, within fifteen minutes",
        arguments: [
            ("120", 120_000), ("86400", 900_000), ("-5", 2_000), ("soon", 2_000),
            ("Fri, 27 Nov 2026 02:31:30 GMT", 90_000), ("Fri, 27 Nov 2026 02:29:00 GMT", 2_000),
        ]
    )
    func retryAfter(_ asked: String, _ first: Int) throws {
        let desk = try RefreshDesk()
        desk.web.answers[RefreshDesk.url + "manifest.json"] = [
            .success(
                DownloadAnswer(status: 503, headers: [("retry-after", asked)], body: [])
            )
        ]
        _ = try desk.run()
        #expect(desk.web.waits.first == first)
    }

    @Test("is never tried again where that cannot help", arguments: [301, 400, 401, 403, 404, 410])
    func never(_ status: Int) throws {
        let desk = try RefreshDesk()
        desk.web.answers[RefreshDesk.url + "manifest.json"] = [
            .success(DownloadAnswer(status: status, headers: [], body: []))
        ]
        let report = try desk.run()

        #expect(report.exit == (status == 301 ? .peerRefused : .unavailable))
        #expect(desk.web.asked.count == 1)
        #expect(desk.web.waits == [])
    }

    @Test("is asked for once more past caches where the answer is no file", arguments: Odd.all)
    func once(_ odd: Odd) throws {
        let desk = try RefreshDesk()
        desk.web.answers[RefreshDesk.url + "manifest.json"] = [.success(odd.answer)]
        let report = try desk.run()

        #expect(report.exit == odd.exit)
        #expect(desk.web.asked.map(\.refetches) == [false, true])
        #expect(desk.web.waits == [])
        #expect(try desk.installed() == nil)
    }

    /// An answer that libcurl takes for a success.
    struct Odd: CustomTestStringConvertible {
        let testDescription: String
        let answer: DownloadAnswer
        let exit: RefreshExit

        init(
            _ description: String,
            _ status: Int = 200,
            _ headers: [(name: String, value: String)] = [],
            body: String = "{}",
            _ exit: RefreshExit = .peerRefused
        ) {
            testDescription = description
            answer = DownloadAnswer(status: status, headers: headers, body: Array(body.utf8))
            self.exit = exit
        }

        static let all: [Odd] = [
            Odd("no content", 204, body: ""),
            Odd("a part that was not asked for", 206),
            Odd("nothing changed, unasked", 304, body: ""),
            Odd("empty", body: ""),
            Odd("a login page", 200, [("content-type", "text/html; charset=utf-8")]),
            Odd("compressed unasked", 200, [("content-encoding", "gzip")]),
            Odd(
                "two lengths",
                200,
                [("content-length", "2"), ("content-length", "3")],
                .proofRefused
            ),
        ]
    }

    /// The clock of the test stands at 02:30:00; ten minutes are let pass, a second more is not.
    @Test(
        "for a clock that is wrong installs nothing",
        arguments: [
            ("Fri, 27 Nov 2026 02:40:00 GMT", RefreshExit.proofRefused),
            ("Fri, 27 Nov 2026 02:40:01 GMT", .configuration),
            ("Fri, 27 Nov 2026 02:19:59 GMT", .configuration),
        ]
    )
    func clock(_ date: String, _ exit: RefreshExit) throws {
        let desk = try RefreshDesk()
        let answer = DownloadAnswer(status: 200, headers: [("date", date)], body: [0x7B])
        for name in ["manifest.json", "manifest.json.sig"] {
            desk.web.answers[RefreshDesk.url + name] = [.success(answer)]
        }
        #expect(try desk.run().exit == exit)
    }
}
