/// The shares of one whole as patients of a hundred.
enum OfHundred {
    /// Rounds shares so that together they are what the whole is, by the largest remainder.
    ///
    /// Each share is rounded down, and those with the most left over get one more until the whole is
    /// reached; of two with as much left over the earlier one does.
    ///
    /// - Parameter shares: The shares, each 0 to 1.
    /// - Returns: The counts, in the same order; those of a whole of 1 add up to 100.
    static func counts(of shares: [Double]) -> [Int] {
        // What binary fractions leave open must not make a remainder of a whole number.
        let exact = shares.map { ($0 * 100 * 1e9).rounded() / 1e9 }
        var counts = exact.map { Int($0.rounded(.down)) }
        let missing = Int(exact.reduce(0, +).rounded()) - counts.reduce(0, +)
        let byRemainder = exact.indices.sorted { left, right in
            let (leftOver, rightOver) = (
                exact[left] - Double(counts[left]), exact[right] - Double(counts[right])
            )
            return (rightOver, left) < (leftOver, right)
        }
        for index in byRemainder.prefix(max(missing, 0)) { counts[index] += 1 }
        return counts
    }
}
