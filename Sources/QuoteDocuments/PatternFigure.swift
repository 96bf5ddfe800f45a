import PriceTableFiles

/// A figure of a pattern's file with the source that stands beside it.
struct PatternFigure: Hashable, Sendable {
    /// Where it stands, such as `gates/0`.
    let place: String
    /// The figure, such as `0.79` or `visit 6, kind improvement`.
    let value: String
    /// The source.
    let source: String

    /// Every figure of a document, in its order.
    static func figures(of document: JSONTree) -> [PatternFigure] {
        figures(of: document, at: [])
    }

    /// Every figure of a member of a document.
    static func figures(of member: JSONTree.Member) -> [PatternFigure] {
        figures(of: member.value, at: [member.name])
    }

    private static func figures(of tree: JSONTree, at path: [String]) -> [PatternFigure] {
        switch tree {
        case .object(let members):
            if case .text(let source)? = tree["source"], !path.isEmpty {
                let others = members.filter { $0.name != "source" }
                return [
                    PatternFigure(
                        place: path.joined(separator: "/"),
                        value: text(of: others),
                        source: source
                    )
                ]
            }
            return members.flatMap { figures(of: $0.value, at: path + [$0.name]) }
        case .list(let elements):
            return elements.enumerated().flatMap { index, element in
                figures(of: element, at: path + ["\(index)"])
            }
        case .text, .number, .boolean, .null: return []
        }
    }

    /// The members in one line; one that is called value by its value alone.
    private static func text(of members: [JSONTree.Member]) -> String {
        if members.count == 1, members[0].name == "value" { return plain(members[0].value) }
        return members.map { "\($0.name) \(plain($0.value))" }.joined(separator: ", ")
    }

    private static func plain(_ tree: JSONTree) -> String {
        switch tree {
        case .text(let text): text
        case .number(let digits): digits
        case .list(let elements):
            elements.map { element in
                if case .object(let members) = element { return text(of: members) }
                return plain(element)
            }
            .joined(separator: "; ")
        case .object(let members): text(of: members)
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .null: "null"
        }
    }
}
