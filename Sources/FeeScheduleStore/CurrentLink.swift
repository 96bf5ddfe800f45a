import Glibc

/// The link in a store that says which snapshot counts.
enum CurrentLink {
    static let name = "current"

    /// The snapshot to which the link points; absent where nothing was installed.
    ///
    /// - Throws: ``StoreError``, also where the link points to something else.
    static func snapshot(in store: borrowing Folder) throws(StoreError) -> String? {
        guard let target = try store.target(ofLink: name) else { return nil }
        let parts = target.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "snapshots", isID(String(parts[1])) else {
            throw StoreError(.read, "\(store.path)/\(name)", code: EINVAL)
        }
        return String(parts[1])
    }

    /// Whether a text can be the name of a snapshot.
    static func isID(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}
