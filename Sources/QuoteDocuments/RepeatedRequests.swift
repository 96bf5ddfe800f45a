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
    private var entries: [RequestFrame: Entry] = [:]
    private var bytes = 0
    /// What a person should look at in what was learned from, and no answer has told yet.
    private var untold: [String] = []

    /// How many summaries were answered without the whole quote.
    private(set) var answered = 0

    /// The summary of a request, worked out by what others like it have in common.
    ///
    /// - Parameters:
    ///   - outline: The request.
    ///   - maker: Makes the quote of a short request where none like it was met before.
    /// - Returns: The summary and what a person should look at, or nothing where it takes the whole
    ///   quote.
    mutating func summary(
        of outline: RequestOutline,
        by maker: QuoteMaker
    ) -> (summary: QuoteSummary, warnings: [String])? {
        guard let position = position(of: outline, by: maker),
            let summary = requests[position].summary(of: outline)
        else { return nil }
        answered += 1
        defer { untold = [] }
        return (summary, untold)
    }

    /// The position of the request that answers those of a frame, which is learned where it is not
    /// known.
    private mutating func position(of outline: RequestOutline, by maker: QuoteMaker) -> Int? {
        switch entries[outline.frame] {
        case .known(let position)?: position
        case .unknown(let tries)? where tries >= RepeatedRequests.mostTries: nil
        case .unknown(let tries)?: learn(outline, by: maker, tries: tries)
        case nil where outline.isMuchLonger: learn(outline, by: maker, tries: 0)
        case nil:
            // The first of few visits costs no more to quote than to learn from.
            note(outline, tries: 0)
        }
    }

    /// Notes that the requests of a frame are not known yet.
    ///
    /// - Returns: Nothing: there is no position.
    @discardableResult
    private mutating func note(_ outline: RequestOutline, tries: Int) -> Int? {
        if bytes > RepeatedRequests.mostBytes || entries.count >= RepeatedRequests.mostFrames {
            (requests, entries, bytes) = ([], [:], 0)
        }
        if entries.updateValue(.unknown(tries: tries), forKey: outline.frame) == nil {
            bytes += outline.frame.size
        }
        return nil
    }

    /// Learns what requests of a frame have in common from the first visit of each kind.
    private mutating func learn(
        _ outline: RequestOutline,
        by maker: QuoteMaker,
        tries: Int
    ) -> Int? {
        note(outline, tries: tries + 1)
        guard let short = outline.shortened, short.frame == outline.frame,
            let prepared = try? maker.prepare(short.text)
        else { return nil }
        let canonical = prepared.document.canonicalJSON()
        guard let made = try? prepared.made(as: canonical) else { return nil }
        guard var request = RepeatedRequest(short, prepared, made, canonical: canonical),
            let summary = request.summary(of: short),
            summary.json() == QuoteSummary(made).json()
        else { return nil }
        entries[outline.frame] = .known(requests.count)
        requests.append(request)
        untold += made.warnings.map(\.description)
        return requests.count - 1
    }
}
