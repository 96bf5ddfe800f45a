import CurlTransfer
import Foundation
import Glibc
import Testing

// The certificate script makes an authority under the name of one of the system's. A transfer
// that looks into the system's folder of certificates opens that one's file.
@Suite(
    "The system's folder of certificates",
    .serialized,
    .enabled(if: FaultServer.missing == nil, Comment(rawValue: FaultServer.missing ?? "")),
    .enabled(
        if: (try? FaultServer.shared.get())?.ports["namesake"] != nil,
        "no authorities under /etc/ssl/certs (ca-certificates is not installed)"
    )
)
struct CertificateFolderTests {
    @Test("is not looked into, with a file of roots or without", arguments: [true, false])
    func untouched(_ hasFile: Bool) async throws {
        let server = try FaultServer.shared.get()
        let root = try #require(server.text(ofCertificate: "namesake.root"))
        let port = server.ports["namesake", default: 9]
        let watch = inotify_init1(Int32(O_NONBLOCK))
        defer { close(watch) }
        let isWatched = unsafe inotify_add_watch(watch, root, UInt32(IN_OPEN)) >= 0
        #expect(isWatched)
        let request = TransferRequest(
            url: "https://fees.test:\(port)/good/fees.csv",
            maximumBytes: 100_000,
            trust: TransferTrust(caFile: hasFile ? server.certificate("ca.pem") : nil),
            resolve: ["fees.test:\(port):127.0.0.1"]
        )
        // Another program may open the file meanwhile; one that is looked into is opened each time.
        var wasLeftAlone = false
        for _ in 1...5 where !wasLeftAlone {
            _ = opened(watch)
            let result = await download([request])[0]
            #expect(result.reason == .certificate(.untrusted))
            wasLeftAlone = opened(watch) == 0
        }
        #expect(wasLeftAlone)
        // The watch does see an opening.
        _ = FileManager.default.contents(atPath: root)
        #expect(opened(watch) > 0)
    }

    /// The bytes of the events that came since the last look.
    private func opened(_ watch: Int32) -> Int {
        var events = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe events.withUnsafeMutableBytes {
            unsafe read(watch, $0.baseAddress, $0.count)
        }
        return max(0, count)
    }
}
