import CCurl

/// The downloads of one call: those that wait, those that run and those that are done.
final class TransferSession {
    private let multi: CurlMulti
    private let requests: [TransferRequest]
    private let atMost: Int
    private let cancellation: TransferCancellation
    private let report: (TransferProgress) -> Void
    private var next = 0
    private var running: [UInt: RunningTransfer] = [:]
    private var done: [Int: Result<TransferResponse, TransferFailure>] = [:]

    init?(
        _ requests: [TransferRequest],
        atMost: Int,
        cancellation: TransferCancellation,
        report: @escaping (TransferProgress) -> Void
    ) {
        guard let multi = CurlMulti(maximumConnections: atMost) else { return nil }
        self.multi = multi
        self.requests = requests
        self.atMost = atMost
        self.cancellation = cancellation
        self.report = report
    }

    deinit {
        for transfer in running.values { multi.remove(transfer.handle) }
        running = [:]
    }

    /// Does what can be done without waiting, and says whether that was the last of it.
    func advance() throws(TransferFailure) -> Bool {
        start()
        try multi.advance()
        while let (address, code) = multi.nextFinished() {
            guard let transfer = running.removeValue(forKey: address) else { continue }
            multi.remove(transfer.handle)
            done[transfer.index] = transfer.outcome(code)
        }
        return running.isEmpty && next == requests.count
    }

    /// Waits until there is something to do; not at all when a download can start.
    func wait(milliseconds: Int) throws(TransferFailure) {
        let canStart = running.count < atMost && next < requests.count
        if !canStart { try multi.wait(milliseconds: milliseconds) }
    }

    /// What became of each request; those that are not done have failed for one reason.
    func results(
        orElse failure: TransferFailure
    ) -> [Result<TransferResponse, TransferFailure>] {
        requests.indices.map { done[$0] ?? .failure(failure) }
    }

    // A download that waits for a connection would use its time up, so that it waits here.
    private func start() {
        while running.count < atMost, next < requests.count {
            let index = next
            next += 1
            do throws(TransferFailure) {
                let transfer = try RunningTransfer(
                    requests[index],
                    index: index,
                    cancellation: cancellation,
                    report: report
                )
                try multi.add(transfer.handle)
                running[transfer.address] = transfer
            } catch {
                done[index] = .failure(error)
            }
        }
    }
}

/// One download that has been set up.
final class RunningTransfer {
    let index: Int
    let handle: CurlHandle
    private let request: TransferRequest
    private let context: TransferContext

    init(
        _ request: TransferRequest,
        index: Int,
        cancellation: TransferCancellation,
        report: @escaping (TransferProgress) -> Void
    ) throws(TransferFailure) {
        let context = TransferContext(
            answer: ReceivedAnswer(
                maximumBytes: request.maximumBytes,
                maximumHeaderBytes: request.maximumHeaderBytes
            ),
            index: index,
            cancellation: cancellation,
            report: report
        )
        guard var handle = CurlHandle() else { throw .notStarted }
        try handle.attach(context)
        try handle.configure(request)
        self.index = index
        self.handle = handle
        self.request = request
        self.context = context
    }

    /// What libcurl knows this transfer by.
    var address: UInt { unsafe handle.withPointer { UInt(bitPattern: $0) } }

    func outcome(_ code: CURLcode) -> Result<TransferResponse, TransferFailure> {
        handle.outcome(code, context.answer, of: request)
    }
}
