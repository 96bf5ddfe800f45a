/// The reduction of the practice expense of further therapy procedures on one day.
///
/// 1. The unit with the highest practice expense outside a facility is paid in full; at a tie,
///    the one with the higher fee.
/// 2. Every other unit, further units of the same code too, is paid the reduced price.
public enum MultipleProcedureReduction: Sendable {
    /// A line of therapy as the reduction sees it.
    public struct Line: Hashable, Sendable {
        /// The practice expense outside a facility, in hundredths of a relative value unit.
        public let practiceExpense: Int
        /// The full price of one unit in cents, which decides a tie.
        public let fee: Int
        /// The units.
        public let units: Int

        /// Creates a line.
        public init(practiceExpense: Int, fee: Int, units: Int) {
            self.practiceExpense = practiceExpense
            self.fee = fee
            self.units = units
        }
    }

    /// How many units of each line are paid the reduced price.
    public static func reducedUnits(of lines: [Line]) -> [Int] {
        let first = lines.indices.max { left, right in
            let (a, b) = (lines[left], lines[right])
            // The earlier line wins a full tie, so it must not count as smaller.
            return (a.practiceExpense, a.fee, right) < (b.practiceExpense, b.fee, left)
        }
        return lines.indices.map { $0 == first ? lines[$0].units - 1 : lines[$0].units }
    }
}
