extension FrameTree {
    /// What stands between two texts of a frame.
    private enum Gap {
        case hole(isText: Bool)
        case visits
    }

    /// Adds the frame of a request, which must not be among those that were added.
    ///
    /// - Parameter outline: The request.
    /// - Returns: Its frame.
    mutating func add(_ outline: RequestOutline) -> Frame {
        let text = outline.values.text
        var gaps = outline.values.holes.map { hole in
            let quotes = hole.isText ? 1 : 0
            let start = hole.value.lowerBound - quotes
            let place = start..<(hole.value.upperBound + quotes)
            return (place: place, gap: Gap.hole(isText: hole.isText))
        }
        gaps.append((outline.visitsPlace, .visits))
        gaps.sort { $0.place.lowerBound < $1.place.lowerBound }
        var last: Int?
        var read = 0
        for (place, gap) in gaps {
            last = grow(text[read..<place.lowerBound], after: last)
            switch gap {
            case .hole(let isText): last = grow(.hole(isText: isText), after: last)
            case .visits:
                for kind in outline.kinds { last = grow(kind, after: last) }
                last = grow(.endOfVisits, after: last)
            }
            read = place.upperBound
        }
        last = grow(text[read...], after: last)
        let frame = Frame(number: count)
        _ = grow(.end(frame), after: last)
        count += 1
        return frame
    }

    private mutating func grow(_ text: ArraySlice<UInt8>, after last: Int?) -> Int {
        let same = steps(after: last).first { index in
            guard case .text(let part) = nodes[index].step else { return false }
            return bytes[part] == text
        }
        return same ?? append(.text(keep(text)), after: last)
    }

    private mutating func grow(_ kind: RequestOutline.Kind, after last: Int?) -> Int {
        let (before, after) = (kind.text[..<kind.dateStart], kind.text[kind.dateEnd...])
        let same = steps(after: last).first { index in
            guard case .visit(let known) = nodes[index].step else { return false }
            return bytes[known.before] == before && bytes[known.after] == after
        }
        return same
            ?? append(.visit(Kind(before: keep(before), after: keep(after))), after: last)
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
