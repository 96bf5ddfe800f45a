import CCurl

/// What libcurl's callbacks of one transfer work on.
///
/// A callback can capture nothing and throw nothing, so libcurl carries a pointer to this.
final class TransferContext {
    var answer: ReceivedAnswer
    private let index: Int
    private let cancellation: TransferCancellation
    private let report: (TransferProgress) -> Void
    private var reportedBytes = -1

    init(
        answer: ReceivedAnswer,
        index: Int,
        cancellation: TransferCancellation,
        report: @escaping (TransferProgress) -> Void
    ) {
        self.answer = answer
        self.index = index
        self.cancellation = cancellation
        self.report = report
    }

    /// Says how far the transfer is, and whether it goes on.
    fileprivate func goesOn(received: Int, expected: Int) -> Bool {
        guard !cancellation.isCancelled else { return false }
        if received != reportedBytes {
            reportedBytes = received
            report(
                TransferProgress(
                    index: index,
                    receivedBytes: received,
                    expectedBytes: expected > 0 ? expected : nil
                )
            )
        }
        return true
    }

    fileprivate static func from(_ pointer: UnsafeMutableRawPointer) -> TransferContext {
        unsafe Unmanaged<TransferContext>.fromOpaque(pointer).takeUnretainedValue()
    }
}

// The callbacks stand at file scope: a closure written inside of a function could inherit the
// isolation of an actor and run outside of it unnoticed. A count that differs from the number of
// bytes ends the transfer.

let receiveBody: curl_write_callback = { bytes, size, count, context in
    guard let context = unsafe context else { return 0 }
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    let isTaken = unsafe TransferContext.from(context).answer.takeBody(buffer)
    return isTaken ? buffer.count : refusedCount(buffer.count)
}

let receiveHeader: curl_write_callback = { bytes, size, count, context in
    guard let context = unsafe context else { return 0 }
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
    let isTaken = unsafe TransferContext.from(context).answer.takeHeaderLine(buffer)
    return isTaken ? buffer.count : refusedCount(buffer.count)
}

let reportProgress: curl_xferinfo_callback = { context, expected, received, _, _ in
    guard let context = unsafe context else { return 1 }
    return unsafe TransferContext.from(context).goesOn(received: received, expected: expected)
        ? 0 : 1
}

/// A count that libcurl takes as a refusal of that many bytes.
private func refusedCount(_ count: Int) -> Int { count == 0 ? 1 : 0 }
