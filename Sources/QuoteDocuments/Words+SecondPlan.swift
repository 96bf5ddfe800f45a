import CareCoverage
import CareModel

extension Words {
    /// How a second plan's payment follows from its rule, so that the reader can redo the sum.
    func secondPlan(_ payment: SecondPayment) -> String {
        let alone = payment.alone.groupedText
        let first = payment.firstPaid.groupedText
        let pays = payment.pays.groupedText
        let own: String
        let ruled: Money
        switch payment.rule {
        case .standard, .medigap:
            return say(
                "of the bill of \(payment.charge.groupedText) the first plan paid \(first) and "
                    + "\(payment.writeOff.groupedText) is written off, which leaves "
                    + "\(payment.leftOfBill.groupedText); alone the second would pay \(alone): the "
                    + "smaller of the two, \(pays)",
                "de la factura de \(payment.charge.groupedText) el primer plan pagó \(first) y se "
                    + "descuentan \(payment.writeOff.groupedText), lo que deja "
                    + "\(payment.leftOfBill.groupedText); solo, el segundo pagaría \(alone): el "
                    + "menor de los dos, \(pays)"
            )
        case .basic, .medicaid:
            let left = payment.allowed - payment.firstPaid
            ruled = min(payment.alone, left)
            own = say(
                "of the \(payment.allowed.groupedText) that the second plan allows the first paid "
                    + "\(first), which leaves \(max(left, .zero).groupedText); alone it would pay "
                    + "\(alone): the smaller of the two, \(max(ruled, .zero).groupedText)",
                "de los \(payment.allowed.groupedText) que admite el segundo plan el primero pagó "
                    + "\(first), lo que deja \(max(left, .zero).groupedText); solo pagaría "
                    + "\(alone): el menor de los dos, \(max(ruled, .zero).groupedText)"
            )
        case .carveOut:
            ruled = payment.alone - payment.firstPaid
            own = say(
                "alone the second plan would pay \(alone); less the \(first) that the first paid, "
                    + "\(max(ruled, .zero).groupedText)",
                "solo, el segundo plan pagaría \(alone); menos los \(first) que pagó el primero, "
                    + "\(max(ruled, .zero).groupedText)"
            )
        case .maintenanceOfBenefits:
            let base = max(payment.allowed - payment.firstPaid - payment.deductible, .zero)
            (own, ruled) = maintained(payment, base: base)
        }
        guard max(ruled, .zero) > payment.leftOfBill else { return own }
        return own
            + say(
                "; but only \(payment.leftOfBill.groupedText) is left of the bill: \(pays)",
                "; pero solo quedan \(payment.leftOfBill.groupedText) de la factura: \(pays)"
            )
    }

    private func maintained(_ payment: SecondPayment, base: Money) -> (String, Money) {
        let left = say(
            "of the \(payment.allowed.groupedText) that the second plan allows, less the "
                + "\(payment.firstPaid.groupedText) that the first paid and its own deductible of "
                + "\(payment.deductible.groupedText), \(base.groupedText) is left",
            "de los \(payment.allowed.groupedText) que admite el segundo plan, menos los "
                + "\(payment.firstPaid.groupedText) que pagó el primero y su propio deducible de "
                + "\(payment.deductible.groupedText), quedan \(base.groupedText)"
        )
        switch payment.sharing {
        case .coinsurance(let part)?:
            let patient = part.of(base)
            let pays = base - patient
            return (
                left
                    + say(
                        "; less the patient's \(part) of it, \(patient.groupedText): "
                            + pays.groupedText,
                        "; menos el \(part) del paciente, \(patient.groupedText): "
                            + pays.groupedText
                    ), pays
            )
        case .planPaysFixed(let fixed)?:
            let pays = min(fixed, base)
            return (
                left
                    + say(
                        "; it pays at most \(fixed.groupedText) of it: \(pays.groupedText)",
                        "; paga como máximo \(fixed.groupedText): \(pays.groupedText)"
                    ), pays
            )
        case nil: return (say("it covers nothing of this", "no cubre nada de esto"), .zero)
        }
    }

    /// How Medicare's payment after another plan follows from its three figures: what is left of the
    /// charge, what it would pay alone, and what is left of the higher allowed amount.
    func medicareSecond(_ figures: [Money], leftOfBill: Money) -> String {
        let lowest = max(figures.min() ?? .zero, .zero)
        let texts = figures.map { max($0, .zero).groupedText }
        let own = say(
            "Medicare pays second, the lowest of \(texts[0]) left of the charge, \(texts[1]) that it "
                + "would pay alone, and \(texts[2]) left of the higher allowed amount: "
                + lowest.groupedText,
            "Medicare paga segundo, lo menor de \(texts[0]) que quedan del cargo, \(texts[1]) que "
                + "pagaría solo, y \(texts[2]) que quedan de lo más alto admitido: "
                + lowest.groupedText
        )
        guard lowest > leftOfBill else { return own }
        let left = leftOfBill.groupedText
        return own
            + say(
                "; but only \(left) is left of the bill: \(left)",
                "; pero solo quedan \(left) de la factura: \(left)"
            )
    }

    /// How a Medigap plan's payment follows from what Medicare leaves.
    func medigap(deductible: Money, coinsurance: Money, copay: Money) -> String {
        let pays = (deductible + coinsurance - copay).groupedText
        let parts =
            [
                deductible > .zero
                    ? say(
                        "\(deductible.groupedText) of deductible",
                        "\(deductible.groupedText) de deducible"
                    ) : nil,
                say(
                    "\(coinsurance.groupedText) of coinsurance",
                    "\(coinsurance.groupedText) de coseguro"
                ),
            ].compactMap { $0 }.joined(separator: say(" and ", " y "))
        let less =
            copay > .zero
            ? say(
                ", less your copay of \(copay.groupedText)",
                ", menos su copago de \(copay.groupedText)"
            ) : ""
        return say(
            "the Medigap plan takes over \(parts) that Medicare leaves\(less): \(pays)",
            "el plan Medigap asume \(parts) que deja Medicare\(less): \(pays)"
        )
    }
}
