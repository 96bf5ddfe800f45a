import FeeScheduleProof
import PriceTableFiles

extension DocumentReader {
    /// Reads the sources of a configuration.
    ///
    /// - Parameter file: The configuration file.
    /// - Returns: The sources that could be read.
    func sources(inFolderOf file: String) -> [SourceConfiguration] {
        var sources: [SourceConfiguration] = []
        var ids: Set<String> = []
        var paths: Set<TableFileName> = []
        var urls: Set<String> = []
        list(1...50, of: "sources") { _ in
            let draft = SourceDraft(self, inFolderOf: file)
            draft.checkNew(self, id: &ids, paths: &paths, urls: &urls)
            if let source = draft.source { sources.append(source) }
        }
        return sources
    }

    /// Reads the address of a source.
    func sourceAddress() -> SourceAddress? {
        let here = mark()
        guard let text = text(of: "an address") else { return nil }
        do throws(SourceAddressProblem) {
            return try SourceAddress(text)
        } catch {
            report(here, "\(error)")
            return nil
        }
    }

    /// Reads a channel; the currency is the manifest's to say.
    func sourceChannel() -> FeeChannel? {
        var group: String?
        var payer: String?
        var state: String?
        object(ChannelName.self, required: ChannelName.allCases) { name in
            switch name {
            case .group:
                group = parsed(as: "the name of a clinic group, such as \"harbor\"") { text in
                    FeeChannel(group: text, payer: "all", state: "CA")?.group
                }
            case .payer:
                payer = parsed(as: "the name of a payer, such as \"acme\", or \"all\"") { text in
                    FeeChannel(group: "all", payer: text, state: "CA")?.payer
                }
            case .state:
                state = parsed(as: "a state in two capital letters, such as \"CA\"") { text in
                    FeeChannel(group: "all", payer: "all", state: text)?.state
                }
            }
        }
        guard let group, let payer, let state else { return nil }
        return FeeChannel(group: group, payer: payer, state: state)
    }
}

private enum ChannelName: String, CaseIterable {
    case group, payer, state
}
