import CareCoverage
import CareModel
import CareQuote

extension Words {
    /// How a payer pays, where that is not as everybody expects.
    func payerNotice(_ notice: PayerNotice) -> NoticeText {
        switch notice {
        case .twoPlans(let rule):
            NoticeText(
                id: "twoPlans",
                text: twoPlans(rule),
                source: "coordination \(rule.rawValue)"
            )
        case .medicareSecond:
            NoticeText(
                id: "medicareSecond",
                text: say(
                    "Medicare pays after the other plan, the lowest of three amounts.",
                    "Medicare paga después del otro plan, la menor de tres cantidades."
                ),
                source: "42 CFR 411.33"
            )
        case .medicareDiagnosis:
            NoticeText(
                id: "medicareDiagnosis",
                text: say(
                    "Medicare pays manipulation for a subluxation only: the claim needs a primary "
                        + "diagnosis that says so.",
                    "Medicare paga la manipulación solo por subluxación: el reclamo necesita un "
                        + "diagnóstico primario que lo diga."
                ),
                source: "rules/medicare-part-b.json"
            )
        case .medicareUnassigned(let collected, let reimbursed):
            NoticeText(
                id: "medicareUnassigned",
                text: say(
                    "The clinic does not take assignment: you pay it \(collected.groupedText), and "
                        + "Medicare pays \(reimbursed.groupedText) back to you.",
                    "La clínica no acepta la asignación: usted le paga \(collected.groupedText), y "
                        + "Medicare le devuelve \(reimbursed.groupedText)."
                ),
                source: "rules/medicare-fee-schedule.json"
            )
        case .beneficiaryNoticeMissing(let visits):
            NoticeText(
                id: "beneficiaryNoticeMissing",
                text: numbered(visits)
                    + say(
                        ": Medicare will not pay, and without a notice signed before the visit "
                            + "the clinic may not bill the patient.",
                        ": Medicare no pagará, y sin un aviso firmado antes de la visita la "
                            + "clínica no puede cobrar al paciente."
                    ),
                source: "rules/medicare-part-b.json"
            )
        case .beneficiaryNoticeSigned(let visits):
            NoticeText(
                id: "beneficiaryNoticeSigned",
                text: numbered(visits)
                    + say(
                        ": Medicare will not pay, and by the signed notice the patient does.",
                        ": Medicare no pagará, y según el aviso firmado paga el paciente."
                    ),
                source: "rules/medicare-part-b.json"
            )
        case .qualifiedBeneficiary:
            NoticeText(
                id: "qualifiedBeneficiary",
                text: say(
                    "As a qualified Medicare beneficiary you owe nothing for what Medicare covers, "
                        + "even if Medicaid pays nothing.",
                    "Como beneficiario calificado de Medicare usted no debe nada por lo que "
                        + "Medicare cubre, aunque Medicaid no pague."
                ),
                source: "42 U.S.C. 1396a(n)(3)"
            )
        case .sequestration:
            NoticeText(
                id: "sequestration",
                text: say(
                    "The law lowers what Medicare pays the clinic (sequestration); that changes "
                        + "nothing for the patient and is not shown.",
                    "La ley reduce lo que Medicare paga a la clínica (secuestro); no cambia nada "
                        + "para el paciente y no se muestra."
                ),
                source: "2 U.S.C. 901a(6)"
            )
        case .medigapExcess:
            NoticeText(
                id: "medigapExcess",
                text: say(
                    "A Medigap plan may pay charges above what Medicare approves; that is not "
                        + "worked out here. Ask it.",
                    "Un plan Medigap puede pagar cargos por encima de lo que Medicare aprueba; "
                        + "aquí no se calcula. Pregúntele."
                ),
                source: "rules/medigap.json"
            )
        case .acceptedClaim:
            NoticeText(
                id: "acceptedClaim",
                text: say(
                    "Assuming that the workers' compensation claim is accepted: then the worker "
                        + "owes nothing.",
                    "Suponiendo que se acepta el reclamo de compensación laboral: entonces el "
                        + "trabajador no debe nada."
                ),
                source: "workers' compensation"
            )
        case .acceptedClaimUnpaid(let visits):
            NoticeText(
                id: "acceptedClaimUnpaid",
                text: numbered(visits)
                    + say(
                        ": workers' compensation does not pay for them, and the clinic bears them.",
                        ": la compensación laboral no las paga, y la clínica asume su costo."
                    ),
                source: "workers' compensation"
            )
        case .autoPolicyFirst(let hasNextPlan):
            NoticeText(
                id: "autoPolicyFirst",
                text: hasNextPlan
                    ? say(
                        "The auto policy pays until its amount is used up, then the health plan.",
                        "La póliza de auto paga hasta agotar su monto, luego el plan de salud."
                    )
                    : say(
                        "The auto policy pays until its amount is used up; after that the "
                            + "self-pay price is yours, unless a health plan is named.",
                        "La póliza de auto paga hasta agotar su monto; después usted paga el "
                            + "precio sin seguro, salvo que se indique un plan de salud."
                    ),
                source: "auto medical payments"
            )
        case .discountPlan(let fee, let counted):
            NoticeText(
                id: "discountPlan",
                text: say(
                    "A discount plan is not insurance and pays no claim; its membership is "
                        + "\(fee.groupedText) a year, of which \(counted.groupedText) is counted "
                        + "here beyond the visits.",
                    "Un plan de descuento no es un seguro y no paga reclamos; su cuota es de "
                        + "\(fee.groupedText) al año, de los que aquí se cuentan "
                        + "\(counted.groupedText) además de las visitas."
                ),
                source: "membershipFee"
            )
        case .discountPlanSavesLess(let saved, let fee):
            NoticeText(
                id: "discountPlanSavesLess",
                text: say(
                    "The discount plan saves \(saved.groupedText) on these visits and costs "
                        + "\(fee.groupedText): without it you pay \((fee - saved).groupedText) less.",
                    "El plan de descuento ahorra \(saved.groupedText) en estas visitas y cuesta "
                        + "\(fee.groupedText): sin él usted paga \((fee - saved).groupedText) menos."
                ),
                source: "membershipFee"
            )
        }
    }

    /// Which of two plans pays first, and what is left to the second.
    private func twoPlans(_ rule: CoordinationRule) -> String {
        switch rule {
        case .medigap:
            say(
                "The Medigap plan pays after Medicare, and only shares of what Medicare covers.",
                "El plan Medigap paga después de Medicare, y solo partes de lo que Medicare cubre."
            )
        case .medicaid:
            say(
                "Medicaid pays last, up to its own rate; nobody owes the rest of what it covers.",
                "Medicaid paga al final, hasta su propia tarifa; nadie debe el resto de lo que "
                    + "cubre."
            )
        case .standard, .basic, .carveOut, .maintenanceOfBenefits:
            say(
                "Two plans pay: the first by its terms, then the second. Which of them pays "
                    + "first is for the insurers to say: ask both.",
                "Pagan dos planes: el primero según sus términos, luego el segundo. Cuál paga "
                    + "primero lo dicen los seguros: pregunte a ambos."
            )
        }
    }

    private func numbered(_ visits: [Int]) -> String {
        say("Visits ", "Visitas ") + visits.map(String.init).joined(separator: ", ")
    }
}
