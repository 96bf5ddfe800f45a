package import CareModel

/// What `refresh.json` says: where lists come from, whom to believe, and when a person must look.
///
/// ```json
/// {
///   "sources": [
///     { "id": "harbor-group", "kind": "bundle", "url": "https://fees.example.org/harbor/",
///       "channel": { "group": "harbor", "payer": "all", "state": "CA" }, "keysRequired": 1 },
///     { "id": "acme", "kind": "csv", "url": "https://acme.example.com/ppo.csv",
///       "path": "schedules/acme-ppo-2026.csv", "sha256": "…64 digits, where it is pinned…" }
///   ],
///   "tables": "/usr/share/carequote/PriceTables",
///   "caFile": "/etc/ssl/certs/ca-certificates.crt", "pins": [], "proxy": "",
///   "demandedServices": ["adjust-spine-1-2"], "servicesAtNoCharge": ["hot-cold-pack"],
///   "amountCap": "5000.00",
///   "holding": { "serviceChangePercent": 25 },
///   "deadlines": { "runSeconds": 1800 }, "retry": { "attempts": 4 },
///   "keep": { "snapshots": 10, "days": 400 },
///   "exampleRequests": "/usr/share/carequote/Examples"
/// }
/// ```
///
/// Only `sources` and `tables` must be there. Paths that are not whole are below the folder of the
/// configuration file.
package struct RefreshConfiguration: Hashable, Sendable {
    /// Where the configuration is unless a command says otherwise.
    package static let usualPath = "/etc/carequote/refresh.json"
    /// The most bytes of a configuration.
    package static let maximumBytes = 1 << 20

    /// Where lists come from, in the order in which a run asks.
    package var sources: [SourceConfiguration]
    /// The folder of the tables in front of which lists are installed.
    package var tables: String
    /// The file of root certificates: the only ones that are believed (fault A9).
    package var caFile = "/etc/ssl/certs/ca-certificates.crt"
    /// Public keys of servers, `sha256//…`, for sources that have none of their own.
    package var pins: [String] = []
    /// The proxy, empty for none; the environment is never asked (fault A15).
    package var proxy = ""
    /// Services that every list of prices must hold.
    package var demandedServices: [ServiceKey] = []
    /// Services that a list may price at 0.00; of any other that is a mistake.
    package var servicesAtNoCharge: [ServiceKey] = []
    /// The largest amount of a row: that which tables may state at all, unless a clinic says less.
    package var amountCap = Money.largestStated
    /// From where on a change waits for a person.
    package var holding = HoldingRules()
    /// How long each part of a run may take.
    package var deadlines = RefreshDeadlines()
    /// How often and how late a download is tried again.
    package var retry = RetryPolicy()
    /// Which snapshots are kept.
    package var keeping = SnapshotKeeping()
    /// The folder of requests whose quotes a plan shows before and after; absent for none.
    package var exampleRequests: String?

    package init(sources: [SourceConfiguration], tables: String) {
        self.sources = sources
        self.tables = tables
    }

    /// The file of root certificates by which a source's server is judged.
    package func caFile(for source: SourceConfiguration) -> String {
        source.caFile ?? caFile
    }

    /// The public keys of which a source's server must have one; empty for any.
    package func pins(for source: SourceConfiguration) -> [String] {
        source.pins.isEmpty ? pins : source.pins
    }
}
