import CareQuote

extension Words {
    /// How a way to pay works.
    func way(_ kind: WayToPay.Kind) -> String {
        switch kind {
        case .insurance:
            say("insurance, pay at each visit", "seguro, se paga en cada visita")
        case .selfPay:
            say("self-pay, without a claim", "sin seguro ni reclamo")
        }
    }
}
