/// What a server answered, whole as far as the protocol tells.
///
/// libcurl reports success for half a file whose length nobody declared, so only the size and the
/// hash of a proven manifest say whether the body is the one that was meant. The status is not
/// judged here either.
package struct TransferResponse: Hashable, Sendable {
    /// One header line of the answer.
    package struct Header: Hashable, Sendable {
        /// The name in lower case.
        package let name: String
        /// The value without the blanks around it.
        package let value: String
    }

    /// The status, such as 200 or 304.
    package let status: Int
    /// The header lines of the last block in their order; a name may stand more than once.
    package let headers: [Header]
    /// The body as it came: never decompressed.
    package let body: [UInt8]
    /// The address that answered.
    package let effectiveURL: String

    /// Every value of a header, under its name in lower case.
    package func values(of name: String) -> [String] {
        headers.filter { $0.name == name }.map(\.value)
    }

    /// The one value of a header; nil when there is none and when there are several.
    package func onlyValue(of name: String) -> String? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }

    /// The name of these bytes, for `If-None-Match` next time.
    package var etag: String? { onlyValue(of: "etag") }
    /// The server's clock, as it writes it.
    package var date: String? { onlyValue(of: "date") }
    /// When to ask again, in seconds or as a date.
    package var retryAfter: String? { onlyValue(of: "retry-after") }
    /// What the server says that the body is.
    package var contentType: String? { onlyValue(of: "content-type") }
    /// Every encoding that the body is said to be in.
    package var contentEncodings: [String] { values(of: "content-encoding") }
    /// Every length that was declared for the body.
    package var contentLengths: [String] { values(of: "content-length") }
}
