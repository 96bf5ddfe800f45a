import Foundation

/// OpenSSH's own program for keys and signatures, in a folder of its own.
package final class SSHKeygen {
    private static let program = "/usr/bin/ssh-keygen"

    /// Whether the program is on this machine.
    package static let isThere = FileManager.default.isExecutableFile(atPath: program)

    private let folder: URL

    package init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ssh-keygen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Makes a key and returns the line of its `.pub` file.
    package func makeKey(_ name: String, type: String = "ed25519") throws -> String {
        _ = try run(["-q", "-t", type, "-N", "", "-C", name, "-f", path(name)])
        let line = try String(contentsOf: url("\(name).pub"), encoding: .utf8)
        return line.trimmingCharacters(in: .newlines)
    }

    /// The text of a private key.
    package func privateKey(_ name: String) throws -> String {
        try String(contentsOf: url(name), encoding: .utf8)
    }

    /// The fingerprint of a key, as the program prints it.
    package func fingerprint(_ name: String) throws -> String {
        let printed = try run(["-l", "-f", path("\(name).pub")]).output
        let words = String(decoding: printed, as: UTF8.self).split(separator: " ")
        return words.count > 1 ? String(words[1]) : ""
    }

    /// Signs a message and returns the signature's text.
    package func sign(
        _ message: [UInt8],
        by key: String,
        namespace: String,
        hash: String = "sha512"
    ) throws -> [UInt8] {
        let arguments = [
            "-q", "-Y", "sign", "-f", path(key), "-n", namespace, "-O", "hashalg=\(hash)",
        ]
        return try run(arguments, input: message).output
    }

    /// Whether a signature of a key stands over a message for a purpose.
    package func verifies(
        _ armored: [UInt8],
        of line: String,
        over message: [UInt8],
        namespace: String
    ) throws -> Bool {
        try Data(armored).write(to: url("signature"))
        try Data("signer \(line)\n".utf8).write(to: url("allowed"))
        let arguments = [
            "-q", "-Y", "verify", "-f", path("allowed"), "-I", "signer", "-n", namespace,
            "-s", path("signature"),
        ]
        return try run(arguments, input: message).status == 0
    }

    private func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    private func path(_ name: String) -> String { url(name).path }

    private func run(
        _ arguments: [String],
        input: [UInt8] = []
    ) throws -> (status: Int32, output: [UInt8]) {
        try Data(input).write(to: url("input"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: SSHKeygen.program)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: url("input"))
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return (process.terminationStatus, bytes)
    }
}
