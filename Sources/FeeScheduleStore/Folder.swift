import Glibc

/// A folder that is open; names are looked up in it and nowhere else.
///
/// Whoever holds it sees one folder, whatever becomes of its name meanwhile.
struct Folder: ~Copyable {
    private let handle: OpenFile

    /// The path with which it was opened, for messages.
    var path: String { handle.path }

    /// Opens a folder by its path.
    init(path: String) throws(StoreError) {
        handle = try Folder.open(at: AT_FDCWD, path, path: path, O_RDONLY | O_DIRECTORY, .open)
    }

    /// Opens a folder by its path, and makes it where its parent is there.
    static func makeIfMissing(path: String) throws(StoreError) -> Folder {
        if unsafe path.withCString({ unsafe mkdir($0, 0o755) }) != 0, errno != EEXIST {
            throw StoreError(.create, path, code: errno)
        }
        return try Folder(path: path)
    }

    private init(_ handle: consuming OpenFile) {
        self.handle = handle
    }

    private static func open(
        at folder: Int32,
        _ name: String,
        path: String,
        _ flags: Int32,
        _ operation: StoreError.Operation,
        mode: mode_t = 0o644
    ) throws(StoreError) -> OpenFile {
        while true {
            let descriptor = unsafe name.withCString { name in
                unsafe openat(folder, name, flags | O_CLOEXEC, mode)
            }
            if descriptor >= 0 { return OpenFile(owning: descriptor, path: path) }
            guard errno == EINTR else { throw StoreError(operation, path, code: errno) }
        }
    }

    func inside(_ name: String) -> String { "\(path)/\(name)" }

    /// Checks the answer of a call that gives zero where it succeeds.
    private func check(
        _ result: Int32,
        _ operation: StoreError.Operation,
        _ name: String
    ) throws(StoreError) {
        guard result == 0 else { throw StoreError(operation, inside(name), code: errno) }
    }

    // MARK: Reading

    /// Opens a folder inside this one; a link is not followed.
    func folder(_ name: String) throws(StoreError) -> Folder {
        Folder(
            try Folder.open(
                at: handle.descriptor,
                name,
                path: inside(name),
                O_RDONLY | O_DIRECTORY | O_NOFOLLOW,
                .open
            )
        )
    }

    /// Reads a file inside this folder; a link is not followed, a pipe not waited for.
    func read(_ name: String, atMost maximumBytes: Int) throws(StoreError) -> [UInt8] {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
        let file = try Folder.open(
            at: handle.descriptor,
            name,
            path: inside(name),
            flags,
            .open
        )
        return try file.read(atMost: maximumBytes)
    }

    /// Reads a file that may be missing.
    func readIfPresent(_ name: String, atMost maximumBytes: Int) throws(StoreError) -> [UInt8]? {
        do throws(StoreError) {
            return try read(name, atMost: maximumBytes)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// The names of what the folder holds, sorted.
    func names() throws(StoreError) -> [String] {
        // The stream owns its descriptor, so it gets one of its own.
        var own: Int32
        repeat {
            own = unsafe openat(handle.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        } while own < 0 && errno == EINTR
        guard own >= 0 else { throw StoreError(.list, path, code: errno) }
        guard let stream = unsafe fdopendir(own) else {
            let code = errno
            close(own)
            throw StoreError(.list, path, code: code)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { text in
                unsafe text.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw StoreError(.list, path, code: errno) }
        return names.sorted()
    }

    /// What bears a name: a link is not followed.
    func status(of name: String) throws(StoreError) -> FolderEntry {
        var status = stat()
        let result = unsafe name.withCString {
            unsafe fstatat(handle.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
        }
        try check(result, .read, name)
        return FolderEntry(mode: status.st_mode, owner: status.st_uid)
    }

    /// Where a link points; absent where there is no such name.
    func target(ofLink name: String) throws(StoreError) -> String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe name.withCString { name in
            unsafe readlinkat(handle.descriptor, name, &target, target.count)
        }
        if count < 0, errno == ENOENT { return nil }
        guard count >= 0 else { throw StoreError(.read, inside(name), code: errno) }
        return String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    // MARK: Changing

    /// Makes a folder inside this one and opens it; one that is there is opened.
    func makeFolder(_ name: String, mode: mode_t = 0o755) throws(StoreError) -> Folder {
        let result = unsafe name.withCString { unsafe mkdirat(handle.descriptor, $0, mode) }
        if result != 0, errno != EEXIST { try check(result, .create, name) }
        return try folder(name)
    }

    /// Writes a new file and waits until the disk holds it.
    func create(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(StoreError) {
        let file = try Folder.open(
            at: handle.descriptor,
            name,
            path: inside(name),
            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
            .create,
            mode: mode
        )
        try file.write(bytes)
        try file.sync()
    }

    /// Opens a file to add to its end, and makes it where it is missing.
    func appending(_ name: String, mode: mode_t = 0o644) throws(StoreError) -> OpenFile {
        try Folder.open(
            at: handle.descriptor,
            name,
            path: inside(name),
            O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW,
            .open,
            mode: mode
        )
    }

    /// Makes a link.
    func link(_ name: String, to target: String) throws(StoreError) {
        let result = unsafe target.withCString { target in
            unsafe name.withCString { unsafe symlinkat(target, handle.descriptor, $0) }
        }
        try check(result, .link, name)
    }

    /// Gives a name of this folder to another one, in one step that replaces what bore it.
    func rename(
        _ name: String,
        into other: borrowing Folder,
        as newName: String
    ) throws(StoreError) {
        let result = unsafe name.withCString { old in
            unsafe newName.withCString { new in
                unsafe renameat(handle.descriptor, old, other.handle.descriptor, new)
            }
        }
        try check(result, .rename, name)
    }

    /// Waits until the disk holds the names of this folder.
    func sync() throws(StoreError) {
        try handle.sync()
    }

    /// Removes a file, a link, or a folder with all that it holds; a missing one is removed already.
    func remove(_ name: String) throws(StoreError) {
        let result = unsafe name.withCString { unsafe unlinkat(handle.descriptor, $0, 0) }
        if result == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else { return try check(result, .remove, name) }
        try removeFolder(name)
    }

    private func removeFolder(_ name: String) throws(StoreError) {
        let inner = try folder(name)
        for entry in try inner.names() { try inner.remove(entry) }
        let result = unsafe name.withCString {
            unsafe unlinkat(handle.descriptor, $0, AT_REMOVEDIR)
        }
        try check(result, .remove, name)
    }
}
