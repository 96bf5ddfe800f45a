import Testing

/// An element of a page, read by a reader that forgives nothing: every element ends, in order,
/// every value of an attribute stands in quotes, and every `&` begins one of five entities.
struct HTMLTree {
    /// Why a page cannot be read.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    let name: String
    private(set) var attributes: [String: String] = [:]
    private(set) var children: [HTMLTree] = []
    /// The text of a piece of text; empty for an element.
    private(set) var ownText = ""

    /// Reads a page, which begins with its document type.
    init(page: String) throws {
        let start = "<!DOCTYPE html>\n"
        guard page.hasPrefix(start) else { throw Fault(description: "no document type") }
        var rest = page.dropFirst(start.count)[...]
        self = try HTMLTree(element: &rest)
        guard rest == "\n" else { throw Fault(description: "after the page: \(rest.prefix(40))") }
    }

    private init(text: String) {
        name = ""
        ownText = text
    }

    private init(element rest: inout Substring) throws {
        guard let end = rest.firstIndex(of: ">"), rest.first == "<" else {
            throw Fault(description: "no element at: \(rest.prefix(40))")
        }
        var tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        let isEmpty = tag.last == "/"
        if isEmpty { tag.removeLast() }
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        self.name = String(name)
        tag = tag.dropFirst(name.count)
        while !tag.isEmpty {
            let parts = tag.dropFirst().split(separator: "=", maxSplits: 1)
            guard tag.first == " ", parts.count == 2, parts[1].first == "\"",
                let close = parts[1].dropFirst().firstIndex(of: "\"")
            else { throw Fault(description: "attributes: \(tag)") }
            let value = parts[1][parts[1].index(after: parts[1].startIndex)..<close]
            guard attributes[String(parts[0])] == nil, !value.contains("<") else {
                throw Fault(description: "attribute: \(tag)")
            }
            attributes[String(parts[0])] = try Self.unescaped(value)
            tag = parts[1][parts[1].index(after: close)...]
        }
        guard !isEmpty else { return }
        try readContent(&rest)
    }

    private mutating func readContent(_ rest: inout Substring) throws {
        let closing = "</\(name)>"
        while !rest.hasPrefix(closing) {
            guard !rest.isEmpty else { throw Fault(description: "\(name) does not end") }
            if rest.first == "<" {
                guard !rest.hasPrefix("</") else {
                    throw Fault(description: "\(name) ends with \(rest.prefix(20))")
                }
                children.append(try HTMLTree(element: &rest))
            } else {
                let text = rest.prefix { $0 != "<" }
                rest = rest[text.endIndex...]
                children.append(
                    HTMLTree(text: name == "style" ? String(text) : try Self.unescaped(text))
                )
            }
        }
        rest = rest.dropFirst(closing.count)
    }

    private static func unescaped(_ text: Substring) throws -> String {
        var result = ""
        var rest = text
        let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
        while let first = rest.first {
            if first == "&" {
                guard let entity = entities.first(where: { rest.hasPrefix($0.key) }) else {
                    throw Fault(description: "a bare & in: \(text)")
                }
                result += entity.value
                rest = rest.dropFirst(entity.key.count)
            } else {
                guard first != ">" else { throw Fault(description: "a bare > in: \(text)") }
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    // MARK: What stands in it

    /// The elements of a name in it, in the order of the page.
    func all(_ wanted: String) -> [HTMLTree] {
        (name == wanted ? [self] : []) + children.flatMap { $0.all(wanted) }
    }

    /// Every element in it, itself first.
    var elements: [HTMLTree] {
        name.isEmpty ? [] : [self] + children.flatMap(\.elements)
    }

    /// The pieces of text of a reader, those of pictures included, the style sheet not.
    var texts: [String] {
        guard name != "style" else { return [] }
        let own = ownText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (own.isEmpty ? [] : [own]) + children.flatMap(\.texts)
    }

    /// All text of a reader, one blank between two words.
    var text: String { texts.joined(separator: " ") }

    /// The classes by which the style sheet knows it.
    var styles: [Substring] { attributes["class"]?.split(separator: " ") ?? [] }

    /// An attribute that is a number.
    func number(_ attribute: String) throws -> Double {
        try #require(attributes[attribute].flatMap(Double.init))
    }
}
