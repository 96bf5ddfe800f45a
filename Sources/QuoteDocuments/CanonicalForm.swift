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
        guard let form = RequestOutline(canonical), form.visits.count == outline.visits.count else {
            return nil
        }
        let paths = outline.holes.map(outline.path)
        var places: [(place: Range<Int>, part: Part)] = [(form.visitsPlace, .visits)]
        for hole in form.holes {
            let path = form.path(of: hole)
            if let index = paths.firstIndex(of: path) {
                places.append((hole.value, .hole(index)))
            } else if path == ["coverage", "accumulators", "asOf"] {
                // Figures without a day are of the day of the quote, or else of today.
                guard let index = paths.firstIndex(of: ["asOf"]) else { continue }
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
        for (visit, own) in zip(outline.visits, form.visits) {
            guard kinds.updateValue(own.kind, forKey: visit.kind) ?? own.kind == own.kind else {
                return nil
            }
        }
        self.kinds = outline.kinds.indices.compactMap { kinds[$0].map { form.kinds[$0] } }
    }

    /// The canonical text of a request.
    ///
    /// - Parameters:
    ///   - outline: The request.
    ///   - figures: What its holes say.
    ///   - before: What stands before it.
    /// - Returns: The text.
    func text(
        of outline: RequestOutline,
        _ figures: [RepeatedRequest.Figure],
        after before: [UInt8]
    ) -> [UInt8] {
        var text = before
        text.reserveCapacity(2 * outline.text.count)
        for part in parts {
            switch part {
            case .text(let bytes): text += bytes
            case .hole(let index):
                let place = outline.holes[index].value
                if figures[index].isAmount, let amount = Money(digits: outline.text, place) {
                    text += amount.decimalText.utf8
                } else {
                    text += outline.text[place]
                }
            case .visits: append(outline, to: &text)
            }
        }
        return text
    }

    private func append(_ outline: RequestOutline, to text: inout [UInt8]) {
        var separator = UInt8(ascii: "[")
        for visit in outline.visits {
            let kind = kinds[visit.kind]
            text.append(separator)
            text += kind.text[..<kind.dateStart]
            text += outline.text[visit.dateStart..<(visit.dateStart + OutlineScanner.dateLength)]
            text += kind.text[(kind.dateStart + OutlineScanner.dateLength)...]
            separator = UInt8(ascii: ",")
        }
        text.append(UInt8(ascii: "]"))
    }
}
