/// The requests that a task of a batch has met, so that what they share is worked out once.
///
/// Each is proven on the request that it was made from: only one whose summary is that of the whole
/// quote, byte for byte, answers others.
struct RepeatedRequests: Sendable {
    /// The most bytes of the frames that are kept, and the most frames.
    ///
    /// What is kept of a frame is a few times its size; above that all begins anew.
    private static let (mostBytes, mostFrames) = (1 << 21, 1 << 10)

    private var requests: [RepeatedRequest] = []
    /// The position of the request of a frame; nothing where each of it takes the whole quote.
    private var positions: [RequestFrame: Int?] = [:]
    private var bytes = 0

    /// How many summaries were answered without the whole quote.
    private(set) var answered = 0

    /// The summary of a request like one that was met before.
    ///
    /// - Parameter outline: The request.
    /// - Returns: The summary, or nothing where it takes the whole quote.
    mutating func summary(of outline: RequestOutline) -> QuoteSummary? {
        guard let known = positions[outline.frame], let position = known,
            let summary = requests[position].summary(of: outline)
        else { return nil }
        answered += 1
        return summary
    }

    /// Learns from a request that was quoted.
    ///
    /// - Parameters:
    ///   - outline: The outline of the request.
    ///   - prepared: The request with its tables.
    ///   - made: The quote.
    mutating func learn(
        _ outline: RequestOutline,
        _ prepared: PreparedRequest,
        _ made: MadeQuote
    ) {
        guard positions[outline.frame] == nil else { return }
        if bytes > RepeatedRequests.mostBytes || positions.count >= RepeatedRequests.mostFrames {
            (requests, positions, bytes) = ([], [:], 0)
        }
        bytes += outline.frame.size
        guard var request = RepeatedRequest(outline, prepared, made),
            request.summary(of: outline)?.json() == QuoteSummary(made).json()
        else {
            positions[outline.frame] = .some(nil)
            return
        }
        positions[outline.frame] = requests.count
        requests.append(request)
    }
}
