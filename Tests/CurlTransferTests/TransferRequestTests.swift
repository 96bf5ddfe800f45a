import CurlTransfer
import TestSupport
import Testing

@Suite(
    "A request",
    .enabled(if: FaultServer.missing == nil, Comment(rawValue: FaultServer.missing ?? ""))
)
struct TransferRequestTests {
    @Test("carries the condition and the wish for a fresh copy")
    func headerLines() async throws {
        let server = try FaultServer.shared.get()
        let mark = "/good/fees.csv?fresh"
        let request = server.request(mark, ifNoneMatch: #""other""#, refetches: true)
        let response = try await download([request])[0].get()

        #expect(response.status == 200)
        let sent = try server.requests(for: mark)[0]["headers"]?.elements ?? []
        let lines = sent.compactMap { line in
            line[0]?.text.flatMap { name in line[1]?.text.map { "\(name): \($0)" } }
        }
        #expect(lines.contains(#"If-None-Match: "other""#))
        #expect(lines.contains("Cache-Control: no-cache"))
    }

    @Test("keeps the header lines of the last block only, and no trailer")
    func lastBlock() async throws {
        let server = try FaultServer.shared.get()
        let results = await download([
            server.request("/good/fees.csv?block"),
            server.request("/fault/interim/block/fees.csv"),
            server.request("/fault/chunked/block/fees.csv"),
        ])
        let etag = try #require(try results[0].get().etag)

        #expect(try results[1].get().values(of: "etag") == [etag])
        #expect(try results[2].get().values(of: "etag") == [etag])
        #expect(try results[2].get().values(of: "x-trailer").isEmpty)
        #expect(try results[0].get().contentType == "text/csv; charset=utf-8")
        #expect(try results[0].get().date?.hasSuffix("GMT") == true)
    }

    @Test("goes through the proxy of the configuration and keeps none of its header lines")
    func proxy() async throws {
        let server = try FaultServer.shared.get()
        let proxy = "http://127.0.0.1:\(server.ports["tunnel", default: 9])"
        let results = await download([
            server.request("/good/fees.csv?direct"),
            server.request("/good/fees.csv?tunnel", proxy: proxy),
        ])
        let response = try results[1].get()

        #expect(response.body == server.goodFile)
        #expect(response.etag == (try results[0].get().etag))
        #expect(response.values(of: "x-proxy").isEmpty)
        #expect(try server.log(#""tunnel", "method": "CONNECT""#).count == 1)
    }

    @Test("shows that a header stands twice")
    func duplicates() async throws {
        let server = try FaultServer.shared.get()
        let result = await download([server.request("/fault/twoLengths/twice/fees.csv")])[0]

        // Later versions of libcurl refuse the answer.
        guard case .success(let response) = result else { return }
        let size = server.goodFile.count
        #expect(response.contentLengths == ["\(size)", "\(size - 100)"])
        #expect(response.onlyValue(of: "content-length") == nil)
    }

    @Test("tells when to ask again", arguments: ["7", "Fri,_27_Nov_2026_08:00:00_GMT"])
    func retryAfter(_ text: String) async throws {
        let server = try FaultServer.shared.get()
        let path = "/fault/status-503+\(text)/again/fees.csv"
        let response = try await download([server.request(path)])[0].get()

        #expect(response.retryAfter == text.replacing("_", with: " "))
    }

    @Test("is not sent when a setting is refused", arguments: RefusedRequest.all)
    func refused(_ refused: RefusedRequest) async throws {
        let result = await download([refused.request])[0]

        guard case .failure(let failure) = result else {
            Issue.record("was sent")
            return
        }
        #expect(failure.reason == refused.reason)
        #expect(failure.description == refused.description)
    }
}
