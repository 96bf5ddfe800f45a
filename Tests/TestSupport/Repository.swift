/// The checkout that these tests stand in.
package enum Repository {
    /// Its folder, found from this file, `Tests/TestSupport/Repository.swift`.
    package static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// Its own price tables.
    package static let tables = root + "/PriceTables"
}
