/// The frames of the requests that were met, so that the one of another request is found while its
/// text is read.
///
/// A frame is a path of steps from the first byte of a request to its last. Frames that begin alike
/// share the steps of their beginnings. To find one takes a comparison of most of the text and no
/// look at what it means.
struct FrameTree: Sendable {
    /// The number of a frame, in the order in which they were added.
    typealias Frame = Int

    /// What a request must have next.
    private enum Step: Hashable {
        /// A part of ``bytes``.
        case text(Range<Int>)
        /// Any number, or any text, that begins with a digit.
        case hole(isText: Bool)
        /// A visit of another kind than those before, and then any visits of these kinds.
        case visit(before: Range<Int>, after: Range<Int>)
        case endOfVisits
        case end(Frame)
    }

    private struct Node {
        let step: Step
        /// The first of the nodes of which one must come next.
        var next: Int?
        /// Another node that can stand at the same place.
        var sibling: Int?
    }

    /// The text of all steps.
    private var bytes: [UInt8] = []
    private var nodes: [Node] = []

    /// How many frames there are.
    private(set) var count = 0

    /// How many bytes the texts of the frames take.
    var size: Int { bytes.count }

    /// Finds the frame of a request and what it says.
    ///
    /// - Parameters:
    ///   - text: The request.
    ///   - values: Where to write what it says; nothing of use where its frame is not found.
    /// - Returns: The frame, or nothing where it was not added.
    func find(_ text: [UInt8], _ values: inout RequestValues) -> Frame? {
        values.restart(text)
        guard !nodes.isEmpty else { return nil }
        var reading = Reading(cursor: RequestCursor(text))
        return follow(from: 0, &reading, &values)
    }

    /// The two parts of the text of a visit.
    private typealias Kind = (before: Range<Int>, after: Range<Int>)
    private typealias Kinds = InlineArray<4, Kind>

    /// The most kinds of visits that a request of a frame can have.
    static let mostKinds = Kinds(repeating: (0..<0, 0..<0)).count

    /// How far a request is read along a path.
    private struct Reading {
        var cursor: RequestCursor
        /// The texts of the kinds of visits on the path.
        var kinds = Kinds(repeating: (0..<0, 0..<0))
        var kindCount = 0
    }

    /// Reads on from a node or one of its siblings.
    private func follow(
        from first: Int,
        _ reading: inout Reading,
        _ values: inout RequestValues
    ) -> Frame? {
        var next: Int? = first
        let (start, kindCount) = (reading.cursor.offset, reading.kindCount)
        let (holes, visits) = (values.holes.count, values.visits.count)
        while let index = next {
            let node = nodes[index]
            if case .end(let frame) = node.step {
                if reading.cursor.isAtEnd { return frame }
            } else if take(node.step, &reading, &values), let after = node.next,
                let frame = follow(from: after, &reading, &values)
            {
                return frame
            }
            // Another way may go on where this one does not.
            reading.cursor.offset = start
            reading.kindCount = kindCount
            values.cut(to: holes, visits)
            next = node.sibling
        }
        return nil
    }

    /// Reads a step.
    ///
    /// - Returns: Whether the request has it.
    private func take(
        _ step: Step,
        _ reading: inout Reading,
        _ values: inout RequestValues
    ) -> Bool {
        switch step {
        case .text(let part): return reading.cursor.take(part, of: bytes)
        case .hole(let isText):
            guard let value = reading.cursor.value(), value.beginsWithDigit,
                value.hole.isText == isText
            else { return false }
            values.add(value.hole)
            return true
        case .visit(let before, let after):
            return takeVisits((before, after), &reading, &values)
        case .endOfVisits: return reading.cursor.take(UInt8(ascii: "]"))
        case .end: return false
        }
    }
}

// MARK: Visits

