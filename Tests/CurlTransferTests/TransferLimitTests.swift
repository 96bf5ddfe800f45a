import CurlTransfer
import TestSupport
import Testing

@Suite(
    "A download within limits",
    .enabled(if: FaultServer.missing == nil, Comment(rawValue: FaultServer.missing ?? ""))
)
struct TransferLimitTests {
    @Test(
        "takes a body of just its limit, and not one byte more",
        arguments: ["ambient", "chunked", "undeclared"]
    )
    func edge(_ fault: String) async throws {
        let server = try FaultServer.shared.get()
        let size = server.goodFile.count
        let path = "/fault/\(fault)/edge/fees.csv"
        let results = await download([
            server.request(path, maximumBytes: size),
            server.request(path, maximumBytes: size - 1),
        ])

        #expect(try results[0].get().body == server.goodFile)
        #expect(results[1].reason == .tooLarge(limit: size - 1))
    }

    @Test("is cancelled within a second and a half", arguments: ["stallInBody", "drip"])
    func cancellation(_ fault: String) async throws {
        let server = try FaultServer.shared.get()
        let cancellation = TransferCancellation()
        let requests = (0..<6).map { server.request("/fault/\(fault)/cancel-\($0)/fees.csv") }
        async let downloads = Download.of(requests, cancellation: cancellation)
        for _ in 0..<100 where try server.requests(for: "/\(fault)/cancel-").count < 4 {
            try await Task.sleep(for: .milliseconds(50))
        }
        let start = ContinuousClock.now
        cancellation.cancel()
        let download = await downloads

        #expect(download.end - start < .milliseconds(1_500))
        #expect(download.results.map(\.reason) == Array(repeating: .cancelled, count: 6))
        // Two of the six were still waiting for their turn.
        #expect(try server.requests(for: "/\(fault)/cancel-").count == 4)
    }

    @Test("ends when the time of the whole run is up")
    func deadline() async throws {
        let server = try FaultServer.shared.get()
        let requests = (0..<5).map { server.request("/fault/stallInBody/late-\($0)/fees.csv") }
        let results = await download(requests, within: 1)

        #expect(results.map(\.reason) == Array(repeating: .timeout(.run), count: 5))
    }

    @Test("has its whole time after the wait for its turn")
    func turn() async throws {
        let server = try FaultServer.shared.get()
        let timeouts = TransferTimeouts(totalMilliseconds: 2_000)
        let stalled = (0..<4).map {
            server.request("/fault/stallInBody/turn-\($0)/fees.csv", timeouts: timeouts)
        }
        let results = await download(
            stalled + [server.request("/good/fees.csv?turn", timeouts: timeouts)]
        )

        #expect(results[..<4].map(\.reason) == Array(repeating: .timeout(.body), count: 4))
        #expect(try results[4].get().body == server.goodFile)
    }

    @Test("leaves its neighbours alone")
    func neighbours() async throws {
        let server = try FaultServer.shared.get()
        let faults = [
            "short", "resetInBody", "garbage", "manyHeaders", "oversizeChunked-900000",
            "chunkCut", "http09", "stallInBody",
        ]
        let requests = faults.enumerated().flatMap { index, fault in
            [
                server.request(
                    "/fault/\(fault)/many/fees.csv",
                    timeouts: TransferTimeouts(totalMilliseconds: 3_000)
                ),
                server.request("/good/fees.csv?many-\(index)"),
            ]
        }
        let results = await download(requests)

        #expect(results.count == 16)
        for (index, result) in results.enumerated() {
            if index.isMultiple(of: 2) {
                #expect(result.reason != nil, "\(faults[index / 2])")
            } else {
                #expect(try result.get().body == server.goodFile)
            }
        }
    }

    @Test("ends in time and within its limit, whatever comes")
    func randomFaults() async throws {
        let server = try FaultServer.shared.get()
        let seeds = (0..<40).map { _ in Int.random(in: 0..<1_000_000) }
        let timeouts = TransferTimeouts(totalMilliseconds: 1_000)
        let requests = seeds.map {
            server.request("/fault/random-\($0)/random/fees.csv", timeouts: timeouts)
        }
        let download = await Download.of(requests, within: 30)

        #expect(download.end - download.start < .seconds(20))
        for (seed, result) in zip(seeds, download.results) {
            let size = (try? result.get())?.body.count ?? 0
            #expect(size <= 100_000, "seed \(seed)")
            #expect(result.reason != .timeout(.run) && result.reason != .other, "seed \(seed)")
        }
    }

    @Test("tells of its progress up to the last byte")
    func progress() async throws {
        let server = try FaultServer.shared.get()
        let request = server.request("/good/fees.csv?progress")
        let reports = await Download.of([request]).reports

        #expect(reports.last?.receivedBytes == server.goodFile.count)
        #expect(reports.last?.expectedBytes == server.goodFile.count)
        #expect(reports.map(\.receivedBytes) == reports.map(\.receivedBytes).sorted())
    }
}

extension Result where Failure == TransferFailure {
    /// The kind of failure, nil for an answer.
    var reason: TransferFailure.Reason? {
        if case .failure(let failure) = self { failure.reason } else { nil }
    }
}
