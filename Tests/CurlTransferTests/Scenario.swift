import CurlTransfer
import Foundation
import TestSupport
import Testing

/// One row of `Tests/FaultServer/transfer-scenarios.json`.
struct Scenario: Sendable, CustomTestStringConvertible {
    let id: String
    let what: String
    let port: String
    let path: String
    /// The status, or the kind of failure; several where versions of libcurl differ.
    let expected: [String]
    let requests: Int
    /// How often the port is connected to, where no other scenario uses it.
    let connections: Int?
    /// Whether the body is the good file, nil where that is not looked at.
    let isWhole: Bool?
    let maximumSeconds: Double
    private let client: JSONValue?

    var testDescription: String { "\(id): \(what)" }

    static let all: [Scenario] = {
        let path = Repository.root + "/Tests/FaultServer/transfer-scenarios.json"
        guard let data = FileManager.default.contents(atPath: path),
            let table = try? JSONValue(Array(data))
        else { return [] }
        return table.elements.compactMap { Scenario($0) }
    }()

    private init?(_ row: JSONValue) {
        guard let id = row["id"]?.text, let what = row["what"]?.text,
            let port = row["port"]?.text, let path = row["path"]?.text,
            let requests = row["requests"]?.text.flatMap({ Int($0) }),
            let seconds = row["maxSeconds"]?.text.flatMap({ Double($0) })
        else { return nil }
        self.id = id
        self.what = what
        self.port = port
        self.path = path
        self.requests = requests
        expected = row["expect"]?.elements.compactMap(\.text) ?? []
        connections = row["connections"]?.text.flatMap { Int($0) }
        if case .boolean(let isWhole)? = row["whole"] {
            self.isWhole = isWhole
        } else {
            isWhole = nil
        }
        maximumSeconds = seconds
        client = row["client"]
    }

    /// What the log of requests knows the scenario by.
    var mark: String { path.contains("?") ? "?" + id : "/\(id)/" }

    /// The error number of the system that is expected, nil where none is.
    var systemError: Int? { number("systemError") }

    func request(to server: FaultServer, etag: String?) -> TransferRequest {
        let port = server.ports[port, default: 9]
        let host = client?["host"]?.text ?? "fees.test"
        let url = client?["url"]?.text ?? "https://\(host):PORT\(path)"
        let proxy = client?["proxy"]?.text ?? ""
        return TransferRequest(
            url: url.replacing("PORT", with: "\(port)"),
            maximumBytes: 100_000,
            ifNoneMatch: client?["ifNoneMatch"] == nil ? nil : etag,
            trust: trust(server),
            proxy: proxy.replacing("PROXY", with: "\(server.ports["proxy", default: 9])"),
            timeouts: TransferTimeouts(
                connectMilliseconds: number("connectMilliseconds") ?? 10_000,
                totalMilliseconds: number("totalMilliseconds") ?? 15_000,
                lowSpeedBytesPerSecond: 100,
                lowSpeedSeconds: number("lowSpeedSeconds") ?? 10
            ),
            resolve: ["fees.test:\(port):127.0.0.1"]
        )
    }

    private func trust(_ server: FaultServer) -> TransferTrust {
        let name = client?["caFile"]?.text ?? "ca.pem"
        let pins = client?["pins"]?.elements.compactMap(\.text) ?? []
        return TransferTrust(
            caFile: name.isEmpty ? nil : server.certificate(name),
            pins: pins.compactMap { server.text(ofCertificate: $0 + ".pin") }
        )
    }

    private func number(_ name: String) -> Int? { client?[name]?.text.flatMap { Int($0) } }
}
