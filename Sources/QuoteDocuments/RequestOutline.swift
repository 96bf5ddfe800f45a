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

/// What requests share that differ in their days, their visits' number and what has been used.
struct RequestFrame: Hashable {
    /// Stands where a value stood; text of JSON cannot hold these bytes.
    private enum Mark {
        static let text: UInt8 = 1
        static let number: UInt8 = 2
        static let visits: UInt8 = 3
        static let kind: UInt8 = 4
        static let date: UInt8 = 5
    }

    private let bytes: [UInt8]
    private let hashed: Int

    init(_ scanner: OutlineScanner) {
        var bytes: [UInt8] = []
        let kinds = scanner.kinds.reduce(0) { $0 + $1.text.count + 2 }
        bytes.reserveCapacity(scanner.text.count - (scanner.visitsPlace?.count ?? 0) + kinds + 1)
        var copied = 0
        var visits = scanner.visitsPlace
        for hole in scanner.holes {
            if let place = visits, place.lowerBound < hole.value.lowerBound {
                bytes += scanner.text[copied..<place.lowerBound]
                bytes.append(Mark.visits)
                copied = place.upperBound
                visits = nil
            }
            bytes += scanner.text[copied..<hole.value.lowerBound]
            bytes.append(hole.isText ? Mark.text : Mark.number)
            copied = hole.value.upperBound
        }
        if let place = visits {
            bytes += scanner.text[copied..<place.lowerBound]
            bytes.append(Mark.visits)
            copied = place.upperBound
        }
        bytes += scanner.text[copied...]
        for kind in scanner.kinds {
            bytes.append(Mark.kind)
            bytes += kind.text[..<kind.dateStart]
            bytes.append(Mark.date)
            bytes += kind.text[(kind.dateStart + OutlineScanner.dateLength)...]
        }
        self.bytes = bytes
        hashed = RequestFrame.hash(bytes)
    }

    /// How many bytes it takes.
    var size: Int { bytes.count }

    static func == (left: RequestFrame, right: RequestFrame) -> Bool {
        left.hashed == right.hashed && left.bytes == right.bytes
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hashed) }

    /// A number that differs for most texts that do (FNV-1a, on four parts at once).
    private static func hash(_ bytes: [UInt8]) -> Int {
        let prime: UInt64 = 0x100_0000_01B3
        var parts = SIMD4<UInt64>(repeating: 0xCBF2_9CE4_8422_2325)
        let quarter = bytes.count / 4
        for index in 0..<quarter {
            let next = SIMD4<UInt64>(
                UInt64(bytes[index]),
                UInt64(bytes[index + quarter]),
                UInt64(bytes[index + 2 * quarter]),
                UInt64(bytes[index + 3 * quarter])
            )
            parts = (parts ^ next) &* prime
        }
        for byte in bytes[(4 * quarter)...] { parts[0] = (parts[0] ^ UInt64(byte)) &* prime }
        let whole = parts[0] ^ parts[1] &* prime ^ parts[2] &* prime &* prime ^ parts[3]
        return Int(truncatingIfNeeded: whole)
    }
}