extension FrameTree {
    /// Reads the first visit of a kind, and those after it that are of the kinds so far.
    private func takeVisits(
        _ kind: Kind,
        _ reading: inout Reading,
        _ values: inout RequestValues
    ) -> Bool {
        let bracket = UInt8(ascii: reading.kindCount == 0 ? "[" : ",")
        guard reading.cursor.take(bracket) else { return false }
        reading.cursor.skipSpace()
        reading.kinds[reading.kindCount] = kind
        reading.kindCount += 1
        guard takeVisit(reading.kindCount - 1, &reading, &values) else { return false }
        var last = reading.kindCount - 1
        while true {
            let end = reading.cursor.offset
            guard reading.cursor.take(UInt8(ascii: ",")) else { return true }
            reading.cursor.skipSpace()
            if takeVisit(last, &reading, &values) { continue }
            let other = (0..<reading.kindCount).first { takeVisit($0, &reading, &values) }
            guard let other else {
                reading.cursor.offset = end
                return true
            }
            last = other
        }
    }

    private func takeVisit(
        _ kind: Int,
        _ reading: inout Reading,
        _ values: inout RequestValues
    ) -> Bool {
        let (before, after) = reading.kinds[kind]
        guard
            let (visit, date) = reading.cursor.visit(of: kind, bytes, before: before, after: after)
        else { return false }
        values.add(visit, dateStart: date)
        return true
    }
}

// MARK: Growing

extension FrameTree {
    /// Adds the frame of a request, which must not be among those that were added.
    ///
    /// - Parameter outline: The request.
    /// - Returns: The number of its frame.
    mutating func add(_ outline: RequestOutline) -> Frame {
        let text = outline.values.text
        var places = outline.values.holes.map { hole in
            let quotes = hole.isText ? 1 : 0
            let start = hole.value.lowerBound - quotes
            return (place: start..<(hole.value.upperBound + quotes), isText: Bool?(hole.isText))
        }
        places.append((outline.visitsPlace, nil))
        places.sort { $0.place.lowerBound < $1.place.lowerBound }
        var last: Int?
        var read = 0
        for (place, isText) in places {
            last = grow(text[read..<place.lowerBound], after: last)
            if let isText {
                last = grow(.hole(isText: isText), after: last)
            } else {
                for kind in outline.kinds { last = grow(kind, after: last) }
                last = grow(.endOfVisits, after: last)
            }
            read = place.upperBound
        }
        last = grow(text[read...], after: last)
        _ = grow(.end(count), after: last)
        count += 1
        return count - 1
    }

    private mutating func grow(_ text: ArraySlice<UInt8>, after last: Int?) -> Int {
        let same = steps(after: last).first { index in
            guard case .text(let part) = nodes[index].step else { return false }
            return bytes[part] == text
        }
        return same ?? append(.text(keep(text)), after: last)
    }

    private mutating func grow(_ kind: RequestOutline.Kind, after last: Int?) -> Int {
        let (start, end) = (kind.text[..<kind.dateStart], kind.text[kind.dateEnd...])
        let same = steps(after: last).first { index in
            guard case .visit(let before, let after) = nodes[index].step else { return false }
            return bytes[before] == start && bytes[after] == end
        }
        return same ?? append(.visit(before: keep(start), after: keep(end)), after: last)
    }

    private mutating func grow(_ step: Step, after last: Int?) -> Int {
        let same = steps(after: last).first { nodes[$0].step == step }
        return same ?? append(step, after: last)
    }

    /// The nodes of which one comes after another, or at the beginning.
    private func steps(after last: Int?) -> some Sequence<Int> {
        let first = last.map { nodes[$0].next } ?? nodes.indices.first
        return sequence(state: first) { next in
            defer { next = next.flatMap { nodes[$0].sibling } }
            return next
        }
    }

    private mutating func append(_ step: Step, after last: Int?) -> Int {
        var youngest: Int?
        for index in steps(after: last) { youngest = index }
        let index = nodes.count
        nodes.append(Node(step: step))
        if let youngest {
            nodes[youngest].sibling = index
        } else if let last {
            nodes[last].next = index
        }
        return index
    }

    /// Keeps some text, and says where.
    private mutating func keep(_ text: ArraySlice<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes += text
        return start..<bytes.count
    }
}
