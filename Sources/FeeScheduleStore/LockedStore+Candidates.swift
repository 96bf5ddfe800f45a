import JSONText
package import PriceTableFiles

extension LockedStore {
    // MARK: Held

    /// Keeps a candidate for a person to look at; an earlier one of the same source goes.
    package func hold(_ candidate: HeldCandidate) throws(StoreError) {
        let id = candidate.id
        if (try? HeldCandidate.read(id, in: held)) == nil {
            try staging.remove(id)
            let folder = try staging.makeFolder(id)
            try candidate.offered.write(to: folder)
            try folder.create(HeldCandidate.aboutName, candidate.about)
            try folder.sync()
            try held.remove(id)
            try staging.rename(id, into: held, as: id)
            try held.sync()
        }
        for other in try heldIDs() where other != id {
            let source = try? HeldCandidate.read(other, in: held).source
            if source == nil || source == candidate.source { try release(other) }
        }
    }

    /// The names of the candidates that wait.
    package func heldIDs() throws(StoreError) -> [String] {
        try held.names().filter(CurrentLink.isID)
    }

    /// Reads a candidate with every check.
    package func heldCandidate(_ id: String) throws(SnapshotDamage) -> HeldCandidate {
        try HeldCandidate.read(id, in: held)
    }

    /// Removes a candidate, in one step as readers see it.
    package func release(_ id: String) throws(StoreError) {
        try staging.remove(id)
        try held.rename(id, into: staging, as: id)
        try held.sync()
        try staging.remove(id)
    }

    // MARK: Barred

    /// Notes that an offer is not to be installed by itself again.
    ///
    /// - Parameters:
    ///   - digest: The digest of the source's offer.
    ///   - members: Why, by whom and when.
    /// - Throws: ``StoreError``.
    package func bar(_ digest: String, _ members: [JSONTree.Member]) throws(StoreError) {
        try replace("\(digest).json", in: barred, with: JSONTree.object(members))
    }

    /// What was noted about an offer that is barred; absent where it is not.
    package func barred(_ digest: String) throws(StoreError) -> JSONTree? {
        let bytes = try barred.readIfPresent("\(digest).json", atMost: 1 << 20)
        // A note that cannot be read still bars: it was made for a reason.
        return bytes.map { (try? JSONTree($0, maximumDepth: 8)) ?? .object([]) }
    }

    /// All notes about barred offers, by the digest of each offer.
    package func barredNotes() throws(StoreError) -> [(digest: String, note: JSONTree)] {
        try barred.barredNotes()
    }

    /// Lets an offer be installed again.
    package func unbar(_ digest: String) throws(StoreError) {
        try barred.remove("\(digest).json")
        try barred.sync()
    }

    // MARK: Trust

    /// The file of the trusted keys; absent where nobody added one.
    package func trustedKeys() throws(StoreError) -> [UInt8]? {
        try trust.readIfPresent("keys.json", atMost: 1 << 20)
    }

    /// Replaces the file of the trusted keys in one step.
    package func replaceTrustedKeys(_ bytes: [UInt8]) throws(StoreError) {
        try replace("keys.json", in: trust, with: bytes)
    }

    // MARK: Small files

    private func replace(
        _ name: String,
        in folder: borrowing Folder,
        with tree: JSONTree
    ) throws(StoreError) {
        var json = JSONWriter(layout: .indented)
        tree.write(to: &json)
        try replace(name, in: folder, with: json.bytes + [UInt8(ascii: "\n")])
    }

    private func replace(
        _ name: String,
        in folder: borrowing Folder,
        with bytes: [UInt8]
    ) throws(StoreError) {
        try staging.remove(name)
        try staging.create(name, bytes)
        try staging.rename(name, into: folder, as: name)
        try folder.sync()
    }
}

extension Folder {
    /// All notes of the folder of barred offers, by the digest of each offer.
    func barredNotes() throws(StoreError) -> [(digest: String, note: JSONTree)] {
        let ending = ".json"
        return try names().filter { $0.hasSuffix(ending) }.map { name throws(StoreError) in
            let bytes = try read(name, atMost: 1 << 20)
            let note = (try? JSONTree(bytes, maximumDepth: 8)) ?? .object([])
            return (String(name.dropLast(ending.count)), note)
        }
    }
}
