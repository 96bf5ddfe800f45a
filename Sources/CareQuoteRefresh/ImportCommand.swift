import ArgumentParser
import FeeScheduleRefresh
import FoundationEssentials
import HostSystem

/// Takes files that are already on this computer the way that downloads go.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Install from files on disk: proven, checked and compared like a download.",
        discussion: """
            The source must be in the configuration; with several of a kind, name it. A bundle is \
            its folder, as publish writes it; a csv source is its one file.

            Examples:
              carequote-refresh import bundle /media/usb/harbor
              carequote-refresh import csv acme-2027.csv --source acme
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var config: ConfigurationOptions
    @OptionGroup var form: FormatOptions

    @Argument(help: "The kind of source: bundle or csv.")
    var kind: String

    @Argument(help: "A bundle's folder, or the file of a csv source.")
    var path: String

    @Option(help: "The source in the configuration (default: the only one of the kind).")
    var source: String?

    func run() throws {
        try reporting {
            let session = try RefreshSession(config, store)
            let chosen = try choose(session.configuration.sources)
            let locked = try store.open(at: RefreshSession.now)
            let environment = session.environment { downloads in
                downloads.map { self.read($0, of: chosen) }
            }
            let run = RefreshRun(session.terms.only(chosen, from: wholePath), in: environment)
            try tell(run.run(locked), as: form.format)
        }
    }

    /// The path from the root on, which the note of a list's origin and the audit log keep.
    private var wholePath: String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }

    private func choose(_ sources: [SourceConfiguration]) throws -> SourceConfiguration {
        let fitting = sources.filter { $0.kind.name == kind && (source ?? $0.id) == $0.id }
        guard fitting.count == 1, let chosen = fitting.first else {
            let names = sources.filter { $0.kind.name == kind }.map(\.id)
            throw RefreshFailure(
                .usage,
                [
                    names.isEmpty
                        ? "the configuration has no source of kind '\(kind)'. Write bundle or csv"
                        : "which source? Write --source with one of: "
                            + names.joined(separator: ", ")
                ]
            )
        }
        return chosen
    }

    /// Reads the file that stands for a download.
    private func read(
        _ download: Download,
        of source: SourceConfiguration
    ) -> Result<DownloadAnswer, DownloadFailure> {
        let name = download.url.dropFirst(source.url.count)
        let file = name.isEmpty ? path : "\(path)/\(name)"
        do throws(HostFileError) {
            let bytes = try HostFile.read(path: file, maximumBytes: download.maximumBytes)
            return .success(DownloadAnswer(status: 200, headers: [], body: bytes))
        } catch {
            return .failure(
                DownloadFailure(
                    .unavailable,
                    .never,
                    "\(error)",
                    code: "file",
                    advice: "check the path"
                )
            )
        }
    }
}
