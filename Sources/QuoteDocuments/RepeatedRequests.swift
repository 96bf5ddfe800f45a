import PriceTableFiles

/// The requests that a task of a batch has met, so that what they share is worked out once.
///
/// A line is answered in this order:
///
/// 1. Its frame is found in the tree, with what stands in the holes.
/// 2. Where requests of the frame are known, its figures and days are read, its visits are shared,
///    and its canonical text is filled for the id.
/// 3. Where they are not, it is outlined, and the first visit of each kind alone makes a short request
///    of the same frame, which is quoted in full. Only what answers this one as its whole quote does,
///    byte for byte, answers others. That the visits after it are shared as in the whole quote is up
///    to `RepeatedCourse`.
/// 4. Whatever is not like most, or could be refused, takes the whole quote.
struct RepeatedRequests: Sendable {
    /// What is known of a frame.
    private enum Entry {
        /// Its requests are answered by the one at this position.
        case known(Int)
        /// So many of its requests could not be learned from.
        case unknown(tries: Int)
    }

    /// The most bytes that the texts of the frames have, and the most frames.
    ///
    /// What is kept of a frame takes some ten times its text; above that all begins anew.
    private static let (mostBytes, mostFrames) = (1 << 21, 1 << 10)
    /// A frame whose requests are refused so often takes the whole quote from then on.
    private static let mostTries = 8

    private var requests: [RepeatedRequest] = []
    private var frames = FrameTree()
    /// What is known of each frame.
    private var entries: [Entry] = []
    /// How many bytes the texts of the frames have, each for itself.
    private var bytes = 0
    /// What a person should look at in what was learned from, and no answer has told yet.
    private var untold: [String] = []

    /// What the request at hand says.
    private var values = RequestValues([])
    /// Room for the canonical text of the request at hand.
    private var room: [UInt8] = []

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
            let summary = requests[position].summary(of: values, &room)
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
            switch entries[frame.number] {
            case .known(let position): return position
            case .unknown(let tries) where tries >= RepeatedRequests.mostTries: return nil
            case .unknown(let tries):
                entries[frame.number] = .unknown(tries: tries + 1)
                return RequestOutline(text).flatMap { learn($0, of: frame, by: maker) }
            }
        }
        guard let outline = RequestOutline(text) else { return nil }
        values = outline.values
        // The first of few visits costs no more to quote than to learn from.
        let isWorthIt = outline.isMuchLonger
        let frame = add(outline, tries: isWorthIt ? 1 : 0)
        return isWorthIt ? learn(outline, of: frame, by: maker) : nil
    }

    /// Adds a frame, of which nothing is known yet.
    private mutating func add(_ outline: RequestOutline, tries: Int) -> FrameTree.Frame {
        if bytes > RepeatedRequests.mostBytes || frames.count >= RepeatedRequests.mostFrames {
            (requests, frames, entries, bytes) = ([], FrameTree(), [], 0)
        }
        entries.append(.unknown(tries: tries))
        bytes += outline.frameSize
        let frame = frames.add(outline)
        // One that is not found again would be learned with every request.
        assert(finds(frame, of: outline.values.text))
        return frame
    }

    private func finds(_ frame: FrameTree.Frame, of text: [UInt8]) -> Bool {
        var values = RequestValues([])
        return frames.find(text, &values) == frame
    }

    /// Learns what requests of a frame have in common from the first visit of each kind.
    private mutating func learn(
        _ outline: RequestOutline,
        of frame: FrameTree.Frame,
        by maker: QuoteMaker
    ) -> Int? {
        guard let short = outline.shortened, finds(frame, of: short.values.text),
            let prepared = try? maker.prepare(short.values.text)
        else { return nil }
        let canonical = prepared.document.canonicalJSON()
        guard let made = try? prepared.made(as: canonical),
            var request = RepeatedRequest(short, prepared, made, canonical: canonical),
            let summary = request.summary(of: short.values, &room),
            summary.json() == QuoteSummary(made).json()
        else { return nil }
        entries[frame.number] = .known(requests.count)
        requests.append(request)
        untold += made.warnings.map(\.description)
        return requests.count - 1
    }
}
