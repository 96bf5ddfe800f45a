extension JSONTree {
    /// One value that differs between two documents.
    package struct Change: Hashable, Sendable {
        /// The JSON pointer of the value: in the new document, or in the old where it is removed.
        package let pointer: String
        /// What stood there; absent where nothing did.
        package let old: JSONTree?
        /// What stands there now; absent where nothing does.
        package let new: JSONTree?
    }

    /// Compares two documents value by value.
    ///
    /// Objects are compared name by name, in any order. The elements of a list of objects are
    /// paired by what identifies them, such as the `id` of a limit or the category of a benefit
    /// row, so that a row put in front does not change all others; where nothing does, by their
    /// positions. A list of single values, such as weekdays, is one value.
    ///
    /// - Parameter new: The later document.
    /// - Returns: What differs, in the order of the documents.
    package func changes(to new: JSONTree) -> [Change] {
        changes(to: new, at: DocumentReader([]).root)
    }

    private func changes(to new: JSONTree, at place: DocumentReader.Mark) -> [Change] {
        switch (self, new) {
        case (.object(let before), .object(let after)):
            return before.flatMap { member -> [Change] in
                let here = place.child(member.name)
                guard let value = new[member.name] else {
                    return [Change(pointer: here.pointer, old: member.value, new: nil)]
                }
                return member.value.changes(to: value, at: here)
            }
                + after.filter { self[$0.name] == nil }
                .map { member in
                    Change(
                        pointer: place.child(member.name).pointer,
                        old: nil,
                        new: member.value
                    )
                }
        case (.list(let before), .list(let after))
        where (before + after).contains(where: \.isObject):
            return JSONTree.changes(from: before, to: after, at: place)
        default:
            return self == new ? [] : [Change(pointer: place.pointer, old: self, new: new)]
        }
    }

    /// Compares two lists of objects.
    private static func changes(
        from before: [JSONTree],
        to after: [JSONTree],
        at place: DocumentReader.Mark
    ) -> [Change] {
        let names = identities(of: before).flatMap { old in
            identities(of: after).map { (old, $0) }
        }
        let (oldNames, newNames) =
            names ?? (before.indices.map(String.init), after.indices.map(String.init))
        let changed = zip(before, oldNames).enumerated()
            .flatMap { index, old -> [Change] in
                guard let position = newNames.firstIndex(of: old.1) else {
                    let here = place.child(String(index))
                    return [Change(pointer: here.pointer, old: old.0, new: nil)]
                }
                return old.0.changes(to: after[position], at: place.child(String(position)))
            }
        let known = Set(oldNames)
        let added = zip(after, newNames).enumerated().filter { !known.contains($0.element.1) }
            .map { index, new in
                Change(pointer: place.child(String(index)).pointer, old: nil, new: new.0)
            }
        return changed + added
    }

    /// What identifies each element of a list, or nothing where that does not tell them apart.
    private static func identities(of elements: [JSONTree]) -> [String]? {
        let names = elements.map(\.identity)
        return Set(names).count == names.count ? names : nil
    }

    /// The values by which a person tells the elements of a list of the tables apart.
    private var identity: String {
        if let id = self["id"] { return id.oneLine }
        return ["category", "services", "codes", "schedule", "network", "from", "date"]
            .compactMap { name in
                self[name].flatMap { value in
                    // A benefit row is for the network unless it says otherwise.
                    name == "network" && value == .text("in") ? nil : "\(name) \(value.oneLine)"
                }
            }
            .joined(separator: " ")
    }

    private var isObject: Bool {
        if case .object = self { true } else { false }
    }
}
