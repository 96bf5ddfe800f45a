import Glibc

/// Standard output or standard error of the program.
package enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    /// Whether a person looks at it rather than a file or a pipe.
    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Whether a person types at standard input, so that the terminal ends each line that is read.
    package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Writes all of the bytes.
    package func write(_ bytes: [UInt8]) throws(HostFileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.write(rawValue, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw HostFileError(path: "standard output", code: errno)
            }
            rest = rest.dropFirst(count)
        }
    }
}
