import Glibc

/// The lock of a store, which one run holds at a time.
///
/// The system gives it back when its holder ends, however that happens, so that a lock is never
/// left behind.
struct StoreLock: ~Copyable {
    private let file: OpenFile

    deinit {
        // Closing the file gives the lock back too, but not while a program that was just started
        // is still a copy of this process, with a descriptor of its own.
        flock(file.descriptor, LOCK_UN)
    }

    /// Takes the lock, or says who holds it; nobody is waited for.
    ///
    /// - Parameters:
    ///   - folder: The store.
    ///   - holder: Who takes it, such as the process and when it began, for others to read.
    /// - Returns: The lock, which is held as long as the value is there.
    /// - Throws: ``StoreOpenError``.
    static func take(
        in folder: borrowing Folder,
        holder: String
    ) throws(StoreOpenError) -> StoreLock {
        let file = try StoreLock.open(in: folder)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            guard code == EWOULDBLOCK else {
                throw .system(StoreError(.lock, file.path, code: code))
            }
            let bytes = (try? folder.read("lock", atMost: 1 << 10)) ?? []
            let words = String(decoding: bytes, as: UTF8.self)
            throw .held(by: words.filter { $0.isASCII && $0 != "\n" })
        }
        do throws(StoreError) {
            guard ftruncate(file.descriptor, 0) == 0 else {
                throw StoreError(.write, file.path, code: errno)
            }
            try file.write(Array("\(holder)\n".utf8))
        } catch {
            throw .system(error)
        }
        return StoreLock(file)
    }

    private init(_ file: consuming OpenFile) {
        self.file = file
    }

    private static func open(in folder: borrowing Folder) throws(StoreOpenError) -> OpenFile {
        do throws(StoreError) {
            return try folder.appending("lock")
        } catch {
            throw .system(error)
        }
    }
}

/// Why a store could not be opened.
package enum StoreOpenError: Error, Hashable, Sendable {
    /// Another run holds its lock.
    case held(by: String)
    case system(StoreError)
}
