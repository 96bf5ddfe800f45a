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
        var places = scanner.holes.map {
            (place: $0.value, mark: $0.isText ? Mark.text : Mark.number)
        }
        if let visits = scanner.visitsPlace {
            let next = places.firstIndex { $0.place.lowerBound > visits.lowerBound }
            places.insert((visits, Mark.visits), at: next ?? places.endIndex)
        }
        var copied = 0
        for (place, mark) in places {
            bytes += scanner.text[copied..<place.lowerBound]
            bytes.append(mark)
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
