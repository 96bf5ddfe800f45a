import ArgumentParser
import CareModel
import CommandOptions
import FeeScheduleProof
import FeeScheduleRefresh
import HostSystem
import JSONText

/// Adds a key that may sign lists.
struct TrustAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a key that may sign lists.",
        discussion: """
            The file is the .pub file of an Ed25519 key of OpenSSH. Exit 64 where the key or the \
            name is there already, 73 or 74 where the store cannot be changed.

            Examples:
              carequote-refresh trust add harbor.pub --name harbor-office
              carequote-refresh trust add harbor.pub --name harbor-office \\
                --from 2027-01-01 --through 2028-12-31 --channel harbor/all/CA
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    @Argument(help: ArgumentHelp("The .pub file of the key.", valueName: "file"))
    var file: String

    @Option(help: "Whose key it is, such as harbor-office.")
    var name: String

    @Option(
        help: "The first day on which its signatures count (default: today).",
        transform: OptionText.date
    )
    var from: CalendarDate?

    @Option(
        help: "The last such day (default: none, until it is removed).",
        transform: OptionText.date
    )
    var through: CalendarDate?

    @Option(
        name: .customLong("channel"),
        help: ArgumentHelp(
            "What it may sign for, such as harbor/all/CA; may be given several times "
                + "(default: every channel).",
            valueName: "group/payer/state"
        ),
        transform: OptionText.channel
    )
    var channels: [FeeChannel] = []

    func run() throws {
        try reporting {
            let bytes = try HostFile.read(path: file, maximumBytes: 1 << 16)
            let change = try changeTrust("trustAdded", in: store) { keys in
                try TrustChange.adding(
                    String(decoding: bytes, as: UTF8.self),
                    name: name,
                    from: from,
                    through: through,
                    channels: channels,
                    to: keys,
                    on: now.day
                )
            }
            try answer(change, as: format.format)
        }
    }
}

/// Revokes a key that may sign lists.
struct TrustRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Revokes a key: none of its signatures counts any more.",
        discussion: """
            The key stays in the list as revoked, so that nobody adds it again by mistake. What \
            it signed and was installed stays installed; roll back by hand where it was misused.

            Example:
              carequote-refresh trust remove harbor-office
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    @Argument(help: "The key's name, as trust list shows it.")
    var name: String

    func run() throws {
        try reporting {
            let change = try changeTrust("trustRemoved", in: store) { keys in
                try TrustChange.revoking(name, in: keys, on: now.day)
            }
            try answer(change, as: format.format)
        }
    }
}

extension ParsableCommand {
    /// Says what became of a key.
    fileprivate func answer(_ change: TrustChange, as format: FormatOptions.Format) throws {
        guard format == .json else { return try answer(change.sentence + "\n") }
        var json = JSONWriter(layout: .indented)
        change.key.write(to: &json, on: now.day)
        try answer(json.bytes + [UInt8(ascii: "\n")])
    }
}
