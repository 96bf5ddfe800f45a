package import CareModel
package import FeeScheduleProof

/// Why tables are not published.
package enum PublicationRefusal: Hashable, Sendable {
    /// The folder holds no table that may be published.
    case noFiles
    case tooManyFiles(Int)
    /// A path at which no table that may be published lies.
    case notATable(String)
    /// A table that the channel may not set.
    case notOfChannel(String, FeeChannel)
    /// A table that is not in the folder.
    case missing(String)
    case empty(String)
    case tooLarge(String, bytes: Int)
    /// Something wrong in a table, for which those who fetch it would refuse it.
    case finding(ContentFinding)
    /// A number that no version has.
    case notAVersion(Int)
    /// A number below the last.
    case versionFalls(Int, last: Int)
    /// The number of the last version, for other tables or days.
    case versionTaken(Int)
    /// The last manifest is for others.
    case otherChannel(FeeChannel, last: FeeChannel)
    /// The list would end before it is made.
    case endsBeforeIssue(CalendarDate, issued: CalendarDate)
    /// The list would end before it begins.
    case endsBeforeEffect(CalendarDate, effective: CalendarDate)
    /// The list would hold for longer than one may.
    case endsTooLate(CalendarDate, issued: CalendarDate)
}

extension PublicationRefusal {
    /// What is wrong with the terms of a publication.
    static func those(
        of terms: PublicationTerms,
        after last: Manifest?
    ) -> [PublicationRefusal] {
        var refusals: [PublicationRefusal] = []
        if let last, last.channel != terms.channel {
            refusals.append(.otherChannel(terms.channel, last: last.channel))
        }
        let version = terms.version ?? (last?.version ?? 0) + 1
        if !(1...Manifest.maximumVersion).contains(version) {
            refusals.append(.notAVersion(version))
        } else if let last, version < last.version {
            refusals.append(.versionFalls(version, last: last.version))
        }
        let issued = terms.issued.day
        let days = issued.days(until: terms.expires)
        if days < 0 {
            refusals.append(.endsBeforeIssue(terms.expires, issued: issued))
        } else if days > Manifest.maximumDays {
            refusals.append(.endsTooLate(terms.expires, issued: issued))
        }
        if terms.expires < terms.effective {
            refusals.append(.endsBeforeEffect(terms.expires, effective: terms.effective))
        }
        return refusals
    }

    /// What is wrong with a table.
    static func those(of bytes: [UInt8], check: ContentCheck) -> [PublicationRefusal] {
        guard !bytes.isEmpty else { return [.empty(check.name)] }
        guard bytes.count <= Manifest.maximumFileBytes else {
            return [.tooLarge(check.name, bytes: bytes.count)]
        }
        return check.findings.map { .finding($0) }
    }
}

extension PublicationRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noFiles:
            "the folder holds no table that may be published. Give the folder of the price tables"
        case .tooManyFiles(let count):
            "\(count) tables are more than the \(Manifest.maximumFiles) of a manifest. "
                + "Name those to publish"
        case .notATable(let path):
            "'\(path)' is not the place of a table that may be published. Write such as "
                + "schedules/acme-ppo-2026.csv or clinics/harbor-spine/charges.csv"
        case .notOfChannel(let path, let channel):
            "\(path) is not a table of \(channel), and whoever fetches it would refuse it. Clinics "
                + "begin with the group's name, schedules and plans of one payer with the payer's"
        case .missing(let path): "\(path) is not in the folder. Check the name"
        case .empty(let path): "\(path) is empty. Write its rows"
        case .tooLarge(let path, let bytes):
            "\(path) holds \(bytes) bytes, and at most \(Manifest.maximumFileBytes) are taken. "
                + "Split it"
        case .finding(let finding): "\(finding)"
        case .notAVersion(let version):
            "\(version) is not a version. Write a number from 1 to \(Manifest.maximumVersion)"
        case .versionFalls(let version, let last):
            "version \(version) is below the last, \(last), and versions only rise. "
                + "Write \(last + 1)"
        case .versionTaken(let version):
            "version \(version) is published already with other tables or days. "
                + "Write \(version + 1): two lists of one number would be refused everywhere"
        case .otherChannel(let channel, let last):
            "the last list there is for \(last), and this one would be for \(channel). "
                + "Write another folder with --out"
        case .endsBeforeIssue(let expires, let issued):
            "the list would expire on \(expires), before today, \(issued). Write a later day"
        case .endsBeforeEffect(let expires, let effective):
            "the list would expire on \(expires), before it takes effect on \(effective). "
                + "Write a later day"
        case .endsTooLate(let expires, let issued):
            "the list would expire on \(expires), more than \(Manifest.maximumDays) days after "
                + "\(issued). Write "
                + "\(CalendarDate(dayNumber: issued.dayNumber + Manifest.maximumDays)) at the latest"
        }
    }
}

/// Why tables are not published: every refusal at once.
package struct PublicationError: Error, Hashable, Sendable {
    package let refusals: [PublicationRefusal]

    init(_ refusals: [PublicationRefusal]) {
        self.refusals = refusals
    }

    /// Whether what was asked for is wrong, rather than what stands in the tables.
    package var isUsage: Bool {
        !refusals.contains { refusal in
            switch refusal {
            case .finding, .empty, .tooLarge: true
            default: false
            }
        }
    }

    /// A line for each refusal; of very many findings in tables, for the first.
    package var lines: [String] {
        var others: [PublicationRefusal] = []
        var findings: [ContentFinding] = []
        for refusal in refusals {
            if case .finding(let finding) = refusal {
                findings.append(finding)
            } else {
                others.append(refusal)
            }
        }
        return others.map(\.description) + ContentReport(findings).lines
    }
}
