/// Writes JSON text as bytes.
///
/// Members stand in the order in which they are written, or, for text that is hashed, sorted by
/// name. Names and values are the caller's; brackets, commas and white space are the writer's.
package struct JSONWriter {
    /// How the text is laid out.
    package enum Layout: Hashable, Sendable {
        /// Without white space, the members of every object sorted by name.
        case canonical
        /// Without white space, in the order written.
        case compact
        /// A member or element a line, indented by two spaces.
        case indented
    }

    /// The name of a member that is written again and again.
    package struct Name: Sendable {
        fileprivate let text: String
        /// The name in quotes with a colon.
        fileprivate let bytes: [UInt8]

        package init(_ text: String) {
            self.text = text
            var json = JSONWriter(layout: .compact)
            json.quote(text)
            bytes = json.bytes + [UInt8(ascii: ":")]
        }
    }

    private struct Frame {
        /// Where the first member begins.
        let contentStart: Int
        var isEmpty = true
        /// The members of an object whose names are sorted.
        var members: [(name: String, start: Int)] = []
        /// Whether they stand in the order of their names so far.
        var isSorted = true

        /// Notes a member, and whether its name stands after those before it.
        mutating func add(_ name: String, at start: Int) {
            if let last = members.last, !last.name.utf8.lexicographicallyPrecedes(name.utf8) {
                isSorted = false
            }
            members.append((name, start))
        }
    }

    package private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var frames: [Frame] = []
    private var afterKey = false

    /// Begins a text.
    ///
    /// - Parameters:
    ///   - layout: How it is laid out.
    ///   - size: For how many bytes room is made at once.
    package init(layout: Layout, size: Int = 0) {
        self.layout = layout
        bytes.reserveCapacity(size)
    }

    package mutating func beginObject() { begin(with: UInt8(ascii: "{")) }

    package mutating func endObject() {
        let frame = frames.removeLast()
        if !frame.isSorted { sortMembers(of: frame) }
        end(isEmpty: frame.isEmpty, with: UInt8(ascii: "}"))
    }

    package mutating func beginArray() { begin(with: UInt8(ascii: "[")) }

    package mutating func endArray() {
        let frame = frames.removeLast()
        end(isEmpty: frame.isEmpty, with: UInt8(ascii: "]"))
    }

    /// Writes the name of the next member.
    package mutating func key(_ name: String) {
        separate(name: name)
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        endKey()
    }

    /// Writes the name of the next member.
    package mutating func key(_ name: Name) {
        separate(name: name.text)
        bytes += name.bytes
        endKey()
    }

    package mutating func string(_ text: String) {
        separate(name: nil)
        quote(text)
    }

    /// Writes a text of which every character stands for itself, such as an amount or a date.
    ///
    /// - Parameter write: Adds its bytes to others.
    package mutating func plainString(_ write: (inout [UInt8]) -> Void) {
        separate(name: nil)
        bytes.append(UInt8(ascii: "\""))
        write(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func integer(_ number: Int) {
        separate(name: nil)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a number that is already JSON text.
    package mutating func number(_ text: String) {
        separate(name: nil)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func boolean(_ value: Bool) {
        separate(name: nil)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func null() {
        separate(name: nil)
        bytes.append(contentsOf: "null".utf8)
    }
}

extension JSONWriter {
    private mutating func begin(with bracket: UInt8) {
        separate(name: nil)
        bytes.append(bracket)
        frames.append(Frame(contentStart: bytes.count))
    }

    private mutating func endKey() {
        if layout == .indented { bytes.append(UInt8(ascii: " ")) }
        afterKey = true
    }

    private mutating func end(isEmpty: Bool, with bracket: UInt8) {
        if !isEmpty { breakLine() }
        bytes.append(bracket)
    }

    /// Puts the comma and the line break before a member or an element.
    private mutating func separate(name: String?) {
        if afterKey {
            afterKey = false
            return
        }
        guard let last = frames.indices.last else { return }
        if !frames[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
        frames[last].isEmpty = false
        breakLine()
        if layout == .canonical, let name { frames[last].add(name, at: bytes.count) }
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * frames.count))
    }

    private mutating func sortMembers(of frame: Frame) {
        let ends = frame.members.dropFirst().map { $0.start - 1 } + [bytes.count]
        let written = zip(frame.members, ends).map { member, end in
            (name: member.name, text: Array(bytes[member.start..<end]))
        }
        let sorted = written.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        bytes.removeSubrange(frame.contentStart...)
        bytes += Array(sorted.map(\.text).joined(separator: [UInt8(ascii: ",")]))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if JSONWriter.standsForItself(text) {
            bytes.append(contentsOf: text.utf8)
        } else {
            escape(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether every byte of a text is written as it is.
    private static func standsForItself(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return bytes.indices.allSatisfy { index in
            let byte = bytes[index]
            return byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"")
                && byte != UInt8(ascii: "\\")
        }
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                let padding = digits.utf8.count == 1 ? "000" : "00"
                bytes += Array("\\u\(padding)\(digits)".utf8)
            default:
                bytes.append(byte)
            }
        }
    }
}
