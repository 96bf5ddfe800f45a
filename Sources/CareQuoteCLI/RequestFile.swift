import CareModel
import HostSystem

/// A request on disk or on standard input.
enum RequestFile {
    /// Reads it; `-` is standard input.
    static func read(_ path: String) throws -> [UInt8] {
        try read(path, maximumBytes: DocumentLimits.bytes)
    }

    /// Reads a document of at most so many bytes.
    static func read(_ path: String, maximumBytes: Int) throws -> [UInt8] {
        // One byte over the limit is read, so that the reader can tell that it is too large.
        let limit = maximumBytes + 1
        return path == "-"
            ? try HostFile.readStandardInput(maximumBytes: limit)
            : try HostFile.read(path: path, maximumBytes: limit, waitsForWriter: true)
    }
}
