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

    /// Whether the file ends in some bytes: a write may say that it was done, and lie.
    borrowing func ends(in bytes: [UInt8]) throws(StoreError) -> Bool {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw StoreError(.read, path, code: errno)
        }
        let start = Int(status.st_size) - bytes.count
        guard start >= 0 else { return false }
        var found = [UInt8](repeating: 0, count: bytes.count)
        var filled = 0
        while filled < found.count {
            let count = unsafe found.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    descriptor,
                    buffer.baseAddress?.advanced(by: filled),
                    buffer.count - filled,
                    off_t(start + filled)
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw StoreError(.read, path, code: errno) }
            if count == 0 { return false }
            filled += count
        }
        return found == bytes
    }

    /// Waits until the disk holds what was written.
    ///
    /// It is tried once: after a failure the system may have thrown the data away, and a second
    /// call that succeeds would say nothing.
    borrowing func sync() throws(StoreError) {
        guard fsync(descriptor) == 0 else { throw StoreError(.sync, path, code: errno) }
    }
}
