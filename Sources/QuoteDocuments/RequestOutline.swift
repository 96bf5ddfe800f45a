import CareModel

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
        var dateEnd: Int { dateStart + CalendarDate.textLength }
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

    /// How many bytes the request has beside its visits, and one visit of each kind.
    var frameSize: Int {
        values.text.count - visitsPlace.count + kinds.reduce(0) { $0 + $1.text.count }
    }

    /// Whether it has many more visits than kinds of them.
    var isMuchLonger: Bool { values.visits.count >= 4 * kinds.count }

    /// The same request with the first visit of each kind alone, in the order of the kinds.
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
