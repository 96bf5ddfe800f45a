import FoundationEssentials
import Testing

/// The oracles that are shared beside the repository and are no part of it.
package enum SharedOracles {
    /// The folder that holds `oracles/`, where the environment names it.
    package static let folder = ProcessInfo.processInfo.environment["CAREQUOTE_REAL_DATA"]

    /// Reads `oracles/<name>`.
    package static func document(_ name: String) throws -> JSONValue {
        let path = "\(try #require(folder))/oracles/\(name)"
        let bytes = try #require(
            FileManager.default.contents(atPath: path),
            "there is no file \(path)"
        )
        return try JSONValue(Array(bytes))
    }
}
