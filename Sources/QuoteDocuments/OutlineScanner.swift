import CareModel

/// Finds in the text of a request what differs from one request to the next.
///
/// It reads the text once and gives up on anything unusual, which the reader of requests then reads
/// and judges. It need not tell right JSON from wrong: its outline is used only where the reader has
/// accepted a request with the same frame, and what stands in a hole is judged there.
struct OutlineScanner {
    /// The most holes; a request of most patients has six.
    private static let mostHoles = 32

    private(set) var values: RequestValues
    /// The places of the names that lead to each hole, the outermost first, without their quotes.
    private(set) var names: [[Range<Int>]] = []
    private(set) var visitsPlace: Range<Int>?
    private(set) var kinds: [RequestOutline.Kind] = []
    private var cursor: RequestCursor

    init(_ text: [UInt8]) {
        values = RequestValues(text)
        cursor = RequestCursor(text)
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
            return scanner.cursor.skip()
        }
        cursor.skipSpace()
        return isRequest && cursor.isAtEnd
    }

    private mutating func patient(_ name: Range<Int>) -> Bool {
        members { scanner, inner in
            scanner.isNamed(inner, "lastSeen")
                ? scanner.value(named: [name, inner]) : scanner.cursor.skip()
        }
    }

    /// Scans the plans; a patient with two is not like most.
    private mutating func coverage(_ name: Range<Int>) -> Bool {
        guard cursor.take(afterSpace: UInt8(ascii: "[")) else { return false }
        if cursor.take(afterSpace: UInt8(ascii: "]")) { return true }
        let isPlan = members { scanner, inner in
            scanner.isNamed(inner, "accumulators")
                ? scanner.figures(named: [name, inner]) : scanner.cursor.skip()
        }
        return isPlan && cursor.take(afterSpace: UInt8(ascii: "]"))
    }

    /// Scans what has been used, at any depth.
    private mutating func figures(named path: [Range<Int>]) -> Bool {
        cursor.skipSpace()
        guard cursor.next == UInt8(ascii: "{") else { return value(named: path) }
        guard path.count < DocumentLimits.depth else { return false }
        return members { scanner, name in
            // Who told the figures is no figure, whatever it looks like.
            scanner.isNamed(name, "source")
                ? scanner.cursor.skip() : scanner.figures(named: path + [name])
        }
    }

    /// Scans a value, which is a hole where it is a number or a text that begins with a digit.
    private mutating func value(named path: [Range<Int>]) -> Bool {
        cursor.skipSpace()
        guard let value = cursor.value() else { return false }
        guard value.beginsWithDigit else { return true }
        guard names.count < OutlineScanner.mostHoles else { return false }
        values.add(value.hole)
        names.append(path)
        return true
    }

    /// Scans an object.
    ///
    /// - Parameter scan: Scans the value of a member, by the place of its name, and says whether it
    ///   is like that of most requests.
    /// - Returns: Whether all of it is.
    private mutating func members(_ scan: (inout OutlineScanner, Range<Int>) -> Bool) -> Bool {
        guard cursor.take(afterSpace: UInt8(ascii: "{")) else { return false }
        if cursor.take(afterSpace: UInt8(ascii: "}")) { return true }
        repeat {
            cursor.skipSpace()
            let start = cursor.offset
            guard cursor.skipText() else { return false }
            let name = (start + 1)..<(cursor.offset - 1)
            // A name that is written with escapes is known to the reader alone.
            guard !values.text[name].contains(UInt8(ascii: "\\")) else { return false }
            guard cursor.take(afterSpace: UInt8(ascii: ":")), scan(&self, name) else {
                return false
            }
        } while cursor.take(afterSpace: UInt8(ascii: ","))
        return cursor.take(afterSpace: UInt8(ascii: "}"))
    }

    private func isNamed(_ name: Range<Int>, _ other: String) -> Bool {
        values.text[name].elementsEqual(other.utf8)
    }
}

// MARK: Visits

extension OutlineScanner {
    private mutating func visitList() -> Bool {
        guard visitsPlace == nil else { return false }
        cursor.skipSpace()
        let start = cursor.offset
        guard cursor.take(afterSpace: UInt8(ascii: "[")) else { return false }
        repeat {
            cursor.skipSpace()
            guard visit() else { return false }
        } while cursor.take(afterSpace: UInt8(ascii: ","))
        guard cursor.take(afterSpace: UInt8(ascii: "]")) else { return false }
        visitsPlace = start..<cursor.offset
        return true
    }

    /// Scans a visit, at once where it is written as an earlier one but for the date.
    private mutating func visit() -> Bool {
        if let last = values.visits.last?.kind, take(last) { return true }
        if kinds.indices.contains(where: { take($0) }) { return true }
        guard kinds.count < FrameTree.mostKinds else { return false }
        let start = cursor.offset
        var date: Int?
        let isVisit = members { scanner, name in
            guard scanner.isNamed(name, "date") else { return scanner.cursor.skip() }
            scanner.cursor.skipSpace()
            guard date == nil, let value = scanner.cursor.value(), value.hole.isText else {
                return false
            }
            date = value.hole.value.lowerBound
            return value.hole.value.count == CalendarDate.textLength
        }
        guard isVisit, let date, let day = CalendarDate(digits: values.text, at: date) else {
            return false
        }
        let kind = RequestOutline.Kind(
            text: Array(values.text[start..<cursor.offset]),
            dateStart: date - start
        )
        values.add((kinds.count, day), dateStart: date)
        kinds.append(kind)
        return true
    }

    /// Takes a visit of a kind, where one stands here.
    private mutating func take(_ kind: Int) -> Bool {
        let text = kinds[kind]
        guard
            let (visit, date) = cursor.visit(
                of: kind,
                text.text,
                before: 0..<text.dateStart,
                after: text.dateEnd..<text.text.count
            )
        else { return false }
        values.add(visit, dateStart: date)
        return true
    }
}
