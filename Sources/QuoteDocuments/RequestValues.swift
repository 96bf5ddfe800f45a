import CareQuote

/// What one request says where others of its frame say something else: its days, its visits and
/// what has been used.
struct RequestValues {
    /// A value that stands in the text for itself.
    struct Hole {
        /// The place of the value, without the quotes of a text.
        let value: Range<Int>
        let isText: Bool
    }

    private(set) var text: [UInt8]
    /// The holes in their order.
    private(set) var holes: [Hole] = []
    private(set) var visits: [RepeatedCourse.Patient.Visit] = []
    /// Where the date of each visit stands.
    private(set) var dateStarts: [Int] = []

    /// Begins with nothing of a request read.
    ///
    /// - Parameter text: The request as JSON.
    init(_ text: [UInt8]) {
        self.text = text
        holes.reserveCapacity(RequestValues.usualHoles)
        visits.reserveCapacity(RequestValues.usualVisits)
        dateStarts.reserveCapacity(RequestValues.usualVisits)
    }

    /// Room for so many is made at once.
    private static let (usualHoles, usualVisits) = (8, 32)

    /// Begins with another request, in the same room.
    ///
    /// - Parameter text: The request as JSON.
    mutating func restart(_ text: [UInt8]) {
        self.text = text
        holes.removeAll(keepingCapacity: true)
        visits.removeAll(keepingCapacity: true)
        dateStarts.removeAll(keepingCapacity: true)
    }

    mutating func add(_ hole: Hole) { holes.append(hole) }

    /// Adds a visit.
    ///
    /// - Parameters:
    ///   - visit: The visit.
    ///   - dateStart: Where its date stands.
    mutating func add(_ visit: RepeatedCourse.Patient.Visit, dateStart: Int) {
        visits.append(visit)
        dateStarts.append(dateStart)
    }

    /// Forgets all but the first holes and visits.
    ///
    /// - Parameters:
    ///   - holeCount: How many holes are kept.
    ///   - visitCount: How many visits are kept.
    mutating func cut(to holeCount: Int, _ visitCount: Int) {
        holes.removeSubrange(holeCount...)
        visits.removeSubrange(visitCount...)
        dateStarts.removeSubrange(visitCount...)
    }
}
