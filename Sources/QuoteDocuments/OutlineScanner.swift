import CareModel

/// Finds in the text of a request what differs from one request to the next.
///
/// It reads the text once and gives up on anything unusual, which the reader of requests then reads
/// and judges. It need not tell right JSON from wrong: its outline is used only where the reader has
/// accepted a request with the same frame, and what stands in a hole is judged there.
struct OutlineScanner {
    /// The characters of a date.
    static let dateLength = 10
    /// The most kinds of visits that a request is outlined with.
    private static let mostKinds = 4

    let text: [UInt8]
    private(set) var holes: [RequestOutline.Hole] = []
    private(set) var visitsPlace: Range<Int>?
    private(set) var kinds: [RequestOutline.Kind] = []
    private(set) var visits: [RequestOutline.Visit] = []
    /// Where it reads next.
    var offset = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// Scans a whole request.
    ///
    /// - Returns: Whether it is like most requests.
    mutating func request() -> Bool {
        let isRequest = members { scanner, name in
            if scanner.isNamed(name, "asOf") { return scanner.value(named: [name]) }
            if scanner.isNamed(name, "patient") { return scanner.patient(name) }
            if scanner.isNamed(name, "coverage") { return scanner.coverage(name) }
            if scanner.isNamed(name, "visits") { return scanner.visitList() }
            return scanner.skip()
        }
        skipSpace()
        return isRequest && offset == text.count
    }

    private mutating func patient(_ name: Range<Int>) -> Bool {
        members { scanner, inner in
            scanner.isNamed(inner, "lastSeen")
                ? scanner.value(named: [name, inner]) : scanner.skip()
        }
    }

    /// Scans the plans; a patient with two is not like most.
    private mutating func coverage(_ name: Range<Int>) -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        let isPlan = members { scanner, inner in
            scanner.isNamed(inner, "accumulators")
                ? scanner.figures(named: [name, inner]) : scanner.skip()
        }
        return isPlan && take(UInt8(ascii: "]"))
    }

    /// Scans what has been used, at any depth.
    private mutating func figures(named names: [Range<Int>]) -> Bool {
        skipSpace()
        guard offset < text.count else { return false }
        guard text[offset] == UInt8(ascii: "{") else { return value(named: names) }
        guard names.count < DocumentLimits.depth else { return false }
        return members { scanner, name in
            // Who told the figures is no figure, whatever it looks like.
            scanner.isNamed(name, "source")
                ? scanner.skip() : scanner.figures(named: names + [name])
        }
    }

    /// Scans a value, which is a hole where it is a number or a text that begins with a digit.
    private mutating func value(named names: [Range<Int>]) -> Bool {
        skipSpace()
        let start = offset
        guard skip() else { return false }
        let isText = text[start] == UInt8(ascii: "\"")
        let value = isText ? (start + 1)..<(offset - 1) : start..<offset
        guard let first = text[value].first, first.isDigit else { return true }
        holes.append(RequestOutline.Hole(value: value, isText: isText, names: names))
        return true
    }
}

// MARK: Visits

extension OutlineScanner {
    private mutating func visitList() -> Bool {
        guard visitsPlace == nil else { return false }
        skipSpace()
        let start = offset
        guard take(UInt8(ascii: "[")) else { return false }
        repeat {
            skipSpace()
            guard visit() else { return false }
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { return false }
        visitsPlace = start..<offset
        return true
    }

    /// Scans a visit, at once where it is written as an earlier one but for the date.
    private mutating func visit() -> Bool {
        if let last = visits.last?.kind, isVisit(of: last) { return take(last) }
        if let kind = kinds.indices.first(where: isVisit) { return take(kind) }
        guard kinds.count < OutlineScanner.mostKinds else { return false }
        let start = offset
        var date: Int?
        let isVisit = members { scanner, name in
            guard scanner.isNamed(name, "date") else { return scanner.skip() }
            scanner.skipSpace()
            let value = scanner.offset + 1
            guard date == nil, scanner.skip(), scanner.text[value - 1] == UInt8(ascii: "\"") else {
                return false
            }
            date = value
            return scanner.offset == value + OutlineScanner.dateLength + 1
        }
        guard isVisit, let date else { return false }
        kinds.append(
            RequestOutline.Kind(text: Array(text[start..<offset]), dateStart: date - start)
        )
        return add(kinds.count - 1, dateAt: date)
    }

    /// Takes a visit of a kind that stands here.
    private mutating func take(_ kind: Int) -> Bool {
        let start = offset
        offset += kinds[kind].text.count
        return add(kind, dateAt: start + kinds[kind].dateStart)
    }

    private mutating func add(_ kind: Int, dateAt start: Int) -> Bool {
        guard let date = CalendarDate(digits: text, at: start) else { return false }
        visits.append(RequestOutline.Visit(kind: kind, dateStart: start, date: date))
        return true
    }

    /// Whether a visit of a kind stands here.
    private func isVisit(of kind: Int) -> Bool {
        let kind = kinds[kind]
        let (end, after) = (kind.text.count, kind.dateStart + OutlineScanner.dateLength)
        guard offset + end <= text.count else { return false }
        return isSame(kind.text, 0..<kind.dateStart) && isSame(kind.text, after..<end)
    }

    /// Whether a part of another text stands at the same place from here.
    @inline(__always)
    private func isSame(_ other: [UInt8], _ part: Range<Int>) -> Bool {
        let count = part.count
        let here = text.span.extracting((offset + part.lowerBound)..<(offset + part.upperBound))
        let there = other.span.extracting(part)
        // All of it is compared, which a processor does for many bytes at once.
        var difference: UInt8 = 0
        for index in 0..<count { difference |= here[index] ^ there[index] }
        return difference == 0
    }
}
