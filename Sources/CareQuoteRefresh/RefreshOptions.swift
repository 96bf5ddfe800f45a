import ArgumentParser
import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import FoundationEssentials
import HostSystem

/// Where installed lists are kept.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where fee schedules are installed (default: CAREQUOTE_STORE, else "
                + "/var/lib/carequote).",
            valueName: "dir"
        )
    )
    var store: String?

    /// The path of the store.
    var path: String {
        if let store { return store }
        let named = ProcessInfo.processInfo.environment["CAREQUOTE_STORE"] ?? ""
        return named.isEmpty ? "/var/lib/carequote" : named
    }

    /// Opens the store to change it; the lock is held as long as the value is there.
    func open(at now: UTCInstant) throws -> LockedStore {
        let process = ProcessInfo.processInfo.processIdentifier
        return try LockedStore(path: path, holder: "process \(process) since \(now)")
    }
}

/// Which configuration a run follows.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration (default: \(RefreshConfiguration.usualPath)).",
            valueName: "file"
        )
    )
    var config: String = RefreshConfiguration.usualPath

    /// Reads the configuration; nothing where none is named and the usual place is empty.
    func readIfPresent() throws -> RefreshConfiguration? {
        let isMissing = !FileManager.default.fileExists(atPath: config)
        return config == RefreshConfiguration.usualPath && isMissing ? nil : try read()
    }

    /// Reads the configuration; everything that is wrong with it is told at once.
    func read() throws -> RefreshConfiguration {
        let bytes: [UInt8]
        do throws(HostFileError) {
            bytes = try HostFile.read(
                path: config,
                maximumBytes: RefreshConfiguration.maximumBytes
            )
        } catch {
            throw RefreshFailure(.configuration, ["\(error)"])
        }
        return try RefreshConfiguration(bytes, file: config)
    }
}

/// In which form a command answers.
struct FormatOptions: ParsableArguments {
    /// The form of an answer.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Option(help: "The form of the answer: text or json.")
    var format: Format = .text
}
