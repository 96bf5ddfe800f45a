/// One download over HTTPS: what to ask for, whom to believe and how much to take.
///
/// ```swift
/// let request = TransferRequest(
///     url: "https://fees.example.org/harbor/manifest.json",
///     maximumBytes: 1 << 20,
///     trust: TransferTrust(caFile: "/etc/ssl/certs/ca-certificates.crt")
/// )
/// ```
package struct TransferRequest: Sendable {
    /// The address, `https` and without a user name.
    package let url: String
    /// The most bytes of the body that are taken; one more ends the transfer.
    package let maximumBytes: Int
    /// The most bytes of header lines that are taken, over all of the answer's header blocks.
    package let maximumHeaderBytes: Int
    /// The ETag of the bytes that are here already, sent as `If-None-Match`.
    package let ifNoneMatch: String?
    /// Whether caches on the way are asked to fetch the file anew.
    package let refetches: Bool
    /// Which servers are believed to be the one in the address.
    package let trust: TransferTrust
    /// The proxy of the configuration, empty for none; the environment is never asked.
    package let proxy: String
    /// How long each part may take.
    package let timeouts: TransferTimeouts
    /// Addresses of host names, `name:port:address`, that no name server is asked for.
    ///
    /// Tests use it to reach a server of their own under the name in its certificate. A release
    /// build leaves it empty.
    package let resolve: [String]

    /// Creates a download that, but for what is said here, follows the defaults.
    package init(
        url: String,
        maximumBytes: Int,
        maximumHeaderBytes: Int = 64 << 10,
        ifNoneMatch: String? = nil,
        refetches: Bool = false,
        trust: TransferTrust = TransferTrust(),
        proxy: String = "",
        timeouts: TransferTimeouts = TransferTimeouts(),
        resolve: [String] = []
    ) {
        self.url = url
        self.maximumBytes = maximumBytes
        self.maximumHeaderBytes = maximumHeaderBytes
        self.ifNoneMatch = ifNoneMatch
        self.refetches = refetches
        self.trust = trust
        self.proxy = proxy
        self.timeouts = timeouts
        self.resolve = resolve
    }

    /// The header lines that are sent beyond libcurl's own.
    var headerLines: [String] {
        var lines: [String] = []
        if let ifNoneMatch { lines.append("If-None-Match: " + ifNoneMatch) }
        if refetches { lines.append("Cache-Control: no-cache") }
        return lines
    }
}

/// Which servers are believed to be the one in the address.
package struct TransferTrust: Hashable, Sendable {
    /// The file of root certificates in PEM form, or nil for the system's own file.
    package let caFile: String?
    /// The public keys of which the server's must be one, each `sha256//` and Base64; empty for any.
    package let pins: [String]

    /// Creates the trust in the roots of a file and, beyond them, in a choice of keys.
    package init(caFile: String? = nil, pins: [String] = []) {
        self.caFile = caFile
        self.pins = pins
    }
}

/// How long each part of a download may take.
package struct TransferTimeouts: Hashable, Sendable {
    /// The most milliseconds until the connection, with its TLS handshake, stands.
    package let connectMilliseconds: Int
    /// The most milliseconds for the whole download.
    package let totalMilliseconds: Int
    /// The fewest bytes a second, on average, that do not count as a stall.
    package let lowSpeedBytesPerSecond: Int
    /// The seconds of stall that end the download.
    package let lowSpeedSeconds: Int

    /// Creates limits of time; each is at least one, for libcurl takes zero as no limit.
    package init(
        connectMilliseconds: Int = 15_000,
        totalMilliseconds: Int = 120_000,
        lowSpeedBytesPerSecond: Int = 100,
        lowSpeedSeconds: Int = 30
    ) {
        self.connectMilliseconds = max(1, connectMilliseconds)
        self.totalMilliseconds = max(1, totalMilliseconds)
        self.lowSpeedBytesPerSecond = max(1, lowSpeedBytesPerSecond)
        self.lowSpeedSeconds = max(1, lowSpeedSeconds)
    }
}
