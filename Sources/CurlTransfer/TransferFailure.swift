import HostSystem

/// Why a download brought no answer.
package struct TransferFailure: Error, Hashable, Sendable {
    /// The kind of failure, on which a caller decides whether to try again.
    package let reason: Reason
    /// libcurl's number for it, 0 where libcurl was not asked.
    package let curlCode: Int
    /// The operating system's error number, 0 for none.
    package let systemError: Int
    /// What libcurl said of it, in printable ASCII.
    package let message: String

    init(_ reason: Reason, curlCode: Int = 0, systemError: Int = 0, message: String = "") {
        self.reason = reason
        self.curlCode = curlCode
        self.systemError = systemError
        self.message = PrintableText.shown(message, atMost: 1_000)
    }
}

extension TransferFailure {
    /// The kinds of failure.
    ///
    /// libcurl's numbers differ by version, for a header that is too large for one; the kinds
    /// do not.
    package enum Reason: Hashable, Sendable {
        /// The host's name, or the proxy's, has no address.
        case resolve
        /// No connection to the host or the proxy.
        case connect
        /// Too slow, or the time of the whole run is up.
        case timeout(Phase)
        /// No agreement on TLS, or no TLS at the other end.
        case tls
        /// A certificate that does not prove the server's name.
        case certificate(CertificateFault)
        /// The file of root certificates cannot be read.
        case caFile
        /// None of the pinned keys.
        case pin
        /// An address that is not `https`.
        case protocolRefused
        /// An address that cannot be read, or that holds a user name.
        case badURL
        /// An answer that is not HTTP/1.1 as it should be.
        case badAnswer
        /// More bytes of header lines than the limit.
        case headersTooLarge(limit: Int)
        /// A body larger than the limit, declared or received.
        case tooLarge(limit: Int)
        /// A connection that broke, or a body that ended early.
        case broken
        /// Cancelled from here.
        case cancelled
        /// A setting that libcurl refuses, or that cannot be sent; nothing was asked.
        case option(String)
        /// Anything else that libcurl reports.
        case other
    }

    /// What a download was at when its time was up.
    package enum Phase: String, Hashable, Sendable {
        case resolving, connecting, handshake, waiting, headers, body
        /// Before its turn, or anywhere when the time of the whole run was up.
        case run
    }

    /// What is wrong with a certificate.
    package enum CertificateFault: Hashable, Sendable {
        /// Expired, or this computer's clock is ahead.
        case expired
        /// Not yet valid, or this computer's clock is behind.
        case notYetValid
        /// For another host.
        case hostName
        /// From nobody that the roots know.
        case untrusted
        /// Not for a server.
        case purpose
        /// Another fault, with OpenSSL's number.
        case other(Int)
    }
}
