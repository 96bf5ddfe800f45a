import CareModel

/// The text of a request with holes where one request differs from the next: in its days, its
/// visits and what has been used.
///
/// Two requests whose ``frame`` is the same ask the same, but for what stands in the holes.
struct RequestOutline {
    /// A value that stands in the text for itself, with the names that lead to it.
    struct Hole {
        /// The place of the value, without the quotes of a text.
        let value: Range<Int>
        let isText: Bool
        /// The names that lead to the value, the outermost first, without their quotes.
        let names: [Range<Int>]
    }

    /// The text of a visit but for its date.
    struct Kind: Hashable {
        let text: [UInt8]
        /// Where the ten characters of the date begin.
        let dateStart: Int
    }

    /// A visit: its kind, by its position, and where its date stands.
    struct Visit {
        let kind: Int
        let dateStart: Int
        let date: CalendarDate
    }

    let text: [UInt8]
    /// The holes in their order.
    let holes: [Hole]
    /// Where the list of visits stands.
    let visitsPlace: Range<Int>
    let kinds: [Kind]
    let visits: [Visit]
    /// The text without the holes, followed by that of each kind of visit.
    let frame: RequestFrame

    /// Outlines a request; nothing where its text is not like that of most requests.
    ///
    /// - Parameter text: The request as JSON.
    init?(_ text: [UInt8]) {
        var scanner = OutlineScanner(text)
        guard scanner.request(), let visitsPlace = scanner.visitsPlace else { return nil }
        self.text = text
        holes = scanner.holes
        self.visitsPlace = visitsPlace
        kinds = scanner.kinds
        visits = scanner.visits
        frame = RequestFrame(scanner)
    }

    /// Whether it has many more visits than kinds of them.
    var isMuchLonger: Bool { visits.count >= 4 * kinds.count }

    /// The same request with the first visit of each kind alone.
    var shortened: RequestOutline? {
        var short = Array(text[..<visitsPlace.lowerBound])
        var next = 0
        for visit in visits where visit.kind == next {
            let start = visit.dateStart - kinds[next].dateStart
            short.append(UInt8(ascii: next == 0 ? "[" : ","))
            short += text[start..<(start + kinds[next].text.count)]
            next += 1
        }
        short.append(UInt8(ascii: "]"))
        return RequestOutline(short + text[visitsPlace.upperBound...])
    }

    /// The names that lead to a hole.
    func path(of hole: Hole) -> [String] {
        hole.names.map { String(decoding: text[$0], as: UTF8.self) }
    }
}
