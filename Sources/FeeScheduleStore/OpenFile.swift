import Glibc

/// A file that is open, closed when its owner goes away.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    let path: String

    init(owning descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// Writes all of the bytes; a call that writes less, or is interrupted, is continued.
    borrowing func write(_ bytes: [UInt8]) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw StoreError(.write, path, code: count < 0 ? errno : EIO) }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads to the end.
    borrowing func read(atMost maximumBytes: Int) throws(StoreError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw StoreError(.read, path, code: errno) }
            if count == 0 { return bytes }
            bytes += block[..<count]
            guard bytes.count <= maximumBytes else { throw StoreError(.read, path, code: EFBIG) }
        }
    }

    /// Waits until the disk holds what was written.
    ///
    /// It is tried once: after a failure the system may have thrown the data away, and a second
    /// call that succeeds would say nothing.
    borrowing func sync() throws(StoreError) {
        guard fsync(descriptor) == 0 else { throw StoreError(.sync, path, code: errno) }
    }
}
