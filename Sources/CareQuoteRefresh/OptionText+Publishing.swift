import ArgumentParser
import CareModel
import CommandOptions
import FeeScheduleProof

extension OptionText {
    /// Reads a channel.
    static func channel(_ text: String) throws -> FeeChannel {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3,
            let channel = FeeChannel(group: parts[0], payer: parts[1], state: parts[2])
        else {
            throw ValidationError(
                "'\(text)' is not a channel. Write group/payer/state, such as harbor/all/CA."
            )
        }
        return channel
    }

    /// Reads the version of a program.
    static func client(_ text: String) throws -> ClientVersion {
        guard let version = ClientVersion(text) else {
            throw ValidationError("'\(text)' is not a version. Write such as 1.0.0.")
        }
        return version
    }
}
