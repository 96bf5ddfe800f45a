import ArgumentParser
import CurlTransfer
import FeeScheduleProof
import FeeScheduleRefresh
import HostSystem

/// What every command that reads the configuration works with.
struct RefreshSession {
    let configuration: RefreshConfiguration
    let store: String

    /// Reads the configuration, and notes signals from now on instead of dying of them.
    init(_ configuration: ConfigurationOptions, _ store: StoreOptions) throws {
        TerminationSignals.note()
        self.configuration = try configuration.read()
        self.store = store.path
    }

    /// The time.
    static var now: UTCInstant {
        UTCInstant(secondsSince1970: TestSettings.secondsSince1970 ?? WallClock.now())
    }

    /// What a run goes by.
    var terms: RefreshTerms {
        RefreshTerms(
            sources: configuration.sources,
            tables: configuration.tables,
            client: .own,
            released: ProgramRelease.released,
            retry: configuration.retry,
            limits: ContentLimits(
                mostAmount: configuration.amountCap,
                demandedServices: configuration.demandedServices,
                servicesAtNoCharge: Set(configuration.servicesAtNoCharge)
            ),
            rules: configuration.holding,
            kept: (configuration.keeping.snapshots, configuration.keeping.days)
        )
    }

    /// The world of a run: libcurl, the clock, and whoever reads standard error.
    func environment(download: Downloading? = nil) -> RefreshEnvironment {
        let deadline = ContinuousClock.now + .seconds(configuration.deadlines.runSeconds)
        // Progress is told where bytes arrive; a signal must be heard where none do.
        let cancellation = TransferCancellation { TerminationSignals.received != nil }
        let progress = ProgressLine()
        func ending() -> RefreshExit? {
            switch TerminationSignals.received {
            case .interrupt: .interrupted
            case .terminate: .terminated
            case nil: ContinuousClock.now >= deadline ? .unavailable : nil
            }
        }
        let curl = CurlDownloads(
            configuration: configuration,
            deadline: deadline,
            cancellation: cancellation
        ) { progress.show($0) }
        return RefreshEnvironment(
            download: { downloads in
                defer { progress.end() }
                return (download ?? curl.fetch)(downloads)
            },
            now: { RefreshSession.now },
            today: {
                let now = RefreshSession.now
                return WallCalendar.day(at: now.secondsSince1970) ?? now.day
            },
            wait: { milliseconds in
                let end = ContinuousClock.now + .milliseconds(milliseconds)
                while ContinuousClock.now < end, ending() == nil {
                    WallClock.pause(milliseconds: min(100, milliseconds))
                }
            },
            jitter: { Double.random(in: 0...1) },
            ending: ending,
            tell: { progress.tell($0) }
        )
    }
}

/// When this program was released.
enum ProgramRelease {
    /// A clock that stands before this is wrong.
    static let released: UTCInstant = {
        guard let instant = UTCInstant(isoText: "2026-11-26T00:00:00Z") else {
            preconditionFailure("the date of this release has the form of a UTCInstant")
        }
        return instant
    }()
}
