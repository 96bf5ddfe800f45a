import CareModel
import PriceTableFiles

/// The values that manifests and lists of keys are made of.
extension DocumentReader {
    /// Reads text that must be one certain word.
    func word(_ expected: String) {
        let here = mark()
        guard let text = text() else { return }
        if !text.utf8.elementsEqual(expected.utf8) {
            report(here, "is not \"\(expected)\". Write \"\(expected)\" here")
        }
    }

    /// Reads an instant.
    func instant() -> UTCInstant? {
        parsed(
            as: "an instant of universal time, such as \"2026-11-26T21:00:00Z\"",
            UTCInstant.init(isoText:)
        )
    }

    /// Reads a SHA-256.
    func digest() -> SHA256Digest? {
        parsed(as: "a SHA-256 of 64 small hexadecimal digits", SHA256Digest.init(hexadecimal:))
    }

    /// Reads a whole number of digits only, without a sign, a point or an exponent.
    func count(in range: ClosedRange<Int>) -> Int? {
        let here = mark()
        guard let text = numberText() else { return nil }
        let areDigits = text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard areDigits, let number = Int(text), range.contains(number) else {
            report(
                here,
                "is not a number that can stand here. "
                    + "Write digits, from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return number
    }

    /// Reads a channel.
    ///
    /// - Parameter withCurrency: Whether the currency must be stated beside it.
    /// - Returns: The channel.
    func channel(withCurrency: Bool) -> FeeChannel? {
        var group: String?
        var payer: String?
        var state: String?
        let required = ChannelName.allCases.filter { withCurrency || $0 != .currency }
        object(ChannelName.self, required: required) { name in
            switch name {
            case .group: group = channelPart("the name of a clinic group, such as \"harbor\"")
            case .payer: payer = channelPart("the name of a payer, such as \"acme\", or \"all\"")
            case .state:
                state = parsed(as: "a state in two capital letters, such as \"CA\"") {
                    FeeChannel.isState($0) ? $0 : nil
                }
            case .currency: word(Manifest.currency)
            }
        }
        guard let group, let payer, let state else { return nil }
        return FeeChannel(group: group, payer: payer, state: state)
    }

    private func channelPart(_ what: String) -> String? {
        parsed(as: what) { FeeChannel.isName($0) ? $0 : nil }
    }

    /// Reads the tables of a manifest.
    func files() -> [ManifestFile] {
        var files: [ManifestFile] = []
        var names: Set<TableFileName> = []
        list(1...Manifest.maximumFiles, of: "files") { _ in
            let here = mark()
            guard let file = file() else { return }
            if !names.insert(file.name).inserted {
                report(here.child("name"), "stands twice. Write each table once")
            }
            files.append(file)
        }
        return files
    }

    private func file() -> ManifestFile? {
        var name: TableFileName?
        var sha256: SHA256Digest?
        var size: Int?
        var rows: Int?
        var totalCents: Int?
        object(FileField.self, required: FileField.allCases) { field in
            switch field {
            case .name: name = parsed(as: TableFileName.form, TableFileName.init)
            case .sha256: sha256 = digest()
            case .size: size = count(in: 1...Manifest.maximumFileBytes)
            case .rows: rows = count(in: 0...Manifest.maximumRows)
            case .totalCents: totalCents = count(in: 0...Manifest.maximumTotalCents)
            }
        }
        guard let name, let sha256, let size, let rows, let totalCents else { return nil }
        return ManifestFile(
            name: name,
            sha256: sha256,
            size: size,
            rows: rows,
            totalCents: totalCents
        )
    }
}

private enum ChannelName: String, CaseIterable {
    case group, payer, state, currency
}

private enum FileField: String, CaseIterable {
    case name, sha256, size, rows, totalCents
}
