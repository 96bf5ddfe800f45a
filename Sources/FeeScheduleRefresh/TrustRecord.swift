import FeeScheduleProof
import FeeScheduleStore

/// What the audit log says of the file of the trusted keys, held against the file itself.
struct TrustRecord {
    /// The SHA-256 that the file may have; nothing for no file.
    private var allowed: Set<String?> = [nil]
    /// What it could have before the last change.
    private var before: Set<String?> = []
    private var last: AuditLog.Entry?

    init(_ log: AuditLog) {
        for entry in log.entries {
            switch entry.event {
            case "trustAdded", "trustRemoved":
                guard let digest = entry.text("keysSha256") else { continue }
                before = allowed
                allowed = [digest]
                last = entry
            case "trustUnchanged":
                // The change failed, before the file was replaced or after.
                allowed.formUnion(before)
            default: continue
            }
        }
    }

    /// What is wrong with the file, in a sentence; absent where the log knows it.
    ///
    /// - Parameter bytes: The file; absent where there is none.
    /// - Returns: The sentence.
    func finding(_ bytes: [UInt8]?) -> String? {
        let digest = bytes.map { SHA256Digest(of: $0).description }
        if allowed.contains(digest) { return nil }
        guard let last else {
            return "trust/keys.json: the audit log knows of no key. Compare trust list with the "
                + "publishers, and add the keys with carequote-refresh trust add"
        }
        if before.contains(digest) {
            let name = last.text("name") ?? ""
            let what = last.event == "trustAdded" ? "adding" : "revoking"
            return
                "trust/keys.json: \(what) \(name) on \(last.at) was broken off. Do it again with "
                + "carequote-refresh trust"
        }
        return "trust/keys.json: \(bytes == nil ? "it is gone" : "it is not the file") that the "
            + "audit log knows since \(last.at). Compare trust list with the publishers; the next "
            + "trust add or remove notes the file anew"
    }
}
