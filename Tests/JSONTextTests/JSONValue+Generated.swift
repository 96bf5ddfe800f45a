import TestSupport

extension JSONValue {
    /// Makes a value at most so deep; no two members of an object share a name.
    static func random(depth: Int, using random: inout SplitMix64) -> JSONValue {
        switch Int.random(in: 0...(depth > 0 ? 7 : 4), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2, 3: return .string(randomText(using: &random))
        case 4: return .number(randomNumber(using: &random))
        case 5:
            let count = Int.random(in: 0...5, using: &random)
            return .array((0..<count).map { _ in .random(depth: depth - 1, using: &random) })
        default:
            var names: Set<String> = []
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                names.insert(randomText(using: &random))
            }
            return .object(
                // A set has no order of its own that a seed would repeat.
                names.sorted().shuffled(using: &random).map {
                    Member(name: $0, value: .random(depth: depth - 1, using: &random))
                }
            )
        }
    }

    /// The same value with the members of every object in another order.
    func shuffled(using random: inout SplitMix64) -> JSONValue {
        switch self {
        case .object(let members):
            var moved: [Member] = []
            for member in members.shuffled(using: &random) {
                let value = member.value.shuffled(using: &random)
                moved.append(Member(name: member.name, value: value))
            }
            return .object(moved)
        case .array(let elements):
            var moved: [JSONValue] = []
            for element in elements {
                moved.append(element.shuffled(using: &random))
            }
            return .array(moved)
        case .string, .number, .boolean, .null:
            return self
        }
    }

    private static func randomText(using random: inout SplitMix64) -> String {
        let alphabet: [Character] = [
            "a", "b", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é",
            "ß", "€", "中", "😀", "{", "]", ",", ":",
        ]
        let count = Int.random(in: 0...6, using: &random)
        return String((0..<count).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    }

    private static func randomNumber(using random: inout SplitMix64) -> String {
        let whole = String(Int.random(in: -99_999...99_999, using: &random))
        let fraction = Bool.random(using: &random) ? ".50" : ""
        let exponent = ["", "e3", "E-2", "e+10"].randomElement(using: &random) ?? ""
        return whole + fraction + exponent
    }
}
