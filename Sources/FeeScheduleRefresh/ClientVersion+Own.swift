package import FeeScheduleProof

extension ClientVersion {
    /// The version of this program, to which a manifest's `minClient` is compared.
    package static let own: ClientVersion = {
        guard let version = ClientVersion("1.0.0") else {
            preconditionFailure("the version of this program has three numbers")
        }
        return version
    }()
}
