import JSONText
import PriceTableFiles

extension PlanDocument {
    /// Writes the plan in the shape in which it is read: its defaults filled in, and `"unknown"`
    /// where nobody knows the term, whatever end stands for it in the plan.
    func write(to json: inout JSONWriter) {
        guard !unknownTerms.isEmpty else { return plan.write(to: &json) }
        var written = JSONWriter(layout: .compact)
        plan.write(to: &written)
        unknownTerms.reduce(JSONTree(written)) { tree, term in
            let names = term.pointer.split(separator: "/").map(String.init)
            return tree.replacing(names[...], with: .text("unknown"))
        }
        .write(to: &json)
    }
}

extension JSONTree {
    /// What was written.
    fileprivate init(_ written: JSONWriter) {
        do throws(JSONSyntaxError) {
            try self.init(written.bytes, maximumDepth: 32)
        } catch {
            preconditionFailure("What a writer wrote is JSON: \(error)")
        }
    }

    /// The value with another in one place, and with the objects above it where they are missing.
    fileprivate func replacing(_ path: ArraySlice<String>, with value: JSONTree) -> JSONTree {
        guard let name = path.first else { return value }
        switch self {
        case .list(var elements):
            guard let index = Int(name), elements.indices.contains(index) else { return self }
            elements[index] = elements[index].replacing(path.dropFirst(), with: value)
            return .list(elements)
        case .object(var members):
            let index = members.firstIndex { $0.name == name }
            let old = index.map { members[$0].value } ?? .object([])
            let member = Member(name, old.replacing(path.dropFirst(), with: value))
            if let index { members[index] = member } else { members.append(member) }
            return .object(members)
        case .text, .number, .boolean, .null: return self
        }
    }
}
