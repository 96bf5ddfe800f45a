import CareModel

/// The canonical text of requests of one frame, filled from the holes of each.
struct CanonicalForm: Sendable {
    private enum Part: Sendable {
        /// What all of them have.
        case text([UInt8])
        /// What stands in a hole of the request, by its position.
        case hole(Int)
        /// The amount of dollars that stands in a hole of the request.
        case amount(Int)
        case visits
    }

    /// The canonical text of a kind of visit of the request, after a comma.
    private struct Kind: Sendable {
        let text: [UInt8]
        /// Where the date begins.
        let dateStart: Int
    }

    private let parts: [Part]
    private let kinds: [Kind]

    /// Learns the form from a request with one visit of each kind; there is none where what stands
    /// in a hole of the canonical text stands in none of the request.
    ///
    /// - Parameters:
    ///   - canonical: Its canonical text.
    ///   - outline: Its own.
    ///   - figures: What its holes say.
    init?(
        of canonical: [UInt8],
        from outline: RequestOutline,
        _ figures: [RepeatedRequest.Figure]
    ) {
        guard let form = RequestOutline(canonical),
            form.values.visits.count == outline.values.visits.count
        else {
            return nil
        }
        var places: [(place: Range<Int>, part: Part)] = [(form.visitsPlace, .visits)]
        for (hole, path) in zip(form.values.holes, form.names) {
            if let index = outline.names.firstIndex(of: path) {
                places.append(
                    (hole.value, figures[index].isAmount ? .amount(index) : .hole(index))
                )
            } else if path == ["coverage", "accumulators", "asOf"] {
                // Figures without a day are of the day of the quote, or else of today.
                guard let index = outline.names.firstIndex(of: ["asOf"]) else { continue }
                places.append((hole.value, .hole(index)))
            } else if path != ["asOf"] {
                return nil
            }
        }
        var parts: [Part] = []
        var copied = 0
        for (place, part) in places.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
            parts += [.text(Array(canonical[copied..<place.lowerBound])), part]
            copied = place.upperBound
        }
        self.parts = parts + [.text(Array(canonical[copied...]))]
        kinds = form.values.visits.map { visit in
            let kind = form.kinds[visit.kind]
            return Kind(text: [UInt8(ascii: ",")] + kind.text, dateStart: kind.dateStart + 1)
        }
    }

    /// Adds the canonical text of a request to another text.
    ///
    /// - Parameters:
    ///   - values: What the request says; its amounts are dollars, or dollars and two digits of cents.
    ///   - text: The other text.
    func write(_ values: RequestValues, to text: inout [UInt8]) {
        for part in parts {
            switch part {
            case .text(let bytes): text += bytes
            case .hole(let index): text += values.text[values.holes[index].value]
            case .amount(let index):
                let amount = values.text[values.holes[index].value]
                text += amount
                if amount.dropLast(2).last != UInt8(ascii: ".") { text += Array(".00".utf8) }
            case .visits: writeVisits(of: values, to: &text)
            }
        }
    }

    private func writeVisits(of values: RequestValues, to text: inout [UInt8]) {
        let start = text.count
        for index in values.visits.indices {
            let kind = values.visits[index].kind
            let date = text.count + kinds[kind].dateStart
            text += kinds[kind].text
            let asked = values.dateStarts[index]
            var written = text.mutableSpan
            for digit in 0..<CalendarDate.textLength {
                written[date + digit] = values.text[asked + digit]
            }
        }
        // There is at least one visit, and a comma before each.
        text[start] = UInt8(ascii: "[")
        text.append(UInt8(ascii: "]"))
    }
}
