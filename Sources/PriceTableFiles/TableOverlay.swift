/// Table files that stand in front of those of a folder: what a refresh of fee schedules installed.
///
/// A file of the overlay takes the place of the file of the same path; a path that the folder
/// lacks is added. Nothing is ever taken away.
public struct TableOverlay: Hashable, Sendable {
    /// The snapshot's name, the SHA-256 of its list of files in hexadecimal.
    public let snapshot: String
    /// The folder in which the files were found, for findings.
    public let place: String
    /// The files by their path below the folder of the tables.
    public let files: [String: [UInt8]]

    /// Creates an overlay of files that were read and proven.
    public init(snapshot: String, place: String, files: [String: [UInt8]]) {
        self.snapshot = snapshot
        self.place = place
        self.files = files
    }

    /// The names that stand directly in a folder, which is empty for the tables themselves.
    func entries(of folder: String) -> Set<String> {
        let start = folder.isEmpty ? "" : folder + "/"
        return Set(
            files.keys.filter { $0.hasPrefix(start) }
                .compactMap { $0.dropFirst(start.count).split(separator: "/").first }
                .map(String.init)
        )
    }
}
