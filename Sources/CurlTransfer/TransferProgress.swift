/// How far one of several downloads is.
package struct TransferProgress: Hashable, Sendable {
    /// The position of the download among the requests.
    package let index: Int
    /// The bytes of the body so far.
    package let receivedBytes: Int
    /// The bytes that the server declared, nil when it did not.
    package let expectedBytes: Int?
}
