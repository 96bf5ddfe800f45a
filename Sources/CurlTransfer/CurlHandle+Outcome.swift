import CCurl

extension CurlHandle {
    /// What became of a finished transfer.
    ///
    /// - Parameters:
    ///   - code: libcurl's verdict.
    ///   - answer: What came in.
    ///   - request: What was asked for, with its limits.
    /// - Returns: The answer, or why there is none.
    func outcome(
        _ code: CURLcode,
        _ answer: ReceivedAnswer,
        of request: TransferRequest
    ) -> Result<TransferResponse, TransferFailure> {
        guard code != CURLE_OK else {
            return .success(
                TransferResponse(
                    status: number(CURLINFO_RESPONSE_CODE),
                    headers: answer.headers,
                    body: answer.body,
                    effectiveURL: text(CURLINFO_EFFECTIVE_URL)
                )
            )
        }
        let said = errorMessage
        return .failure(
            TransferFailure(
                answer.refusal ?? reason(code, answer, of: request),
                curlCode: Int(code.rawValue),
                systemError: number(CURLINFO_OS_ERRNO),
                message: said.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : said
            )
        )
    }

    private func reason(
        _ code: CURLcode,
        _ answer: ReceivedAnswer,
        of request: TransferRequest
    ) -> TransferFailure.Reason {
        let wasAsked = number(CURLINFO_REQUEST_SIZE) > 0
        return switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: .connect
        case CURLE_OPERATION_TIMEDOUT: .timeout(phase(answer))
        // The connection broke before either side could refuse the other.
        case CURLE_SSL_CONNECT_ERROR where number(CURLINFO_OS_ERRNO) == connectionReset: .broken
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED: .tls
        case CURLE_PEER_FAILED_VERIFICATION: .certificate(certificateFault)
        case CURLE_SSL_CACERT_BADFILE: .caFile
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH: .pin
        // An answer before HTTP/1.0 is reported as a protocol, too.
        case CURLE_UNSUPPORTED_PROTOCOL: wasAsked ? .badAnswer : .protocolRefused
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: .badURL
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .badAnswer
        // A header line of more than 100 KiB is reported as a lack of memory; later versions
        // have a number for it, 100, that this one's header does not.
        case CURLE_OUT_OF_MEMORY where wasAsked, CURLcode(rawValue: 100):
            .headersTooLarge(limit: request.maximumHeaderBytes)
        case CURLE_FILESIZE_EXCEEDED: .tooLarge(limit: request.maximumBytes)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .broken
        case CURLE_ABORTED_BY_CALLBACK: .cancelled
        default: .other
        }
    }

    /// `ECONNRESET` of Linux.
    private var connectionReset: Int { 104 }

    /// How far the transfer had come.
    private func phase(_ answer: ReceivedAnswer) -> TransferFailure.Phase {
        if offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolving }
        if number(CURLINFO_LOCAL_PORT) <= 0 { return .connecting }
        if offset(CURLINFO_APPCONNECT_TIME_T) == 0 { return .handshake }
        if !answer.hasBegun { return .waiting }
        return answer.headersAreOver ? .body : .headers
    }

    /// What OpenSSL found wrong, by the numbers of its `x509_vfy.h`.
    private var certificateFault: TransferFailure.CertificateFault {
        switch number(CURLINFO_SSL_VERIFYRESULT) {
        case 10: .expired
        case 9: .notYetValid
        // libcurl looks at the name itself, after OpenSSL found nothing.
        case 0, 1, 62: .hostName
        case 2, 18, 19, 20, 21, 27: .untrusted
        case 24, 26, 28: .purpose
        case let number: .other(number)
        }
    }
}
