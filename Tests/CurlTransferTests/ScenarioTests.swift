import CurlTransfer
import TestSupport
import Testing

@Suite(
    "A download from a server that misbehaves",
    .enabled(if: FaultServer.missing == nil, Comment(rawValue: FaultServer.missing ?? ""))
)
struct ScenarioTests {
    @Test("has every scenario of the table")
    func count() {
        #expect(Scenario.all.count == 88)
        #expect(Set(Scenario.all.map(\.id)).count == 88)
    }

    @Test("ends as the table says", arguments: Scenario.all)
    func scenario(_ scenario: Scenario) async throws {
        let server = try FaultServer.shared.get()
        let etag = try await download([server.request("/good/fees.csv?etag")])[0].get().etag
        let download = await Download.of([scenario.request(to: server, etag: etag)])

        switch download.results[0] {
        case .success(let response):
            #expect(scenario.expected.contains("\(response.status)"))
            if let isWhole = scenario.isWhole {
                #expect((response.body == server.goodFile) == isWhole)
            }
        case .failure(let failure):
            #expect(scenario.expected.contains("\(failure.reason)"), "\(failure)")
            if let error = scenario.systemError { #expect(failure.systemError == error) }
        }
        #expect((download.end - download.start) / .seconds(1) < scenario.maximumSeconds)
        try expectModesty(scenario, server)
    }

    /// What was sent: as often as allowed, and nothing that was not meant to be.
    private func expectModesty(_ scenario: Scenario, _ server: FaultServer) throws {
        let requests = try server.requests(for: scenario.mark)
        #expect(requests.count == scenario.requests)
        for request in requests {
            #expect(request["method"]?.text == "GET")
            #expect(request["version"]?.text == "HTTP/1.1")
            let names = Set(request["headers"]?.elements.compactMap { $0[0]?.text } ?? [])
            let allowed: Set = ["Host", "Accept", "If-None-Match"]
            #expect(names.isSubset(of: allowed))
        }
        if let connections = scenario.connections {
            let connected = try server.log(#""connection""#)
                .filter { $0["event"]?.text == "connection" && $0["port"]?.text == scenario.port }
            #expect(connected.count == connections)
        }
        let tunnels = try server.log(#""proxy", "method""#)
        #expect(tunnels.count <= 1, "only the scenario with a proxy has one")
        for tunnel in tunnels {
            let names = tunnel["headers"]?.elements.compactMap { $0[0]?.text }
            #expect(names == ["Host", "Proxy-Connection"])
        }
    }
}
