package import JSONText

/// Something wrong in a JSON document: where, what stands there, and what to write instead.
package struct DocumentFinding: Error, Hashable, Sendable, CustomStringConvertible {
    /// The JSON pointer (RFC 6901) of the value, empty for the document itself.
    package let pointer: String
    /// The line and column of the value.
    package let position: TextPosition
    /// What stands there, as it is written; empty where nothing does.
    package let found: String
    /// Why it is wrong, and what to write instead.
    package let message: String

    package init(pointer: String, position: TextPosition, found: String, message: String) {
        self.pointer = pointer
        self.position = position
        self.found = found
        self.message = message
    }

    package var description: String {
        let place = pointer.isEmpty ? "\(position)" : pointer
        return found.isEmpty ? "\(place): \(message)" : "\(place): \(found) \(message)"
    }
}
