import FeeScheduleProof
import HostSystem

/// What an HTTP answer is worth before its bytes are looked at.
enum AnswerJudgement: Hashable, Sendable {
    /// The bytes as they were sent, with their ETag.
    case bytes([UInt8], etag: String?)
    /// The bytes that are here already still hold.
    case unchanged

    /// How far the server's clock may differ from ours, in seconds (fault D10).
    static let mostClockDifference = 600

    /// Judges an answer by the rules of the fault catalogue: only 200 and an asked 304 count.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - download: What was asked.
    ///   - now: Our clock.
    /// - Returns: What the answer is worth.
    /// - Throws: ``DownloadFailure``.
    static func of(
        _ answer: DownloadAnswer,
        to download: Download,
        now: UTCInstant
    ) throws(DownloadFailure) -> AnswerJudgement {
        try checkClock(answer, now: now)
        switch answer.status {
        case 200:
            return .bytes(try body(answer), etag: answer.onlyValue(of: "etag"))
        case 304 where download.ifNoneMatch != nil:
            return .unchanged
        default:
            throw failure(answer, now: now)
        }
    }

    private static func body(_ answer: DownloadAnswer) throws(DownloadFailure) -> [UInt8] {
        let encodings = answer.values(of: "content-encoding").filter {
            $0.lowercased() != "identity"
        }
        if let encoding = encodings.first {
            throw refusal(
                "the file is encoded (\(PrintableText.shown(encoding))), which was not asked for"
            )
        }
        let lengths = Set(answer.values(of: "content-length"))
        guard lengths.count <= 1 else {
            throw DownloadFailure(
                .proofRefused,
                .once,
                "the server gives several lengths for one file",
                code: "HTTP 200",
                advice: "ask the publisher whose server this is"
            )
        }
        let types = answer.values(of: "content-type").map { $0.lowercased() }
        if types.contains(where: { $0.hasPrefix("text/html") || $0.contains("xhtml") }) {
            throw refusal("a web page came instead of the file, such as a login page")
        }
        guard !answer.body.isEmpty else { throw refusal("the file is empty") }
        return answer.body
    }

    private static func refusal(_ what: String) -> DownloadFailure {
        DownloadFailure(
            .peerRefused,
            .once,
            what,
            code: "HTTP 200",
            advice: "open the address in a browser, and ask the publisher or your network"
        )
    }

    private static func failure(_ answer: DownloadAnswer, now: UTCInstant) -> DownloadFailure {
        let code = "HTTP \(answer.status)"
        switch answer.status {
        case 304:
            return DownloadFailure(
                .peerRefused,
                .once,
                "the server says that nothing changed, and was not asked",
                code: code,
                advice: "ask the publisher whose server this is"
            )
        case 300..<400:
            let target =
                answer.onlyValue(of: "location").map { " to \(PrintableText.shown($0))" } ?? ""
            return DownloadFailure(
                .peerRefused,
                .never,
                "the address redirects\(target), and redirects are not followed",
                code: code,
                advice: "write the new address into the configuration if the publisher gave it"
            )
        case 401, 403:
            return DownloadFailure(
                .unavailable,
                .never,
                "the server refuses access",
                code: code,
                advice: "check the address and whether it asks for credentials"
            )
        case 408, 429, 500, 502, 503, 504:
            var failure = DownloadFailure(
                .unavailable,
                .later,
                "the server is busy or out of order",
                code: code,
                advice: "it is tried again at the next run"
            )
            failure.retryAfterSeconds = answer.onlyValue(of: "retry-after").flatMap { text in
                // Seconds, or the day and time (RFC 9110 10.2.3); never in the past.
                let seconds =
                    Int(text)
                    ?? UTCInstant(httpDate: text).map {
                        $0.secondsSince1970 - now.secondsSince1970
                    }
                return seconds.map { max(0, $0) }
            }
            return failure
        case 400..<600:
            return DownloadFailure(
                .unavailable,
                .never,
                "the server does not have the file",
                code: code,
                advice: "check the address in the configuration"
            )
        default:
            return DownloadFailure(
                .peerRefused,
                .once,
                "the server answers neither the file nor that nothing changed",
                code: code,
                advice: "ask the publisher whose server this is"
            )
        }
    }

    private static func checkClock(
        _ answer: DownloadAnswer,
        now: UTCInstant
    ) throws(DownloadFailure) {
        guard let text = answer.onlyValue(of: "date"), let theirs = UTCInstant(httpDate: text)
        else { return }
        let difference = abs(theirs.secondsSince1970 - now.secondsSince1970)
        guard difference > mostClockDifference else { return }
        throw DownloadFailure(
            .configuration,
            .never,
            "this computer's clock and the server's differ by \(difference / 60) minutes",
            code: "Date: \(PrintableText.shown(text))",
            advice: "check the clock of this computer"
        )
    }
}

extension UTCInstant {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads the form that HTTP writes, such as `Thu, 26 Nov 2026 21:00:00 GMT` (RFC 9110 5.6.7).
    init?(httpDate text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 6, parts[5] == "GMT", parts[1].utf8.count == 2,
            let month = UTCInstant.months.firstIndex(of: parts[2])
        else { return nil }
        let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
        self.init(isoText: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    }
}
