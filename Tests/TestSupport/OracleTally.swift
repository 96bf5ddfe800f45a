/// How many cases of an oracle are met, and which are neither met nor excused.
package struct OracleTally {
    package let name: String
    /// The cases that need not be met, each with its reason.
    package let exceptions: [String: String]
    package private(set) var met = 0
    package private(set) var total = 0
    package private(set) var excused: [String] = []
    package private(set) var missed: [String] = []

    package init(_ name: String, exceptions: [String: String] = [:]) {
        self.name = name
        self.exceptions = exceptions
    }

    /// Counts a case.
    package mutating func count(_ id: String, isMet: Bool) {
        total += 1
        if isMet {
            met += 1
        } else if exceptions[id] != nil {
            excused.append(id)
        } else {
            missed.append(id)
        }
    }

    /// The exceptions that excused nothing and should be deleted.
    package var idleExceptions: [String] {
        exceptions.keys.filter { !excused.contains($0) }.sorted()
    }

    /// Prints the count, and each exception with its reason.
    package func report() {
        print("oracle \(name): \(met)/\(total) met")
        for id in excused.sorted() { print("  not met: \(id): \(exceptions[id] ?? "")") }
    }
}
