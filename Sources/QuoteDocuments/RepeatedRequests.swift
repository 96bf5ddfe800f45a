import PriceTableFiles

/// The requests that a task of a batch has met, so that what they share is worked out once.
///
/// Each is proven on a short request of its own: only one whose summary is that of the whole quote,
/// byte for byte, answers others.
struct RepeatedRequests: Sendable {
    /// What is known of a frame.
    private enum Entry {
        /// Its requests are answered by the one at this position.
        case known(Int)
        /// So many of its requests could not be learned from.
        case unknown(tries: Int)
    }

    /// The most bytes of the frames that are kept, and the most frames.
    ///
    /// What is kept of a frame takes some ten times its text; above that all begins anew.
    private static let (mostBytes, mostFrames) = (1 << 21, 1 << 10)
    /// A frame whose requests are refused so often takes the whole quote from then on.
    private static let mostTries = 8

    private var requests: [RepeatedRequest] = []
    private var frames = FrameTree()
    /// What is known of each frame.
    private var entries: [Entry] = []
    /// What a person should look at in what was learned from, and no answer has told yet.
    private var untold: [String] = []

    /// What the request at hand says.
    private var values = RequestValues([])
    /// Room for the canonical text of a request.
    private var canonical: [UInt8] = []

    /// How many summaries were answered without the whole quote.
    private(set) var answered = 0

    /// The summary of a request, worked out by what others like it have in common.
    ///
    /// - Parameters:
    ///   - text: The request as JSON.
    ///   - maker: Makes the quote of a short request where none like it was met before.
    /// - Returns: The summary and what a person should look at, or nothing where it takes the whole
    ///   quote.
    mutating func summary(
        of text: [UInt8],
        by maker: QuoteMaker
    ) -> (summary: QuoteSummary, warnings: [String])? {
        guard let position = position(of: text, by: maker),
            let summary = requests[position].summary(of: values, &canonical)
        else { return nil }
        answered += 1
        defer { untold = [] }
        return (summary, untold)
    }

    /// The position of the request that answers those of a frame, which is learned where it is not
    /// known.
    ///
    /// What this one says stands in ``values`` then.
    private mutating func position(of text: [UInt8], by maker: QuoteMaker) -> Int? {
        if let frame = frames.find(text, &values) {
            switch entries[frame] {
            case .known(let position): return position
            case .unknown(let tries) where tries >= RepeatedRequests.mostTries: return nil
            case .unknown:
                guard let outline = RequestOutline(text) else { return nil }
                return learn(outline, of: frame, by: maker)
            }
        }
        guard let outline = RequestOutline(text) else { return nil }
        values = outline.values
        let frame = add(outline)
        // The first of few visits costs no more to quote than to learn from.
        guard outline.isMuchLonger else { return nil }
        return learn(outline, of: frame, by: maker)
    }

    /// Adds a frame, of which nothing is known yet.
    private mutating func add(_ outline: RequestOutline) -> FrameTree.Frame {
        if frames.size > RepeatedRequests.mostBytes || frames.count >= RepeatedRequests.mostFrames {
            (requests, frames, entries) = ([], FrameTree(), [])
        }
        entries.append(.unknown(tries: 0))
        return frames.add(outline)
    }

    /// Learns what requests of a frame have in common from the first visit of each kind.
    private mutating func learn(
        _ outline: RequestOutline,
        of frame: FrameTree.Frame,
        by maker: QuoteMaker
    ) -> Int? {
        if case .unknown(let tries) = entries[frame] { entries[frame] = .unknown(tries: tries + 1) }
        var scratch = outline.values
        guard let short = outline.shortened,
            frames.find(short.values.text, &scratch) == frame,
            let prepared = try? maker.prepare(short.values.text)
        else { return nil }
        let canonical = prepared.document.canonicalJSON()
        guard let made = try? prepared.made(as: canonical),
            var request = RepeatedRequest(short, prepared, made, canonical: canonical),
            let summary = request.summary(of: short.values, &self.canonical),
            summary.json() == QuoteSummary(made).json()
        else { return nil }
        entries[frame] = .known(requests.count)
        requests.append(request)
        untold += made.warnings.map(\.description)
        return requests.count - 1
    }
}
