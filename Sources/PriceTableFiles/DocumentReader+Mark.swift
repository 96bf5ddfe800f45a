extension DocumentReader {
    /// A value's place, kept to report something about it later.
    package struct Mark: Hashable, Sendable {
        /// The names and positions that lead to the value.
        let path: [String]
        /// The byte at which the value begins, or the value above it where it is not there.
        let offset: Int
        /// Whether a finding repeats what is written there.
        var isValue = true

        /// A name below this value that is not there, or not as it should be.
        package func child(_ name: String) -> Mark {
            Mark(path: path + [name], offset: offset, isValue: false)
        }

        /// A value below this one, by its JSON pointer from here.
        package func child(path: String) -> Mark {
            path.split(separator: "/").reduce(self) { $0.child(String($1)) }
        }

        /// The JSON pointer of the value.
        package var pointer: String { pointer(below: 0) }

        /// The JSON pointer of the value from one that stands so many steps into the document.
        func pointer(below depth: Int) -> String {
            path.dropFirst(depth).map { token in
                guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else {
                    return "/" + token
                }
                var escaped = "/"
                for character in token {
                    switch character {
                    case "~": escaped += "~0"
                    case "/": escaped += "~1"
                    default: escaped.append(character)
                    }
                }
                return escaped
            }
            .joined()
        }
    }
}
