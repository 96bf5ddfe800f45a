/// A piece of a page in HTML; text and the values of attributes can get into it only escaped.
///
/// Names of elements and attributes are `StaticString`, so that nothing that a table or a request
/// says can be one. What is written is well-formed XML too.
indirect enum HTMLNode {
    /// Text, escaped when it is written.
    case text(String)
    /// An element with its attributes and what is in it.
    case element(StaticString, [HTMLAttribute], [HTMLNode])
    /// A style sheet of ours, which holds nothing that would have to be escaped.
    case style(StaticString)

    /// An element that holds text.
    static func element(
        _ name: StaticString,
        _ attributes: [HTMLAttribute] = [],
        text: String
    ) -> HTMLNode {
        .element(name, attributes, [.text(text)])
    }

    /// An element without attributes.
    static func element(_ name: StaticString, _ content: [HTMLNode]) -> HTMLNode {
        .element(name, [], content)
    }

    /// The page, with a final line break.
    ///
    /// - Parameter page: The element `html`.
    /// - Returns: The document.
    static func document(_ page: HTMLNode) -> String {
        var text = "<!DOCTYPE html>\n"
        page.write(to: &text)
        return text + "\n"
    }

    private func write(to output: inout String) {
        switch self {
        case .text(let text): output += text.escapedForHTML
        case .style(let sheet): output += "<style>\(sheet)</style>\n"
        case .element(let name, let attributes, let content):
            output += "<\(name)"
            for attribute in attributes {
                output += " \(attribute.name)=\"\(attribute.value.escapedForHTML)\""
            }
            guard !content.isEmpty || !name.isVoid else {
                output += "/>"
                return
            }
            output += ">"
            for node in content { node.write(to: &output) }
            output += "</\(name)>"
            if name.endsLine { output += "\n" }
        }
    }
}

/// An attribute of an element; the value is escaped when it is written.
struct HTMLAttribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension StaticString {
    /// Whether an element of this name may be written without an end: those of HTML that hold
    /// nothing, and the shapes of a picture.
    fileprivate var isVoid: Bool {
        ["meta", "br", "rect", "line", "path", "circle", "polygon", "use"].contains(description)
    }

    /// Whether a line of the file ends with the element; white space there changes nothing.
    fileprivate var endsLine: Bool {
        [
            "head", "title", "header", "section", "h1", "h2", "p", "ul", "li", "tr", "thead",
            "tbody", "table", "figure", "figcaption", "svg", "desc", "g", "dl", "dd", "main",
            "footer", "body",
        ].contains(description)
    }
}

extension String {
    /// The text as it stands in HTML, in an element as well as in an attribute.
    ///
    /// A character that no page may hold, such as a control character, becomes U+FFFD.
    var escapedForHTML: String {
        var output = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}",
                "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
