/// Whose prices a manifest publishes: a clinic group's, for a payer, in a state, in US dollars.
///
/// A list of another group, payer or state is genuine and still the wrong one, so the channel is
/// signed with the list and compared with what the configuration asks for.
package struct FeeChannel: Hashable, Sendable, CustomStringConvertible {
    /// The clinic group, such as `harbor`.
    package let group: String
    /// The payer, such as `acme`, or `all`.
    package let payer: String
    /// The state in two capital letters, such as `CA`.
    package let state: String

    /// Creates a channel, or nothing where a part has not its form.
    package init?(group: String, payer: String, state: String) {
        guard FeeChannel.isName(group), FeeChannel.isName(payer), FeeChannel.isState(state) else {
            return nil
        }
        self.group = group
        self.payer = payer
        self.state = state
    }

    package var description: String { "\(group)/\(payer)/\(state)" }

    /// Whether text is the name of a group or payer: 1 to 40 small letters, digits and hyphens.
    static func isName(_ text: String) -> Bool {
        text.utf8.count <= 40 && TableFileName.isName(text.utf8)
    }

    /// Whether text has the form of a state.
    static func isState(_ text: String) -> Bool {
        text.utf8.count == 2
            && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
