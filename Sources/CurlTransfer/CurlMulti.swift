import CCurl

/// Several libcurl transfers on one thread, closed when their owner goes away.
@safe
struct CurlMulti: ~Copyable {
    private let multi: UnsafeMutableRawPointer

    init?(maximumConnections: Int) {
        guard CurlLibrary.isStarted, let multi = unsafe curl_multi_init() else { return nil }
        let set = unsafe ccurl_multi_set_long(
            multi,
            CURLMOPT_MAX_TOTAL_CONNECTIONS,
            maximumConnections
        )
        guard set == CURLM_OK else {
            unsafe curl_multi_cleanup(multi)
            return nil
        }
        unsafe self.multi = unsafe multi
    }

    deinit {
        unsafe curl_multi_cleanup(multi)
    }

    /// Starts a transfer, which must be removed before it is closed.
    func add(_ handle: borrowing CurlHandle) throws(TransferFailure) {
        let code = unsafe handle.withPointer { unsafe curl_multi_add_handle(multi, $0) }
        try check(code)
    }

    /// Takes a transfer out, finished or not.
    func remove(_ handle: borrowing CurlHandle) {
        _ = unsafe handle.withPointer { unsafe curl_multi_remove_handle(multi, $0) }
    }

    /// Does what can be done without waiting.
    func advance() throws(TransferFailure) {
        var running: Int32 = 0
        try check(unsafe curl_multi_perform(multi, &running))
    }

    /// Waits until there is something to do.
    func wait(milliseconds: Int) throws(TransferFailure) {
        try check(unsafe curl_multi_poll(multi, nil, 0, Int32(milliseconds), nil))
    }

    /// The next transfer that has finished, as its address, and libcurl's verdict on it.
    func nextFinished() -> (transfer: UInt, code: CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            return (
                unsafe UInt(bitPattern: message.pointee.easy_handle),
                unsafe message.pointee.data.result
            )
        }
        return nil
    }

    private func check(_ code: CURLMcode) throws(TransferFailure) {
        guard code != CURLM_OK else { return }
        throw TransferFailure(
            .other,
            message: unsafe String(cString: curl_multi_strerror(code))
        )
    }
}
