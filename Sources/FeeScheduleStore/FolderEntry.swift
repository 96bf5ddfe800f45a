import Glibc

/// What bears a name in a folder.
struct FolderEntry {
    /// What it is.
    enum Kind {
        case file, folder, link
        /// A pipe, a socket or a device.
        case other
    }

    let kind: Kind
    /// The number of the user to whom it belongs.
    let owner: uid_t
    /// Whether others than the owner may write to it.
    let isWritableByOthers: Bool

    init(mode: mode_t, owner: uid_t) {
        kind =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        self.owner = owner
        isWritableByOthers = mode & (S_IWGRP | S_IWOTH) != 0
    }
}
