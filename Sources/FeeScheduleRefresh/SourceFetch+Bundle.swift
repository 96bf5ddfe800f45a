import FeeScheduleProof
import FeeScheduleStore

extension SourceFetch {
    /// Proves the manifest, and asks for the files that are not here yet.
    mutating func prove(channel: FeeChannel, keysRequired: Int, now: UTCInstant) {
        guard let list = received[manifestURL], let signature = received[signatureURL] else {
            return
        }
        do throws(BundleProof.Refusal) {
            let proof = try BundleProof(
                manifest: list.bytes,
                signature: signature.bytes,
                channel: channel,
                keysRequired: keysRequired,
                installed: installed,
                known: known,
                terms: terms,
                now: now
            )
            guard !proof.succession.isInstalled || installed?.isWhole == false else {
                outcome = .unchanged(notices: proof.notices)
                return
            }
            let size = proof.manifest.files.reduce(0) { $0 + $1.size }
            guard size <= BundleProof.maximumTotalBytes else {
                return end(
                    SourceProblem(
                        .peerRefused,
                        "its files are \(size) bytes together, larger than "
                            + "\(BundleProof.maximumTotalBytes)",
                        code: "size",
                        advice: "ask the publisher to publish less in one bundle"
                    )
                )
            }
            proven = proof
            wants = proof.manifest.files.filter { file in
                installed?.table(file.name.description).map(SHA256Digest.init(of:)) != file.sha256
            }.map { file in
                download(of: file)
            }
            if wants.isEmpty { takeFiles() }
        } catch {
            guard error.isWorthRefetching else { return end(error.problem) }
            refetch(
                [
                    listDownload,
                    signatureDownload,
                ],
                or: error.problem
            )
        }
    }

    mutating func takeFiles() {
        guard let proven else { return }
        var tables: [String: [UInt8]] = [:]
        var wrong: [(Download, String)] = []
        for file in proven.manifest.files {
            let name = file.name.description
            let url = source.url + name
            guard let bytes = received[url]?.bytes ?? installed?.table(name) else { continue }
            if bytes.count != file.size {
                wrong.append(
                    (
                        download(of: file),
                        "\(name) holds \(bytes.count) bytes, and \(file.size) are signed"
                    )
                )
            } else if SHA256Digest(of: bytes) != file.sha256 {
                wrong.append(
                    (
                        download(of: file),
                        "\(name) is not the file whose SHA-256 is signed"
                    )
                )
            }
            tables[name] = bytes
        }
        if let first = wrong.first {
            return refetch(
                wrong.map(\.0),
                or: SourceProblem(
                    .proofRefused,
                    first.1,
                    code: "size and SHA-256",
                    advice: "ask the publisher whether the files were replaced while they were read"
                )
            )
        }
        outcome = .offer(
            proven.offer(source: source.id, tables: tables, etag: received[manifestURL]?.etag)
        )
    }

    /// What is installed is proven anew: the server only says that it has nothing else.
    func confirmed(now: UTCInstant) -> FetchOutcome {
        guard case .bundle(let channel, let keysRequired) = source.kind, let installed else {
            return .unchanged(notices: [])
        }
        do throws(BundleProof.Refusal) {
            let proof = try BundleProof(
                manifest: installed.proof(BundleProof.manifestName) ?? [],
                signature: installed.proof(BundleProof.signatureName) ?? [],
                channel: channel,
                keysRequired: keysRequired,
                installed: installed,
                known: known,
                terms: terms,
                now: now
            )
            return .unchanged(notices: proof.notices)
        } catch {
            return .problem(error.problem)
        }
    }
}
