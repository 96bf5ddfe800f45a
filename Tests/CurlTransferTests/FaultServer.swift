import CurlTransfer
import Foundation
import Glibc
import TestSupport

/// The server of `Tests/FaultServer`, started once and gone when these tests are.
final class FaultServer: @unchecked Sendable {
    /// Why the server cannot run here, nil when it can.
    static let missing: String? = {
        let needed = ["/usr/bin/env", "python3", "openssl", "bash"].filter { name in
            !name.hasPrefix("/") && find(name) == nil
        }
        return needed.isEmpty ? nil : "not installed: " + needed.joined(separator: ", ")
    }()

    static let shared = Result { try FaultServer() }

    let ports: [String: Int]
    let folder: String
    /// The good file, some 25 KB of CSV.
    let goodFile: [UInt8]
    private let process = Process()
    private let standardInput = Pipe()

    private init() throws {
        signal(SIGPIPE, SIG_IGN)
        folder = NSTemporaryDirectory() + "/fault-server-\(getpid())"
        let rows = (1...1_500).map { "code-\($0),\($0).00\n" }
        goodFile = Array(("service,amount_usd\n" + rows.joined()).utf8)
        let sources = Repository.root + "/Tests/FaultServer"
        let good = folder + "/good"
        try FileManager.default.createDirectory(
            atPath: good,
            withIntermediateDirectories: true
        )
        try Data(goodFile).write(to: URL(fileURLWithPath: good + "/fees.csv"))

        let certificates = try Process.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            arguments: ["bash", sources + "/make_certificates.sh", folder + "/certificates"]
        )
        certificates.waitUntilExit()
        guard certificates.terminationStatus == 0 else { throw FaultServerError.noCertificates }

        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-B", sources + "/fault_server.py",
            "--certificates", folder + "/certificates", "--good", good,
            "--ports", folder + "/ports.json", "--log", folder + "/requests.jsonl",
            "--remove", folder,
        ]
        process.standardInput = standardInput
        try process.run()
        ports = try Self.ports(at: folder + "/ports.json")
        // Every transfer here is also one that a proxy of the environment must not get.
        unsafe setenv("https_proxy", "http://127.0.0.1:\(ports["proxy", default: 9])", 1)
    }

    private static func ports(at path: String) throws -> [String: Int] {
        for _ in 0..<200 {
            if let data = FileManager.default.contents(atPath: path) {
                let value = try JSONValue(Array(data))
                let pairs = value.names.compactMap { name in
                    value[name]?.text.flatMap { Int($0) }.map { (name, $0) }
                }
                return Dictionary(uniqueKeysWithValues: pairs)
            }
            usleep(50_000)
        }
        throw FaultServerError.noPorts
    }

    private static func find(_ name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        return folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// A file that the certificate script made.
    func certificate(_ name: String) -> String { folder + "/certificates/" + name }

    func text(ofCertificate name: String) -> String? {
        FileManager.default.contents(atPath: certificate(name))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// A request to the server under the name in its certificates.
    func request(
        _ path: String,
        port kind: String = "good",
        maximumBytes: Int = 100_000,
        ifNoneMatch: String? = nil,
        refetches: Bool = false,
        proxy: String = "",
        timeouts: TransferTimeouts = TransferTimeouts()
    ) -> TransferRequest {
        let port = ports[kind, default: 9]
        return TransferRequest(
            url: "https://fees.test:\(port)\(path)",
            maximumBytes: maximumBytes,
            ifNoneMatch: ifNoneMatch,
            refetches: refetches,
            trust: TransferTrust(caFile: certificate("ca.pem")),
            proxy: proxy,
            timeouts: timeouts,
            resolve: ["fees.test:\(port):127.0.0.1"]
        )
    }

    /// The lines of the server's log that hold a text.
    func log(_ text: String) throws -> [JSONValue] {
        let data = FileManager.default.contents(atPath: folder + "/requests.jsonl") ?? Data()
        return try String(decoding: data, as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(text) }
            .map { try JSONValue(Array($0.utf8)) }
    }

    /// The requests whose address holds a text.
    func requests(for text: String) throws -> [JSONValue] {
        try log(text).filter { $0["event"]?.text == "request" }
    }
}

enum FaultServerError: Error {
    case noCertificates
    case noPorts
}
