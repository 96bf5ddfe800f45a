import Glibc

/// A file on disk, read whole.
package enum HostFile: Sendable {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - maximumBytes: The most bytes that the file may hold.
    ///   - waitsForWriter: Whether a pipe is waited for; a table is never one, and a pipe that
    ///     nobody writes to reads as empty instead of hanging the program.
    /// - Returns: Its bytes.
    /// - Throws: ``HostFileError`` with what the system said.
    package static func read(
        path: String,
        maximumBytes: Int,
        waitsForWriter: Bool = false
    ) throws(HostFileError) -> [UInt8] {
        let flags = O_RDONLY | O_CLOEXEC | (waitsForWriter ? 0 : O_NONBLOCK)
        let descriptor = unsafe path.withCString { name in
            unsafe open(name, flags)
        }
        guard descriptor >= 0 else { throw HostFileError(path: path, code: errno) }
        defer { close(descriptor) }
        return try readAll(descriptor, name: path, maximumBytes: maximumBytes)
    }

    /// Reads standard input to its end.
    package static func readStandardInput(
        maximumBytes: Int
    ) throws(HostFileError) -> [UInt8] {
        try readAll(STDIN_FILENO, name: "standard input", maximumBytes: maximumBytes)
    }

    private static func readAll(
        _ descriptor: Int32,
        name: String,
        maximumBytes: Int
    ) throws(HostFileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw HostFileError(path: name, code: errno) }
            if count == 0 { return bytes }
            bytes += block[..<count]
            guard bytes.count <= maximumBytes else {
                throw HostFileError(path: name, largerThan: maximumBytes)
            }
        }
    }
}

/// Why a file could not be read or written.
package struct HostFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    package enum Reason: Hashable, Sendable {
        /// The file does not exist.
        case missing(String)
        /// The file may not be opened.
        case unreadable(String)
        /// The file holds more than the reader takes.
        case tooLarge(limit: Int)
        /// Reading or writing failed midway.
        case failed(String)
    }

    package let path: String
    package let reason: Reason
    /// Whether whoever read what was written has gone (EPIPE).
    package let isReaderGone: Bool

    init(path: String, code: Int32) {
        self.path = path
        isReaderGone = code == EPIPE
        let text = unsafe String(cString: strerror(code))
        switch code {
        case ENOENT: reason = .missing(text)
        case EACCES, EISDIR, ENOTDIR, ELOOP, ENAMETOOLONG, EPERM:
            reason = .unreadable(text)
        default: reason = .failed(text)
        }
    }

    init(path: String, largerThan limit: Int) {
        self.path = path
        isReaderGone = false
        reason = .tooLarge(limit: limit)
    }

    /// What went wrong, and what to do, without the path.
    package var message: String {
        switch reason {
        case .missing(let text), .unreadable(let text): "cannot be read (\(text)). Check the path"
        case .failed(let text): "reading or writing failed (\(text))"
        case .tooLarge(let limit): "holds more than \(limit) bytes, the most that is read"
        }
    }

    package var description: String { "\(path): \(message)" }
}
