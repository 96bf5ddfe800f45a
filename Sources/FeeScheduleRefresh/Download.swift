/// A file to fetch: its address, and the most bytes that it may hold.
package struct Download: Hashable, Sendable {
    package let url: String
    /// The source whose file it is, by whose rules its server is judged.
    package let source: String
    package let maximumBytes: Int
    /// The ETag of the bytes that are here already.
    package var ifNoneMatch: String?
    /// Whether caches on the way are asked to fetch the file anew.
    package var refetches = false

    package init(url: String, source: String, maximumBytes: Int) {
        self.url = url
        self.source = source
        self.maximumBytes = maximumBytes
    }
}

/// What a server answered; nothing of it is judged yet.
package struct DownloadAnswer: Hashable, Sendable {
    /// The status, such as 200 or 304.
    package let status: Int
    /// The header lines of the last block, names in lower case; a name may stand more than once.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    package init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Every value of a header.
    func values(of name: String) -> [String] {
        headers.filter { $0.name == name }.map(\.value)
    }

    /// The one value of a header; absent where there is none or are several.
    func onlyValue(of name: String) -> String? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }

    package static func == (left: DownloadAnswer, right: DownloadAnswer) -> Bool {
        left.status == right.status && left.body == right.body
            && left.headers.elementsEqual(right.headers, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(status)
        hasher.combine(body)
    }
}

/// Why nothing came, and whether asking again can help.
package struct DownloadFailure: Error, Hashable, Sendable {
    /// When a download is tried again (the retry classes of `refresh-faults.md`).
    package enum Retry: Hashable, Sendable {
        /// Several times, later and later.
        case later
        /// Once, at once, past caches.
        case once
        case never
    }

    package let exit: RefreshExit
    package let retry: Retry
    /// What happened, in words.
    package let what: String
    /// The number by which it is known, such as `curl 28` or `HTTP 503`.
    package let code: String
    /// What to do.
    package let advice: String
    /// How long the server asks to wait, in seconds.
    package var retryAfterSeconds: Int?

    package init(
        _ exit: RefreshExit,
        _ retry: Retry,
        _ what: String,
        code: String,
        advice: String
    ) {
        self.exit = exit
        self.retry = retry
        self.what = what
        self.code = code
        self.advice = advice
    }
}

/// Fetches several files at once, and returns the answer or the failure of each in their order.
package typealias Downloading =
    ([Download]) -> [Result<DownloadAnswer, DownloadFailure>]
