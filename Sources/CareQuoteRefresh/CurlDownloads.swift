import CurlTransfer
import FeeScheduleRefresh

/// Downloads by libcurl, in the words of a refresh.
struct CurlDownloads {
    let configuration: RefreshConfiguration
    let deadline: ContinuousClock.Instant
    let cancellation: TransferCancellation
    let report: (TransferProgress) -> Void

    /// Fetches several files at once.
    func fetch(_ downloads: [Download]) -> [Result<DownloadAnswer, DownloadFailure>] {
        CurlTransfers.perform(
            downloads.map(request),
            until: deadline,
            cancellation: cancellation,
            report: report
        ).map { result in
            result.map(DownloadAnswer.init).mapError(DownloadFailure.init)
        }
    }

    private func request(_ download: Download) -> TransferRequest {
        let source = configuration.sources.first { $0.id == download.source }
        let deadlines = configuration.deadlines
        return TransferRequest(
            url: download.url,
            maximumBytes: download.maximumBytes,
            ifNoneMatch: download.ifNoneMatch,
            refetches: download.refetches,
            trust: TransferTrust(
                caFile: source.map(configuration.caFile) ?? configuration.caFile,
                pins: source.map(configuration.pins) ?? configuration.pins
            ),
            proxy: configuration.proxy,
            timeouts: TransferTimeouts(
                connectMilliseconds: deadlines.connectMilliseconds,
                totalMilliseconds: deadlines.transferMilliseconds,
                lowSpeedBytesPerSecond: deadlines.lowSpeedBytesPerSecond,
                lowSpeedSeconds: deadlines.lowSpeedSeconds
            ),
            resolve: TestSettings.resolve
        )
    }
}

extension DownloadAnswer {
    fileprivate init(_ response: TransferResponse) {
        self.init(
            status: response.status,
            headers: response.headers.map { ($0.name, $0.value) },
            body: response.body
        )
    }
}

extension DownloadFailure {
    /// The catalogue of `refresh-faults.md`: the end of the run and the retry class of a failure.
    fileprivate init(_ failure: TransferFailure) {
        // libcurl's words can be two sentences, and ours are one.
        let said = failure.message.replacing(". ", with: ", ")
        let words = said.isEmpty ? "" : ": \(said)"
        let what = "\(failure.reason)\(words)"
        let code = failure.curlCode == 0 ? "transfer" : "curl \(failure.curlCode)"
        func made(_ exit: RefreshExit, _ retry: Retry, _ advice: String) -> DownloadFailure {
            DownloadFailure(exit, retry, what, code: code, advice: advice)
        }
        let nextRun = "it is tried again at the next run; check the network if it lasts"
        let askPublisher = "ask the publisher whose server this is"
        switch failure.reason {
        case .resolve, .connect, .timeout, .broken:
            self = made(.unavailable, .later, nextRun)
        case .tls:
            // A server that speaks plain HTTP there may be one that is just starting.
            let mayPass = failure.message.contains("wrong version number")
            self = made(.peerRefused, mayPass ? .once : .never, askPublisher)
        case .certificate(let fault):
            let isAboutTime = fault == .expired || fault == .notYetValid
            self = made(
                .peerRefused,
                .never,
                isAboutTime ? "check this computer's clock, then ask the publisher" : askPublisher
            )
        case .caFile:
            self = made(.configuration, .never, "check caFile in the configuration")
        case .pin:
            self = made(.peerRefused, .never, "ask the publisher for the server's new key")
        case .protocolRefused, .badURL:
            self = made(.configuration, .never, "check the address in the configuration")
        case .badAnswer:
            self = made(.peerRefused, .once, askPublisher)
        case .headersTooLarge, .tooLarge:
            self = made(.peerRefused, .never, askPublisher)
        case .cancelled:
            self = made(.interrupted, .never, "the next run begins anew")
        case .option:
            self = made(.fault, .never, "report this: libcurl refuses what keeps a transfer safe")
        case .other:
            self = made(.unavailable, .later, nextRun)
        }
    }
}
