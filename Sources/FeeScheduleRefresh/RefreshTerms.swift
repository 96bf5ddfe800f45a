import CareModel
package import FeeScheduleProof

/// What a run is to do: the part of the configuration that it goes by.
package struct RefreshTerms: Sendable {
    package let sources: [SourceConfiguration]
    /// The names of all sources that are configured, also of those that this run leaves alone.
    let configured: Set<String>
    /// The folder of the tables in front of which a snapshot stands.
    package let tables: String
    /// The version of this program.
    package let client: ClientVersion
    /// When this program was released: a clock before that is wrong.
    package let released: UTCInstant
    package let retry: RetryPolicy
    /// How much an offered file may hold, and what it must.
    package let limits: ContentLimits
    /// From which change on an offer waits for a person.
    package let rules: HoldingRules
    /// The file or folder that stands for the source's address in an import; absent in a run.
    package let importedFrom: String?
    /// How many of the latest snapshots are kept, and each for how many days after its use.
    package let kept: (latest: Int, days: Int)

    package init(
        sources: [SourceConfiguration],
        tables: String,
        client: ClientVersion,
        released: UTCInstant,
        retry: RetryPolicy = RetryPolicy(),
        limits: ContentLimits = ContentLimits(mostAmount: .largestStated),
        rules: HoldingRules = HoldingRules(),
        kept: (latest: Int, days: Int) = (10, 400),
        configured: Set<String>? = nil,
        importedFrom: String? = nil
    ) {
        self.sources = sources
        self.configured = configured ?? Set(sources.map(\.id))
        self.tables = tables
        self.client = client
        self.released = released
        self.retry = retry
        self.limits = limits
        self.rules = rules
        self.kept = kept
        self.importedFrom = importedFrom
    }

    /// The same for one of the sources alone; what is installed of the others stays.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - path: The file or folder that it is imported from.
    /// - Returns: The terms of the import.
    package func only(_ source: SourceConfiguration, from path: String) -> RefreshTerms {
        RefreshTerms(
            sources: [source],
            tables: tables,
            client: client,
            released: released,
            retry: retry,
            limits: limits,
            rules: rules,
            kept: kept,
            configured: configured,
            importedFrom: path
        )
    }
}
