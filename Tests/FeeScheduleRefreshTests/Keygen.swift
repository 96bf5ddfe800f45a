import Foundation

/// OpenSSH's own program for keys and signatures, in a folder of its own.
final class Keygen {
    private static let program = "/usr/bin/ssh-keygen"

    /// Whether the program is on this machine.
    static let isThere = FileManager.default.isExecutableFile(atPath: program)

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("keygen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Makes a key and returns the text of its `.pub` file.
    func makeKey(_ name: String, type: String = "ed25519") throws -> String {
        try run(["-q", "-t", type, "-N", "", "-C", "\(name)@test", "-f", path(name)])
        return try String(contentsOfFile: path("\(name).pub"), encoding: .utf8)
    }

    /// The text of a private key.
    func privateKey(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// The fingerprint of a key, as the program prints it.
    func fingerprint(_ name: String) throws -> String {
        let words = try run(["-l", "-f", path("\(name).pub")]).split(separator: " ")
        return words.count > 1 ? String(words[1]) : ""
    }

    /// Signs a message and returns the text of its `.sig` file.
    func sign(_ message: [UInt8], by name: String, namespace: String) throws -> [UInt8] {
        try? FileManager.default.removeItem(atPath: path("message.sig"))
        try Data(message).write(to: URL(fileURLWithPath: path("message")))
        try run(["-q", "-Y", "sign", "-f", path(name), "-n", namespace, path("message")])
        return try Array(Data(contentsOf: URL(fileURLWithPath: path("message.sig"))))
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Keygen.program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
