/// What is done to a genuine signature before both judges see it.
enum SignatureChange: String, CaseIterable {
    // What `ssh-keygen` and we must judge alike.
    case none, otherMessage, otherNamespace, otherKey, bitOfBlob, blobEndsEarly, blobGoesOn
    case letterOfText, textEndsEarly, textBefore, otherVersion, otherNamespaceInside
    case windowsLineEnds
    // What `ssh-keygen` takes and we refuse, by design.
    case raisedNumber, filledReserve, textAfter, shorterLines, noLastLineEnd
    case sha256, rsa, ecdsa

    /// Why we refuse what `ssh-keygen` takes; nothing where both must say the same.
    var stricterBecause: String? {
        switch self {
        case .none, .otherMessage, .otherNamespace, .otherKey, .bitOfBlob, .blobEndsEarly,
            .blobGoesOn, .letterOfText, .textEndsEarly, .textBefore, .otherVersion,
            .otherNamespaceInside, .windowsLineEnds:
            nil
        case .raisedNumber: "a signature has one number S, below the group's order (RFC 8032)"
        case .filledReserve: "the reserved field is not signed, so it must be empty"
        case .textAfter: "nothing may follow the end mark but another signature"
        case .shorterLines, .noLastLineEnd:
            "a signature has one text, so that no byte of it can change unnoticed"
        case .sha256: "one hash only, SHA-512"
        case .rsa, .ecdsa: "one kind of key only, Ed25519"
        }
    }
}
