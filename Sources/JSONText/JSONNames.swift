/// The names of an object that were read; two are the same if their code points are.
struct JSONNames {
    /// Up to so many names are compared one by one, which is quicker than to hash them.
    private static let mostInList = 16

    private var list: [String] = []
    private var set: Set<[UInt8]> = []

    /// Takes in a name.
    ///
    /// - Parameter name: The name.
    /// - Returns: Whether it is new.
    mutating func insert(_ name: String) -> Bool {
        guard set.isEmpty else { return set.insert(Array(name.utf8)).inserted }
        // Swift holds texts for equal that Unicode does; JSON goes by code points.
        guard !list.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { return false }
        list.append(name)
        if list.count > JSONNames.mostInList { set = Set(list.map { Array($0.utf8) }) }
        return true
    }
}
