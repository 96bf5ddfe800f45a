import CareModel
import FeeScheduleProof
import FeeScheduleRefresh
import FoundationEssentials
import HostSystem

/// The keys that sign a manifest, by way of `ssh-keygen`.
struct ListSigner {
    /// The files that are given to `ssh-keygen`.
    let files: [String]
    /// Their public keys, by which what was signed is proven.
    let trusted: TrustedKeys

    /// Reads the public keys.
    ///
    /// - Parameters:
    ///   - files: The private keys, or the `.pub` files of keys that an agent holds.
    ///   - today: The day by which they sign.
    /// - Throws: ``RefreshFailure`` where one is missing, of another kind, or given twice.
    init(_ files: [String], on today: CalendarDate) throws {
        self.files = files
        var keys: [TrustedKey] = []
        for (index, file) in files.enumerated() {
            let key = try ListSigner.publicKey(of: file)
            guard !keys.contains(where: { $0.publicKey == key }) else {
                throw RefreshFailure(.usage, ["\(file) is given twice. Write each key once"])
            }
            keys.append(
                TrustedKey(
                    name: "key-\(index + 1)",
                    publicKey: key,
                    validFrom: today,
                    addedOn: today
                )
            )
        }
        trusted = TrustedKeys(keys)
    }

    /// The fingerprints that those who fetch the list compare.
    var fingerprints: [String] { trusted.keys.map(\.publicKey.fingerprint) }

    /// Signs a file.
    ///
    /// - Parameter path: The file, in a folder where `ssh-keygen` may write beside it.
    /// - Returns: The signatures, one after another.
    /// - Throws: ``RefreshFailure`` where a key does not sign, and the system's errors.
    func sign(_ path: String) throws -> [UInt8] {
        var signatures: [UInt8] = []
        for file in files {
            let status = try HostProgram.run(
                "ssh-keygen",
                ["-q", "-Y", "sign", "-f", file, "-n", ManifestProof.namespace, path],
                environment: ProcessInfo.processInfo.environment
            )
            guard status == 0 else {
                throw RefreshFailure(
                    .configuration,
                    [
                        "ssh-keygen did not sign with \(file) (exit \(status)). "
                            + "Check the key, its permissions and its passphrase"
                    ]
                )
            }
            signatures += try HostFile.read(path: "\(path).sig", maximumBytes: 1 << 16)
            try FileManager.default.removeItem(atPath: "\(path).sig")
        }
        return signatures
    }

    /// Proves a manifest as those who fetch it will.
    func prove(_ manifest: [UInt8], _ signature: [UInt8], at now: UTCInstant) throws {
        do throws(ProofError) {
            _ = try ManifestProof.verify(
                manifestBytes: manifest,
                signatureBytes: signature,
                keys: trusted,
                threshold: trusted.keys.count,
                now: now,
                client: .own
            )
        } catch {
            throw RefreshFailure(
                .proofRefused,
                ["what was signed does not prove: \(error). Check that each .pub file is its key's"]
            )
        }
    }

    private static func publicKey(of file: String) throws -> SSHPublicKey {
        let path = file.hasSuffix(".pub") ? file : file + ".pub"
        let bytes: [UInt8]
        do throws(HostFileError) {
            bytes = try HostFile.read(path: path, maximumBytes: 1 << 16)
        } catch {
            throw RefreshFailure(
                .configuration,
                ["\(error). Make it with ssh-keygen -y -f \(file) > \(path)"]
            )
        }
        guard let key = SSHPublicKey(authorizedKeysLine: String(decoding: bytes, as: UTF8.self))
        else {
            throw RefreshFailure(
                .configuration,
                [
                    "\(path): is not the public half of an Ed25519 key. "
                        + "Make one with ssh-keygen -t ed25519"
                ]
            )
        }
        return key
    }
}
