extension Folder {
    /// Reads a file some folders below this one; no link on the way is followed.
    func read(below path: String, atMost maximumBytes: Int) throws(StoreError) -> [UInt8] {
        guard let slash = path.firstIndex(of: "/") else {
            return try read(path, atMost: maximumBytes)
        }
        return try folder(String(path[..<slash]))
            .read(below: String(path[path.index(after: slash)...]), atMost: maximumBytes)
    }

    /// Writes a new file some folders below this one, and makes the folders that are missing.
    func create(below path: String, _ bytes: [UInt8]) throws(StoreError) {
        guard let slash = path.firstIndex(of: "/") else { return try create(path, bytes) }
        try makeFolder(String(path[..<slash]))
            .create(below: String(path[path.index(after: slash)...]), bytes)
    }

    /// The paths, below this folder, that others than the owner may write to.
    func writableByOthers() throws(StoreError) -> [String] {
        var found: [String] = []
        if try status(of: ".").isWritableByOthers { found.append(path) }
        for name in try names() {
            let entry = try status(of: name)
            if entry.isLink { continue }
            if entry.isFolder {
                found += try folder(name).writableByOthers()
            } else if entry.isWritableByOthers {
                found.append(inside(name))
            }
        }
        return found
    }

    /// Waits until the disk holds the names of this folder and of every folder below it.
    func syncTree() throws(StoreError) {
        for name in try names() {
            do throws(StoreError) {
                try folder(name).syncTree()
            } catch {
                // A file: its own bytes are durable since it was written.
                guard error.isNotAFolder else { throw error }
            }
        }
        try sync()
    }
}
