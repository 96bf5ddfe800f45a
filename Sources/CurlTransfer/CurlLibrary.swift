import CCurl
import HostSystem

/// libcurl, started once in the life of the process and never stopped.
package enum CurlLibrary: Sendable {
    /// Whether libcurl started.
    static let isStarted: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// The versions of libcurl and of the libraries in it, for the record of a run.
    package static var version: String {
        _ = isStarted
        guard let text = unsafe curl_version() else { return "" }
        return PrintableText.shown(unsafe String(cString: text), atMost: 1_000)
    }
}
