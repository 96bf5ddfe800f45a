/// The frames of the requests that were met, so that the one of another request is found while its
/// text is read.
///
/// A frame is a path of steps from the first byte of a request to its last. Frames that begin with
/// the same steps share them, and part where their next steps differ:
///
/// ```text
/// {"asOf": ─ hole ─ , "visits": ─ a visit of 98941 ─ ] ─ , "coverage": … "told-1" … ─ … ─ end of 0
///                                  │                 └── , "coverage": … "told-2" … ─ … ─ end of 1
///                                  └ a visit of 97140 ─ ] ─ , "coverage": … ─────── … ─ end of 2
/// ```
///
/// A visit of a kind stands for the first one of it, and for all that follow and are of this kind or
/// of one before it; visits A B A and A B B so have the same frame.
///
/// What is read along a path is the text byte for byte, but for what stands in the holes, and a hole
/// ends where its value does. A request on the path of a frame so has the outline of the one from
/// which the frame was made, whatever other paths it follows for a while.
struct FrameTree: Sendable {
    /// A frame, by its number in the order in which they were added.
    struct Frame: Hashable {
        let number: Int
    }

    /// What a request must have next.
    enum Step: Hashable {
        /// A part of the tree's text.
        case text(Range<Int>)
        /// Any number, or any text, that begins with a digit.
        case hole(isText: Bool)
        /// A visit of another kind than those before, and then any visits of these kinds.
        case visit(Kind)
        case endOfVisits
        case end(Frame)
    }

    /// The text of a visit before its date and after it, as parts of the tree's text.
    struct Kind: Hashable {
        let before: Range<Int>
        let after: Range<Int>
    }

    struct Node {
        let step: Step
        /// The first of the nodes of which one must come next.
        var next: Int?
        /// Another node that can stand at the same place.
        var sibling: Int?
    }

    /// The most kinds of visits that a request of a frame can have.
    static let mostKinds = Reading.Kinds(repeating: Kind(before: 0..<0, after: 0..<0)).count

    /// The text of all steps.
    var bytes: [UInt8] = []
    var nodes: [Node] = []
    /// How many frames there are.
    var count = 0

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
}

// MARK: Reading

extension FrameTree {
    /// How far a request is read along a path.
    private struct Reading {
        typealias Kinds = InlineArray<4, Kind>

        var cursor: RequestCursor
        /// The kinds of visits on the path.
        var kinds = Kinds(repeating: Kind(before: 0..<0, after: 0..<0))
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
        case .visit(let kind): return takeVisits(kind, &reading, &values)
        case .endOfVisits: return reading.cursor.take(afterSpace: UInt8(ascii: "]"))
        case .end: return false
        }
    }

    /// Reads the first visit of a kind, and those after it that are of the kinds so far.
    private func takeVisits(
        _ kind: Kind,
        _ reading: inout Reading,
        _ values: inout RequestValues
    ) -> Bool {
        let bracket = UInt8(ascii: reading.kindCount == 0 ? "[" : ",")
        guard reading.cursor.take(afterSpace: bracket) else { return false }
        reading.cursor.skipSpace()
        reading.kinds[reading.kindCount] = kind
        reading.kindCount += 1
        var last = reading.kindCount - 1
        guard takeVisit(last, &reading, &values) else { return false }
        while true {
            let end = reading.cursor.offset
            guard reading.cursor.take(afterSpace: UInt8(ascii: ",")) else { return true }
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
        _ number: Int,
        _ reading: inout Reading,
        _ values: inout RequestValues
    ) -> Bool {
        let kind = reading.kinds[number]
        guard
            let (visit, date) = reading.cursor.visit(
                of: number,
                bytes,
                before: kind.before,
                after: kind.after
            )
        else { return false }
        values.add(visit, dateStart: date)
        return true
    }
}
