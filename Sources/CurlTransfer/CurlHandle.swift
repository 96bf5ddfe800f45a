import CCurl

/// One libcurl transfer, closed when its owner goes away.
///
/// libcurl copies texts, but neither lists nor the buffer for its error message nor what the
/// callbacks work on: these live here, and go after the transfer is closed.
@safe
struct CurlHandle: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []
    private var context: Unmanaged<TransferContext>?

    init?() {
        guard CurlLibrary.isStarted, let handle = unsafe curl_easy_init() else { return nil }
        unsafe self.handle = unsafe handle
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        for index in unsafe lists.indices { unsafe curl_slist_free_all(lists[index]) }
        unsafe errorText.deallocate()
        unsafe context?.release()
    }

    /// Lets something work on the pointer, such as the handle of several transfers.
    borrowing func withPointer<Result>(
        _ body: (UnsafeMutableRawPointer) throws -> Result
    ) rethrows -> Result {
        try unsafe body(handle)
    }

    /// What libcurl said of the failure, empty when it said nothing.
    var errorMessage: String { unsafe String(cString: errorText) }

    func set(_ option: CURLoption, _ name: String, to value: Int) throws(TransferFailure) {
        try check(unsafe ccurl_set_long(handle, option, value), name)
    }

    func set(_ option: CURLoption, _ name: String, toOffset value: Int) throws(TransferFailure) {
        try check(unsafe ccurl_set_offset(handle, option, curl_off_t(value)), name)
    }

    func set(_ option: CURLoption, _ name: String, to text: String?) throws(TransferFailure) {
        guard let text else {
            try check(unsafe ccurl_set_text(handle, option, nil), name)
            return
        }
        // A C string would end at the first NUL, and mean another thing than the text.
        guard !text.utf8.contains(0) else {
            throw TransferFailure(.option(name), message: "holds a NUL")
        }
        try check(unsafe ccurl_set_text(handle, option, text), name)
    }

    mutating func set(
        _ option: CURLoption,
        _ name: String,
        to lines: [String]
    ) throws(TransferFailure) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard !line.utf8.contains(0), let longer = unsafe curl_slist_append(list, line) else {
                unsafe curl_slist_free_all(list)
                throw TransferFailure(.option(name), message: "cannot be listed")
            }
            unsafe list = unsafe longer
        }
        guard let list = unsafe list else { return }
        unsafe lists.append(list)
        try check(unsafe ccurl_set_list(handle, option, list), name)
    }

    /// Gives the callbacks what they work on.
    mutating func attach(_ context: TransferContext) throws(TransferFailure) {
        let retained = unsafe Unmanaged.passRetained(context)
        unsafe self.context?.release()
        unsafe self.context = unsafe retained
        let pointer = unsafe retained.toOpaque()
        let data = [
            (CURLOPT_WRITEDATA, "WRITEDATA"), (CURLOPT_HEADERDATA, "HEADERDATA"),
            (CURLOPT_XFERINFODATA, "XFERINFODATA"),
        ]
        for (option, name) in data {
            try check(unsafe ccurl_set_pointer(handle, option, pointer), name)
        }
        try check(
            unsafe ccurl_set_receiver(handle, CURLOPT_WRITEFUNCTION, receiveBody),
            "WRITEFUNCTION"
        )
        try check(
            unsafe ccurl_set_receiver(handle, CURLOPT_HEADERFUNCTION, receiveHeader),
            "HEADERFUNCTION"
        )
        try check(unsafe ccurl_set_progress(handle, reportProgress), "XFERINFOFUNCTION")
        try check(
            unsafe ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText),
            "ERRORBUFFER"
        )
    }

    /// A number that libcurl knows of the transfer, 0 when it does not.
    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return unsafe ccurl_get_long(handle, info, &value) == CURLE_OK ? value : 0
    }

    /// A large number that libcurl knows of the transfer, 0 when it does not.
    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return unsafe ccurl_get_offset(handle, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// A text that libcurl knows of the transfer.
    func text(_ info: CURLINFO) -> String {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe ccurl_get_text(handle, info, &text) == CURLE_OK, let text = unsafe text else {
            return ""
        }
        return unsafe String(cString: text)
    }

    private func check(_ code: CURLcode, _ name: String) throws(TransferFailure) {
        guard code != CURLE_OK else { return }
        throw TransferFailure(
            .option(name),
            curlCode: Int(code.rawValue),
            message: unsafe String(cString: curl_easy_strerror(code))
        )
    }
}
