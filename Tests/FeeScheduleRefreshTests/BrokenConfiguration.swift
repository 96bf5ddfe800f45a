import Testing

/// A configuration with one mistake, and the finding that must tell of it.
struct BrokenConfiguration: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The piece of the good configuration that is replaced, and by what.
    let piece: String
    let other: String
    /// The line and the JSON pointer of the finding.
    let place: String
    /// A piece of its message.
    let message: String

    init(
        _ what: String,
        _ piece: String,
        _ other: String,
        _ place: String,
        _ message: String
    ) {
        testDescription = what
        self.piece = piece
        self.other = other
        self.place = place
        self.message = message
    }

    static let all: [BrokenConfiguration] =
        documents + addresses + sources + trust + limits + deadlines
}
