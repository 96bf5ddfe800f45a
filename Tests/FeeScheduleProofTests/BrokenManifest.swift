import Testing

/// A manifest with one mistake, and the finding that must tell of it.
struct BrokenManifest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The piece of the good manifest that is replaced, and by what.
    let piece: String
    let other: String
    /// The JSON pointer of the finding, empty for the document.
    let pointer: String
    /// A piece of its message.
    let message: String

    init(
        _ what: String,
        _ piece: String,
        _ other: String,
        at pointer: String = "",
        _ message: String
    ) {
        testDescription = what
        self.piece = piece
        self.other = other
        self.pointer = pointer
        self.message = message
    }

    static let all: [BrokenManifest] =
        documents + wrongTypes + headers + dates + channels + names + figures + files
}
