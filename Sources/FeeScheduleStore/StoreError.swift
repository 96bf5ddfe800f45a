import Glibc

/// What the system refused while the store was read or changed.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried.
    package enum Operation: String, Hashable, Sendable {
        case open, create, read, write, sync, rename, link, remove, list, lock
    }

    package let operation: Operation
    /// The file or folder, below the store or in full.
    package let path: String
    /// The system's number for it, such as ENOSPC.
    package let code: Int32

    package init(_ operation: Operation, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// Whether nothing can be made here at all, rather than something failing on the way.
    ///
    /// The first is a mistake of whoever set up the machine, the second a fault of the disk.
    package var isRefusal: Bool {
        [EROFS, EACCES, EPERM, ENOTDIR, ELOOP].contains(code)
            || code == ENOENT && [.open, .create].contains(operation)
    }

    /// Whether a folder was to be opened and something else bears the name.
    var isNotAFolder: Bool { operation == .open && (code == ENOTDIR || code == ELOOP) }

    /// Whether the file or folder is not there.
    package var isMissing: Bool { code == ENOENT }

    /// Whether `current` is a folder or a file, or points to what is no snapshot.
    package var isNoLinkToASnapshot: Bool {
        operation == .read && code == EINVAL && path.hasSuffix("/\(CurrentLink.name)")
    }

    /// The call that failed and what the system said of it.
    package var description: String {
        if isNoLinkToASnapshot { return "\(path): is not a link to a snapshot" }
        let words = unsafe String(cString: strerror(code))
        return "\(path): cannot \(operation.rawValue) (\(words))"
    }
}
