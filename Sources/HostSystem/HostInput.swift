import Glibc

/// A file or standard input, read block by block.
package final class HostInput {
    private let descriptor: Int32
    private let name: String
    private let ownsDescriptor: Bool

    /// Standard input.
    package static var standard: HostInput {
        HostInput(descriptor: STDIN_FILENO, name: "standard input", ownsDescriptor: false)
    }

    private init(descriptor: Int32, name: String, ownsDescriptor: Bool) {
        self.descriptor = descriptor
        self.name = name
        self.ownsDescriptor = ownsDescriptor
    }

    /// Opens a file, or a pipe once somebody writes to it.
    ///
    /// - Parameter path: The path of the file.
    /// - Throws: ``HostFileError`` with what the system said.
    package convenience init(path: String) throws(HostFileError) {
        let descriptor = unsafe path.withCString { name in
            unsafe open(name, O_RDONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw HostFileError(path: path, code: errno) }
        self.init(descriptor: descriptor, name: path, ownsDescriptor: true)
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// Whether there is something to read, or the end, within some time.
    package func isReady(within milliseconds: Int = 0) -> Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&state, 1, Int32(clamping: milliseconds)) > 0
    }

    /// Reads what there is; nothing at the end.
    ///
    /// - Parameter maximumBytes: The most bytes to read.
    /// - Returns: The bytes.
    /// - Throws: ``HostFileError`` with what the system said.
    package func read(atMost maximumBytes: Int) throws(HostFileError) -> [UInt8] {
        while true {
            var count = 0
            let block = unsafe [UInt8](unsafeUninitializedCapacity: maximumBytes) { buffer, used in
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                used = max(0, count)
            }
            if count >= 0 { return block }
            guard errno == EINTR else { throw HostFileError(path: name, code: errno) }
        }
    }
}
