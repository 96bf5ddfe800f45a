import FeeScheduleProof
import FeeScheduleStore

/// A bundle's manifest, proven by its signatures and judged to follow what is installed.
struct BundleProof {
    static let manifestName = "manifest.json"
    static let signatureName = "manifest.json.sig"
    /// Room for as many signatures as a file may hold.
    static let maximumSignatureBytes = 64 << 10
    /// The most bytes of all files of a bundle together: they are held in memory until all are
    /// proven.
    static let maximumTotalBytes = 64 << 20

    let proven: ProvenManifest
    let succession: Succession
    private let manifestBytes: [UInt8]
    private let signatureBytes: [UInt8]

    var manifest: Manifest { proven.manifest }
    var notices: [String] {
        succession.notices.map(\.description) + proven.uncounted.map(\.description)
    }

    /// Why a bundle is refused.
    struct Refusal: Error {
        let problem: SourceProblem
        /// Whether a cache on the way may have mixed two versions.
        let isWorthRefetching: Bool
    }

    /// Proves a manifest.
    ///
    /// - Parameters:
    ///   - manifest: The bytes of the manifest.
    ///   - signature: The bytes of its signatures.
    ///   - channel: The channel that the configuration asks for; absent for the manifest's own.
    ///   - keysRequired: How many different keys must have signed.
    ///   - installed: What is installed from the source; absent where it is not to follow that.
    ///   - known: The digests of all versions that were ever installed, by version.
    ///   - terms: Whom to believe.
    ///   - now: The time.
    /// - Throws: ``Refusal``.
    init(
        manifest: [UInt8],
        signature: [UInt8],
        channel: FeeChannel?,
        keysRequired: Int,
        installed: InstalledSource?,
        known: [Int: String] = [:],
        terms: SourceFetch.Terms,
        now: UTCInstant
    ) throws(Refusal) {
        manifestBytes = manifest
        signatureBytes = signature
        do throws(ProofError) {
            proven = try ManifestProof.verify(
                manifestBytes: manifest,
                signatureBytes: signature,
                keys: terms.keys,
                threshold: keysRequired,
                now: now,
                client: terms.client
            )
        } catch {
            throw Refusal(error)
        }
        do throws(SuccessionError) {
            let version = proven.manifest.version
            let digest = known[version].flatMap(SHA256Digest.init(hexadecimal:))
            // One version is one manifest, also where a rollback has left it behind.
            if let digest, digest != proven.sha256 {
                throw SuccessionError.equivocation(
                    version: version,
                    offered: proven.sha256,
                    installed: digest
                )
            }
            succession = try proven.succession(
                after: installed?.manifest,
                on: channel ?? proven.manifest.channel,
                now: now
            )
        } catch {
            throw Refusal(error)
        }
        let asked = channel ?? proven.manifest.channel
        let foreign = proven.manifest.files.map(\.name).filter { !asked.mayName($0) }
        guard foreign.isEmpty else { throw Refusal(foreign, in: asked) }
    }

    /// The offer, once its files are here.
    func offer(source: String, tables: [String: [UInt8]], etag: String?) -> Offer {
        Offer(
            record: SnapshotRecord.Source(
                id: source,
                kind: "bundle",
                version: manifest.version,
                digest: proven.sha256.description,
                effective: manifest.effective,
                expires: manifest.expires,
                proof: proven.signers
            ),
            tables: tables,
            proof: [
                BundleProof.manifestName: manifestBytes,
                BundleProof.signatureName: signatureBytes,
            ],
            manifest: manifest,
            holds: succession.holds.map(\.description),
            notices: notices,
            etag: etag
        )
    }
}

extension BundleProof.Refusal {
    fileprivate init(_ error: ProofError) {
        switch error {
        case .signature, .notEnoughSignatures:
            self.init(problem: .init(.proofRefused, sentences: "\(error)", code: "proof"), true)
        case .manifest(.clientTooOld):
            self.init(
                problem: .init(.configuration, sentences: "\(error)", code: "minClient"),
                false
            )
        case .manifest(.tooLarge):
            self.init(problem: .init(.proofRefused, sentences: "\(error)", code: "proof"), false)
        case .manifest(.findings):
            let problem = SourceProblem(
                .proofRefused,
                "the signed manifest is wrong",
                code: "proof",
                advice: "send the findings to the publisher",
                details: "\(error)".split(separator: "\n").prefix(ContentReport.mostShown)
                    .map(String.init)
            )
            self.init(problem: problem, false)
        }
    }

    fileprivate init(_ error: SuccessionError) {
        let problem = SourceProblem(.proofRefused, sentences: "\(error)", code: "proof")
        if case .expired = error {
            self.init(problem: problem, true)
        } else {
            self.init(problem: problem, false)
        }
    }

    /// The list names tables that are not its channel's to set.
    fileprivate init(_ foreign: [TableFileName], in channel: FeeChannel) {
        let names = foreign.map(\.description).joined(separator: ", ")
        let problem = SourceProblem(
            .proofRefused,
            "the list is for \(channel) and names \(names), which that channel may not set",
            code: "channel",
            advice: "ask the publisher for a list of its own clinics and payer alone"
        )
        self.init(problem: problem, false)
    }

    private init(problem: SourceProblem, _ isWorthRefetching: Bool) {
        self.problem = problem
        self.isWorthRefetching = isWorthRefetching
    }
}
