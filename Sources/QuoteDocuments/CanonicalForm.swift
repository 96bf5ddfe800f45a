import CareModel

/// The canonical text of requests of one frame, filled from the holes of each.
struct CanonicalForm: Sendable {
    private enum Part: Sendable {
        /// What all of them have.
        case text([UInt8])
        /// What stands in a hole of the request, by its position.
        case hole(Int)
        case visits
    }

    private let parts: [Part]
    /// Of each kind of visit of the request its canonical text.
    private let kinds: [RequestOutline.Kind]

    /// Learns the form from one request; there is none where what stands in a hole of the canonical
    /// text stands in none of the request.
    ///
    /// - Parameters:
    ///   - canonical: Its canonical text.
    ///   - outline: Its own.
    init?(of canonical: [UInt8], from outline: RequestOutline) {
        guard let form = RequestOutline(canonical), form.values.visits.count == outline.values.visits.count else {
            return nil
        }
        var places: [(place: Range<Int>, part: Part)] = [(form.visitsPlace, .visits)]
        for (hole, path) in zip(form.values.holes, form.names) {
            if let index = outline.names.firstIndex(of: path) {
                places.append((hole.value, .hole(index)))
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
        var kinds: [Int: Int] = [:]
        for (visit, own) in zip(outline.values.visits, form.values.visits) {
            guard kinds.updateValue(own.kind, forKey: visit.kind) ?? own.kind == own.kind else {
                return nil
            }
        }
        self.kinds = outline.kinds.indices.compactMap { kinds[$0].map { form.kinds[$0] } }
    }

    /// The canonical text of a request.
    ///
    /// - Parameters:
    ///   - values: What the request says.
    ///   - figures: What its holes say.
    ///   - before: What stands before it.
    /// - Returns: The text.
    func text(
        of values: RequestValues,
        _ figures: [RepeatedRequest.Figure],
        after before: [UInt8]
    ) -> [UInt8] {
        var text = before
        text.reserveCapacity(2 * values.text.count)
        for part in parts {
            switch part {
            case .text(let bytes): text += bytes
            case .hole(let index):
                let place = values.holes[index].value
                if figures[index].isAmount, let amount = Money(digits: values.text, place) {
                    text += amount.decimalText.utf8
                } else {
                    text += values.text[place]
                }
            case .visits: append(values, to: &text)
            }
        }
        return text
    }

    private func append(_ values: RequestValues, to text: inout [UInt8]) {
        var separator = UInt8(ascii: "[")
        for visit in values.visits {
            let kind = kinds[visit.kind]
            text.append(separator)
            text += kind.text[..<kind.dateStart]
            text += values.text[visit.dateStart..<(visit.dateStart + RequestCursor.dateLength)]
            text += kind.text[(kind.dateStart + RequestCursor.dateLength)...]
            separator = UInt8(ascii: ",")
        }
        text.append(UInt8(ascii: "]"))
    }
}
