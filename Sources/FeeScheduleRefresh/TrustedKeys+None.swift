package import FeeScheduleProof

extension TrustedKeys {
    /// The keys of a store to which nobody added one: no list is proven by them.
    package static let none = TrustedKeys([] as [TrustedKey])
}
