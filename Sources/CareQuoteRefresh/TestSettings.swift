import FoundationEssentials

/// Settings of the tests, which a release build does not have.
enum TestSettings {
    /// Addresses of host names, `name:port:address`, in place of a name server's.
    static var resolve: [String] {
        #if DEBUG
        text("CAREQUOTE_TEST_RESOLVE").map { $0.split(separator: ",").map(String.init) } ?? []
        #else
        []
        #endif
    }

    /// The time, in seconds since 1970, in place of the computer's.
    static var secondsSince1970: Int? {
        #if DEBUG
        text("CAREQUOTE_TEST_CLOCK").flatMap(Int.init)
        #else
        nil
        #endif
    }

    #if DEBUG
    private static func text(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }
    #endif
}
