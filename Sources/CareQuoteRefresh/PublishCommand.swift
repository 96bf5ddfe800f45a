import ArgumentParser
import CareModel
import CommandOptions
import FeeScheduleProof
import FeeScheduleRefresh
import PriceTableFiles

/// Publishes price tables: counts, signs and writes them for others to fetch.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Signs price tables and writes them to a folder that a web server shows.",
        discussion: """
            The folder of the tables is checked as carequote tables check does. The manifest is \
            signed with ssh-keygen -Y sign, each table is replaced in one step, then the manifest \
            and its signature, and what was written is proven with the public key, which must lie \
            beside the key (fees.pub beside fees).

            The version is the one after that of the manifest in the folder. The same version may \
            be written again only as it is. Exit 64 where what is asked for is wrong, 65 where a \
            table is, 73 or 74 where the folder cannot be written, 78 where ssh-keygen or the key \
            cannot be used.

            Examples:
              ssh-keygen -t ed25519 -f fees -C fees@harbor
              carequote-refresh publish PriceTables --key fees --out /srv/fees/harbor \\
                --group harbor --payer all --state CA
              carequote-refresh publish PriceTables --key fees --out /srv/fees/harbor \\
                --group harbor --payer all --state CA --version 8 --effective 2027-01-01 \\
                --expires 2027-12-31 schedules/acme-ppo-2026.csv
            """
    )

    @OptionGroup var format: FormatOptions

    @Argument(help: ArgumentHelp("The folder of the price tables.", valueName: "dir"))
    var tables: String

    @Argument(
        help: ArgumentHelp(
            "The tables to publish, below the folder (default: every one that may be).",
            valueName: "path"
        )
    )
    var paths: [String] = []

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "The private key, or the .pub file of one in the agent; give it several times "
                + "where several must sign.",
            valueName: "file"
        )
    )
    var keys: [String]

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
    var out: String

    @Option(help: "The clinic group, such as harbor.")
    var group: String

    @Option(help: "The payer, such as acme, or all.")
    var payer: String

    @Option(help: "The state, such as CA.")
    var state: String

    @Option(help: "The number of this version (default: the one after the last).")
    var version: Int?

    @Option(
        help: "The first day of service that it is for (default: today).",
        transform: OptionText.date
    )
    var effective: CalendarDate?

    @Option(
        help: "The last day on which it may be used (default: 400 days from today).",
        transform: OptionText.date
    )
    var expires: CalendarDate?

    @Option(
        help: "The earliest carequote-refresh that reads it rightly.",
        transform: OptionText.client
    )
    var minClient: ClientVersion = .own

    func validate() throws {
        if keys.isEmpty { throw ValidationError("No key signs. Write --key FILE.") }
        _ = try channel()
        if minClient > .own {
            throw ValidationError("This is version \(ClientVersion.own). Write no later one.")
        }
    }

    func run() throws {
        try reporting {
            let now = now
            let check = TableCheck(root: tables)
            guard check.errors.isEmpty else {
                throw RefreshFailure(
                    check.isMissingFile ? .usage : .content,
                    check.errors.map(\.description)
                )
            }
            let signer = try ListSigner(keys, on: now.day)
            let folder = PublicationFolder(path: out)
            let publication = try Publication(
                of: try PublicationFolder(path: tables).tables(paths),
                paths: paths,
                terms: PublicationTerms(
                    channel: try channel(),
                    minClient: minClient,
                    version: version,
                    issued: now,
                    effective: effective,
                    expires: expires
                ),
                after: try folder.published()
            )
            try folder.makeIfMissing()
            let signature = try folder.signing(publication.manifestBytes, by: signer)
            try signer.prove(publication.manifestBytes, signature, at: now)
            try folder.write(publication, signature: signature)
            try folder.check(publication, by: signer, at: now)
            try answer(PublicationReport(publication, signer: signer, folder: out), as: format)
        }
    }

    private func channel() throws -> FeeChannel {
        try OptionText.channel("\(group)/\(payer)/\(state)")
    }

    private func answer(_ report: PublicationReport, as options: FormatOptions) throws {
        switch options.format {
        case .text: try answer(report.text)
        case .json: try answer(report.json)
        }
    }
}
