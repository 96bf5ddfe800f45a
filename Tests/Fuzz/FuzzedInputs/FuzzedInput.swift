import CareModel
import FeeScheduleProof
import FeeScheduleRefresh

/// What a fuzzer throws bytes at, and what must hold for whatever it throws.
///
/// A fuzzer runs these without end; an ordinary test runs them over the inputs that are kept.
public enum FuzzedInput: String, CaseIterable, Sendable {
    case csv = "FuzzCSV"
    case manifest = "FuzzManifest"
    case signature = "FuzzSignature"
    case request = "FuzzRequest"
    case plan = "FuzzPlan"

    /// Reads some bytes; a rule that is broken ends the process, which a fuzzer takes for a find.
    public func take(_ bytes: [UInt8]) {
        switch self {
        case .csv: FuzzedInput.takeCSV(bytes)
        case .manifest: FuzzedInput.takeManifest(bytes)
        case .signature: FuzzedInput.takeSignature(bytes)
        case .request: FuzzedInput.takeRequest(bytes)
        case .plan: FuzzedInput.takePlan(bytes)
        }
    }

    /// The check of content counts all that it finds, and no more rows than there are bytes.
    private static func takeCSV(_ bytes: [UInt8]) {
        guard let day = CalendarDate(isoText: "2026-11-27") else {
            preconditionFailure("the day is well formed")
        }
        let path = "schedules/acme-ppo-2026.csv"
        let check = ContentCheck(
            name: path,
            bytes: bytes,
            limits: ContentLimits(mostAmount: .largestStated),
            catalog: nil,
            effective: day
        )
        precondition(check.findings.count <= check.findingCount)
        precondition(check.totals.rows <= bytes.count)
    }

    /// A manifest that is read is written and read again as the same.
    private static func takeManifest(_ bytes: [UInt8]) {
        guard let client = ClientVersion("1.0.0") else {
            preconditionFailure("the version is well formed")
        }
        guard let manifest = try? Manifest(bytes, client: client) else { return }
        let again = try? Manifest(manifest.write(), client: client)
        precondition(again == manifest)
    }

    /// No bytes are a signature of a message that nobody signed.
    private static func takeSignature(_ bytes: [UInt8]) {
        guard let signatures = try? SSHSignature.all(armored: bytes) else { return }
        for signature in signatures {
            let isOver =
                (try? signature.verify(
                    message: Array("a message that nobody signed".utf8),
                    namespace: ManifestProof.namespace
                )) != nil
            precondition(!isOver)
        }
    }
}
