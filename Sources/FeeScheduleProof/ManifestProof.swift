/// Proves that a manifest comes from keys that are trusted here.
package enum ManifestProof: Sendable {
    /// The purpose that signatures of lists are made for: `ssh-keygen -Y sign -n …`.
    package static let namespace = "carequote-fees-v1"

    /// Proves a manifest and reads it.
    ///
    /// - Parameters:
    ///   - manifestBytes: The bytes of `manifest.json`.
    ///   - signatureBytes: The bytes of `manifest.json.sig`, one signature or several.
    ///   - keys: The keys that are trusted here.
    ///   - threshold: How many different keys must have signed, at least one.
    ///   - now: The time by which keys are valid.
    ///   - client: The version of this program.
    /// - Returns: The manifest with the names of those who signed it.
    /// - Throws: ``ProofError``; nothing is parsed of bytes that are not proven.
    package static func verify(
        manifestBytes: [UInt8],
        signatureBytes: [UInt8],
        keys: TrustedKeys,
        threshold: Int,
        now: UTCInstant,
        client: ClientVersion
    ) throws(ProofError) -> ProvenManifest {
        // 1. Every signature must be whole; a damaged one beside a good one is no accident that
        //    is passed over.
        // 2. Each that is of a trusted key, valid today, must stand over the bytes.
        // 3. As many different keys as are required must be among them.
        // 4. Only then is the manifest read, and the keys must be those of its channel.
        guard manifestBytes.count <= Manifest.maximumBytes else {
            throw .manifest(.tooLarge(bytes: manifestBytes.count, limit: Manifest.maximumBytes))
        }
        var count = SignatureCount(required: max(threshold, 1), keys: keys, now: now)
        for signature in try signatures(signatureBytes, over: manifestBytes) {
            count.add(signature)
        }
        try count.check()
        let manifest: Manifest
        do throws(ManifestError) {
            manifest = try Manifest(manifestBytes, client: client)
        } catch {
            throw .manifest(error)
        }
        count.removeThoseNot(for: manifest.channel)
        try count.check()
        return ProvenManifest(
            manifest: manifest,
            sha256: SHA256Digest(of: manifestBytes),
            signers: count.signers,
            uncounted: count.refused
        )
    }

    private static func signatures(
        _ bytes: [UInt8],
        over message: [UInt8]
    ) throws(ProofError) -> [SSHSignature] {
        do throws(SSHSignatureError) {
            let signatures = try SSHSignature.all(armored: bytes)
            for signature in signatures {
                try signature.verify(message: message, namespace: namespace)
            }
            return signatures
        } catch {
            throw .signature(error)
        }
    }
}
