import CareModel
package import FeeScheduleProof
import PriceTableFiles

/// Tables to publish, checked and counted, with the manifest over them that is to be signed.
package struct Publication: Hashable, Sendable {
    package let manifest: Manifest
    /// The bytes to sign.
    package let manifestBytes: [UInt8]
    /// The files by their path, below the tables as below the address at which they are published.
    package let files: [String: [UInt8]]
    /// Whether the last manifest says all of this already, so that there is nothing new to sign.
    package let isPublishedAlready: Bool

    /// Checks and counts tables, as those who fetch them will.
    ///
    /// - Parameters:
    ///   - tables: Every file of the folder of the tables, by its path.
    ///   - paths: Which of them to publish; none for all that the channel may set.
    ///   - terms: What the publisher says of them.
    ///   - previous: The last manifest; absent for the first.
    /// - Throws: ``PublicationError`` with every refusal.
    package init(
        of tables: [String: [UInt8]],
        paths: [String] = [],
        terms: PublicationTerms,
        after previous: PublishedManifest?
    ) throws(PublicationError) {
        var refusals: [PublicationRefusal] = []
        let names = Publication.names(of: tables, paths: paths, for: terms.channel, &refusals)
        refusals += PublicationRefusal.those(of: terms, after: previous?.manifest)
        let services = ServicesFile(tables["services.csv"] ?? [], file: "services.csv")
        var entries: [ManifestFile] = []
        var files: [String: [UInt8]] = [:]
        for name in names {
            guard let bytes = tables[name.description] else { continue }
            let check = ContentCheck(
                name: name.description,
                bytes: bytes,
                limits: ContentLimits(mostAmount: .largestStated),
                catalog: services.catalog,
                effective: terms.effective
            )
            refusals += PublicationRefusal.those(of: bytes, check: check)
            files[name.description] = bytes
            entries.append(
                ManifestFile(
                    name: name,
                    sha256: SHA256Digest(of: bytes),
                    size: bytes.count,
                    rows: check.totals.rows,
                    totalCents: check.totals.totalCents
                )
            )
        }
        guard refusals.isEmpty else { throw PublicationError(refusals) }
        self.files = files
        (manifest, manifestBytes, isPublishedAlready) = try Publication.manifest(
            over: entries,
            terms: terms,
            after: previous
        )
    }

    /// The names of the tables to publish, in their order.
    private static func names(
        of tables: [String: [UInt8]],
        paths: [String],
        for channel: FeeChannel,
        _ refusals: inout [PublicationRefusal]
    ) -> [TableFileName] {
        guard !paths.isEmpty else {
            let names = tables.keys.sorted().compactMap(TableFileName.init)
                .filter(channel.mayName)
            if names.isEmpty { refusals.append(.noFiles) }
            if names.count > Manifest.maximumFiles { refusals.append(.tooManyFiles(names.count)) }
            return names
        }
        let chosen = Set(paths).sorted()
        if chosen.count > Manifest.maximumFiles { refusals.append(.tooManyFiles(chosen.count)) }
        return chosen.compactMap { path in
            guard let name = TableFileName(path) else {
                refusals.append(.notATable(path))
                return nil
            }
            guard channel.mayName(name) else {
                refusals.append(.notOfChannel(path, channel))
                return nil
            }
            guard tables[path] != nil else {
                refusals.append(.missing(path))
                return nil
            }
            return name
        }
    }

    private static func manifest(
        over files: [ManifestFile],
        terms: PublicationTerms,
        after previous: PublishedManifest?
    ) throws(PublicationError) -> (Manifest, [UInt8], Bool) {
        func manifest(issued: UTCInstant, after sha256: SHA256Digest?) -> Manifest {
            Manifest(
                channel: terms.channel,
                minClient: terms.minClient,
                version: terms.version ?? (previous?.manifest.version ?? 0) + 1,
                issued: issued,
                effective: terms.effective,
                expires: terms.expires,
                previousSha256: sha256,
                files: files
            )
        }
        guard let previous, terms.version == previous.manifest.version else {
            let next = manifest(issued: terms.issued, after: previous?.sha256)
            return (next, next.write(), false)
        }
        // The last version once more: it may be signed again as it is, and never otherwise.
        let last = previous.manifest
        let same = manifest(issued: last.issued, after: last.previousSha256).write()
        guard same == previous.bytes else {
            throw PublicationError([.versionTaken(last.version)])
        }
        return (last, same, true)
    }
}
