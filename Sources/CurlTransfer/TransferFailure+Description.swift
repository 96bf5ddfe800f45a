extension TransferFailure: CustomStringConvertible {
    package var description: String {
        var numbers: [String] = []
        if curlCode != 0 { numbers.append("libcurl \(curlCode)") }
        if systemError != 0 { numbers.append("errno \(systemError)") }
        let said = message.isEmpty ? "" : ": " + message
        let found = numbers.isEmpty ? "" : " (" + numbers.joined(separator: ", ") + ")"
        return reason.description + said + found
    }
}

extension TransferFailure.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .resolve: "no address"
        case .connect: "no connection"
        case .timeout(let phase): "timeout, \(phase.rawValue)"
        case .tls: "no TLS"
        case .certificate(let fault): "certificate, \(fault)"
        case .caFile: "no root certificates"
        case .pin: "no pinned key"
        case .protocolRefused: "not https"
        case .badURL: "bad address"
        case .badAnswer: "not HTTP"
        case .headersTooLarge(let limit): "header lines larger than \(limit) bytes"
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .broken: "broken off"
        case .cancelled: "cancelled"
        case .option(let name): "refused setting \(name)"
        case .other: "failed"
        }
    }
}

extension TransferFailure.CertificateFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .expired: "expired"
        case .notYetValid: "not yet valid"
        case .hostName: "for another host"
        case .untrusted: "from no known authority"
        case .purpose: "not for a server"
        case .other(let number): "fault \(number)"
        }
    }
}
