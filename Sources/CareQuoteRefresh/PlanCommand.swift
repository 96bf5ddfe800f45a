import ArgumentParser
import FeeScheduleRefresh
import FoundationEssentials
import HostSystem

/// Shows what a run would change.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "What a run would change, row by row, and what it does to example quotes.",
        discussion: """
            Everything that run does but installing and holding. The example quotes are the \
            requests (files that end in .json) below exampleRequests of the configuration. The exit \
            is the one that run would end with.

            Examples:
              carequote-refresh plan --config /etc/carequote/refresh.json
              carequote-refresh plan --format json
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let locked = try store.open(at: RefreshSession.now)
            let requests = try session.exampleRequests()
            let plan = RefreshRun(session.terms, in: session.environment())
                .plan(locked, requests: requests)
            switch form.format {
            case .text: try answer(plan.lines.map { $0 + "\n" }.joined())
            case .json: try answer(plan.json)
            }
            try end(plan.exit)
        }
    }
}

extension RefreshSession {
    /// The most example requests that are quoted.
    private static let mostExamples = 1_000

    /// The example requests by their path below their folder.
    fileprivate func exampleRequests() throws -> [String: [UInt8]] {
        guard let folder = configuration.exampleRequests else { return [:] }
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw RefreshFailure(
                .configuration,
                ["\(folder): cannot be read. Correct exampleRequests, or leave it out"]
            )
        }
        var requests: [String: [UInt8]] = [:]
        for path in paths.filter({ $0.hasSuffix(".json") }).sorted().prefix(Self.mostExamples) {
            requests[path] = try HostFile.read(path: "\(folder)/\(path)", maximumBytes: 1 << 20)
        }
        return requests
    }
}
