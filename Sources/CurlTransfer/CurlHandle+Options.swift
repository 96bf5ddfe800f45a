import CCurl

extension CurlHandle {
    /// Sets every option of a download; one that libcurl refuses stops it before it starts.
    ///
    /// - Parameter request: What to ask for.
    /// - Throws: ``TransferFailure`` with the option that cannot be set.
    mutating func configure(_ request: TransferRequest) throws(TransferFailure) {
        try setAddress(request)
        try setTrust(request.trust)
        try setLimits(request)
        try setProtocol()
        try shutOutSurroundings(proxy: request.proxy)
        try set(CURLOPT_HTTPHEADER, "HTTPHEADER", to: request.headerLines)
        try set(CURLOPT_RESOLVE, "RESOLVE", to: request.resolve)
    }

    private func setAddress(_ request: TransferRequest) throws(TransferFailure) {
        guard HeaderText.isAddress(request.url) else {
            throw TransferFailure(.badURL, message: "not an address: " + request.url)
        }
        if let etag = request.ifNoneMatch, !HeaderText.isHeaderValue(etag) {
            throw TransferFailure(.option("If-None-Match"), message: "not an ETag: " + etag)
        }
        try set(CURLOPT_URL, "URL", to: request.url)
        // Only https, first and after a redirect; and none is followed.
        try set(CURLOPT_PROTOCOLS_STR, "PROTOCOLS_STR", to: "https")
        try set(CURLOPT_REDIR_PROTOCOLS_STR, "REDIR_PROTOCOLS_STR", to: "https")
        try set(CURLOPT_FOLLOWLOCATION, "FOLLOWLOCATION", to: 0)
        try set(CURLOPT_DISALLOW_USERNAME_IN_URL, "DISALLOW_USERNAME_IN_URL", to: 1)
    }

    private func setTrust(_ trust: TransferTrust) throws(TransferFailure) {
        try set(CURLOPT_SSLVERSION, "SSLVERSION", to: Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, "SSL_VERIFYPEER", to: 1)
        try set(CURLOPT_SSL_VERIFYHOST, "SSL_VERIFYHOST", to: 2)
        if let caFile = trust.caFile { try set(CURLOPT_CAINFO, "CAINFO", to: caFile) }
        // Without this the folder of the system's certificates is trusted beside the file.
        try set(CURLOPT_CAPATH, "CAPATH", to: nil)
        if !trust.pins.isEmpty {
            let pins = trust.pins.joined(separator: ";")
            try set(CURLOPT_PINNEDPUBLICKEY, "PINNEDPUBLICKEY", to: pins)
        }
    }

    private func setLimits(_ request: TransferRequest) throws(TransferFailure) {
        // libcurl refuses what is declared larger; what is not declared, the receiver must.
        let maximum = max(1, request.maximumBytes)
        try set(CURLOPT_MAXFILESIZE_LARGE, "MAXFILESIZE_LARGE", toOffset: maximum)
        let timeouts = request.timeouts
        try set(
            CURLOPT_CONNECTTIMEOUT_MS,
            "CONNECTTIMEOUT_MS",
            to: timeouts.connectMilliseconds
        )
        try set(CURLOPT_TIMEOUT_MS, "TIMEOUT_MS", to: timeouts.totalMilliseconds)
        try set(CURLOPT_LOW_SPEED_LIMIT, "LOW_SPEED_LIMIT", to: timeouts.lowSpeedBytesPerSecond)
        try set(CURLOPT_LOW_SPEED_TIME, "LOW_SPEED_TIME", to: timeouts.lowSpeedSeconds)
        // A name server that never answers would otherwise hold the end of the transfer up.
        try set(CURLOPT_QUICK_EXIT, "QUICK_EXIT", to: 1)
        try set(CURLOPT_NOSIGNAL, "NOSIGNAL", to: 1)
        try set(CURLOPT_NOPROGRESS, "NOPROGRESS", to: 0)
    }

    private func setProtocol() throws(TransferFailure) {
        try set(CURLOPT_HTTPGET, "HTTPGET", to: 1)
        try set(CURLOPT_HTTP_VERSION, "HTTP_VERSION", to: Int(CURL_HTTP_VERSION_1_1))
        try set(CURLOPT_HTTP09_ALLOWED, "HTTP09_ALLOWED", to: 0)
        // Not fail-safe; whoever asked judges the status.
        try set(CURLOPT_FAILONERROR, "FAILONERROR", to: 0)
        // ACCEPT_ENCODING stays unset: a truncated gzip stream would count as whole. RESUME_FROM
        // and RANGE stay unset: a changed file would be spliced to the old one.
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, "SUPPRESS_CONNECT_HEADERS", to: 1)
    }

    private func shutOutSurroundings(proxy: String) throws(TransferFailure) {
        // The empty text is what keeps http_proxy and its like out; nil would let them in.
        try set(CURLOPT_PROXY, "PROXY", to: proxy)
        try set(CURLOPT_NOPROXY, "NOPROXY", to: "")
        try set(CURLOPT_NETRC, "NETRC", to: 0)
        try set(CURLOPT_HTTPAUTH, "HTTPAUTH", to: ccurl_no_authentication)
        // No file of cookies is named, so there is no cookie engine. ALTSVC_CTRL is off unless
        // set, and libcurl refuses to be told so.
        try set(CURLOPT_HSTS_CTRL, "HSTS_CTRL", to: 0)
    }
}
