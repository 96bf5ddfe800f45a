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

    @Test("is not sent when a setting is refused", arguments: Refused.all)
    func refused(_ refused: Refused) async throws {
        let result = await download([refused.request])[0]

        #expect(result.reason == refused.reason)
    }
}

/// A request with something that cannot be set.
struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let request: TransferRequest
    let reason: TransferFailure.Reason

    private static let good = "https://127.0.0.1:9/"

    static let all: [Refused] = [
        // libcurl takes no text beyond 8,000,000 bytes.
        Refused(
            testDescription: "a pin of 9 MB",
            request: TransferRequest(
                url: good,
                maximumBytes: 1,
                trust: TransferTrust(pins: [String(repeating: "a", count: 9_000_000)])
            ),
            reason: .option("PINNEDPUBLICKEY")
        ),
        Refused(
            testDescription: "a NUL in the name of the file of roots",
            request: TransferRequest(
                url: good,
                maximumBytes: 1,
                trust: TransferTrust(caFile: "/etc/ssl/certs/ca-certificates.crt\0.pem")
            ),
            reason: .option("CAINFO")
        ),
        Refused(
            testDescription: "a second header line in an ETag",
            request: TransferRequest(
                url: good,
                maximumBytes: 1,
                ifNoneMatch: "\"a\"\r\nAuthorization: Basic eDp5"
            ),
            reason: .option("If-None-Match")
        ),
        Refused(
            testDescription: "a line end in an address",
            request: TransferRequest(url: good + "\r\nX: y", maximumBytes: 1),
            reason: .badURL
        ),
    ]
}
