/// The six kinds of value that JSON text can hold (RFC 8259, section 3).
package enum JSONKind: String, Hashable, Sendable {
    case object = "an object"
    case array = "a list"
    case string = "text"
    case number = "a number"
    case boolean = "true or false"
    case null = "null"
}
