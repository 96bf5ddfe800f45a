import Glibc

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

    /// What is wrong with the owners, the permissions and the kinds of what the store holds.
    func irregularities() throws(StoreError) -> [String] {
        let store = try status(of: ".")
        let own = store.isWritableByOthers ? ["\(path) can be written to by others"] : []
        return own + (try irregularities(of: store.owner, canHoldLink: true))
    }

    private func irregularities(
        of owner: uid_t,
        canHoldLink: Bool
    ) throws(StoreError) -> [String] {
        var found: [String] = []
        for name in try names() {
            let entry = try status(of: name)
            if entry.owner != owner {
                found.append(
                    "\(inside(name)) belongs to the user \(entry.owner), and the store to "
                        + "\(owner); give it to the store's user with chown"
                )
            }
            switch entry.kind {
            case .link where canHoldLink && name == CurrentLink.name: continue
            case .link: found.append("\(inside(name)) is a link, and only current may be one")
            case .other: found.append("\(inside(name)) is neither a file nor a folder")
            case .file, .folder:
                if entry.isWritableByOthers {
                    found.append("\(inside(name)) can be written to by others")
                }
            }
            if entry.kind == .folder {
                // A link that was made and not yet moved to its place: the next run takes it away.
                let isStaging = canHoldLink && name == LockedStore.stagingName
                found += try folder(name).irregularities(of: owner, canHoldLink: isStaging)
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
