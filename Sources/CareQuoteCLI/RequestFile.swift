import CareModel
import HostSystem

/// A request on disk or on standard input.
enum RequestFile {
    /// Reads it; `-` is standard input.
    static func read(_ path: String) throws -> [UInt8] {
        // One byte over the limit is read, so that the reader can tell that it is too large.
        let limit = DocumentLimits.bytes + 1
        return path == "-"
            ? try HostFile.readStandardInput(maximumBytes: limit)
            : try HostFile.read(path: path, maximumBytes: limit, waitsForWriter: true)
    }
}
