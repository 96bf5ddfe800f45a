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

/// The text of a request with holes where one request differs from the next (see
/// ``RequestValues``).
///
/// What is left is its frame: two requests with the same frame ask the same, but for what stands in
/// the holes.
struct RequestOutline {
    /// The text of a visit but for its date.
    struct Kind: Hashable {
        let text: [UInt8]
        /// Where the ten characters of the date begin.
        let dateStart: Int

        /// Where they end.
        var dateEnd: Int { dateStart + RequestCursor.dateLength }
    }

    let values: RequestValues
    /// The names that lead to each hole, the outermost first.
    let names: [[String]]
    /// Where the list of visits stands.
    let visitsPlace: Range<Int>
    let kinds: [Kind]

    /// Outlines a request; nothing where its text is not like that of most requests.
    ///
    /// - Parameter text: The request as JSON.
    init?(_ text: [UInt8]) {
        var scanner = OutlineScanner(text)
        guard scanner.request(), let visitsPlace = scanner.visitsPlace else { return nil }
        values = scanner.values
        names = scanner.names.map { path in
            path.map { String(decoding: text[$0], as: UTF8.self) }
        }
        self.visitsPlace = visitsPlace
        kinds = scanner.kinds
    }

    /// Whether it has many more visits than kinds of them.
    var isMuchLonger: Bool { values.visits.count >= 4 * kinds.count }

    /// The same request with the first visit of each kind alone.
    var shortened: RequestOutline? {
        let text = values.text
        var short = Array(text[..<visitsPlace.lowerBound])
        var next = 0
        for (visit, date) in zip(values.visits, values.dateStarts) where visit.kind == next {
            let start = date - kinds[next].dateStart
            short.append(UInt8(ascii: next == 0 ? "[" : ","))
            short += text[start..<(start + kinds[next].text.count)]
            next += 1
        }
        short.append(UInt8(ascii: "]"))
        return RequestOutline(short + text[visitsPlace.upperBound...])
    }
}
