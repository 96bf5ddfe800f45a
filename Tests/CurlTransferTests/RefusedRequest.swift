import CurlTransfer
import Testing

/// A request with something that cannot be set.
struct RefusedRequest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let request: TransferRequest
    let reason: TransferFailure.Reason
    let description: String

    private static let good = "https://127.0.0.1:9/"

    static let all: [RefusedRequest] = [
        // libcurl takes no text beyond 8,000,000 bytes.
        RefusedRequest(
            testDescription: "a pin of 9 MB",
            request: TransferRequest(
                url: good,
                maximumBytes: 1,
                trust: TransferTrust(pins: [String(repeating: "a", count: 9_000_000)])
            ),
            reason: .option("PINNEDPUBLICKEY"),
            description: "refused setting PINNEDPUBLICKEY: "
                + "A libcurl function was given a bad argument (libcurl 43)"
        ),
        RefusedRequest(
            testDescription: "a NUL in the name of the file of roots",
            request: TransferRequest(
                url: good,
                maximumBytes: 1,
                trust: TransferTrust(caFile: "/etc/ssl/certs/ca-certificates.crt\0.pem")
            ),
            reason: .option("CAINFO"),
            description: "refused setting CAINFO: holds a NUL"
        ),
        RefusedRequest(
            testDescription: "a second header line in an ETag",
            request: TransferRequest(
                url: good,
                maximumBytes: 1,
                ifNoneMatch: "\"a\"\r\nAuthorization: Basic eDp5"
            ),
            reason: .option("If-None-Match"),
            description: "refused setting If-None-Match: "
                + #"not an ETag: "a"\u{D}\u{A}Authorization: Basic eDp5"#
        ),
        RefusedRequest(
            testDescription: "a line end in an address",
            request: TransferRequest(url: good + "\r\nX: y", maximumBytes: 1),
            reason: .badURL,
            description: #"bad address: not an address: https://127.0.0.1:9/\u{D}\u{A}X: y"#
        ),
    ]
}
