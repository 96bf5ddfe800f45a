import CareComplexity

extension TableTemplate {
    /// A clinic: who it is, two files of prices without a price, and its sessions.
    static func clinic(_ id: String) -> [File] {
        let folder = "clinics/\(id)"
        return [
            File(path: "\(folder)/clinic.json", about(id)),
            File(pricesAt: "\(folder)/charges.csv"),
            File(pricesAt: "\(folder)/self-pay.csv"),
            File(path: "\(folder)/sessions.json", sessions),
        ]
    }

    private static func about(_ id: String) -> TemplateDocument {
        TemplateDocument { clinic in
            clinic.term("id", .text(id), "the name of this folder")
            clinic.term("name", .mark(.clinicName), "as it stands on a quote")
            clinic.term("address", .mark(.address), "street, city, state")
            clinic.term("npi", .unknown, "the National Provider Identifier, ten digits")
            clinic.term("tin", .mark(.taxNumber), "the taxpayer number of the clinic")
            clinic.term("state", .unknown, "two capital letters, such as \"CA\"")
            clinic.term(
                "medicareLocality",
                .unknown,
                "Medicare's contractor and locality, such as \"01182-18\""
            )
            clinic.term(
                "openWeekdays",
                .list((1...5).map { .number("\($0)") }),
                "1 is Monday, 7 is Sunday"
            )
            clinic.term(
                "closedDays",
                .list([]),
                "{ \"date\": \"2026-12-25\", \"reason\": \"Christmas Day\" }, and so on"
            )
            clinic.object("sources", "who set the prices, and when") {
                $0.term("charges", .mark(.source), "of charges.csv")
                $0.term("selfPay", .mark(.source), "of self-pay.csv")
            }
        }
    }

    private static var sessions: TemplateDocument {
        TemplateDocument { sessions in
            sessions.object("exams", "the service of services.csv for each exam") { exams in
                exams.object("new", "of a new patient") {
                    examLevels(of: &$0, "exam-new")
                }
                exams.object("established", "of an established patient with a new complaint") {
                    examLevels(of: &$0, "exam-established")
                }
                exams.object("reEvaluation", "at a checkpoint of the plan of care") {
                    examLevels(of: &$0, "exam-established")
                }
            }
            sessions.object("newVisit", "a new patient's first visit") {
                contents(of: &$0, exam: .text("standard"))
            }
            sessions.object("followUp", "a visit between") { contents(of: &$0, exam: .null) }
            sessions.object("reEvaluation", "a visit with a re-evaluation") {
                contents(of: &$0, exam: .text("brief"))
            }
            sessions.term(
                "missedAppointment",
                .null,
                "the service that a missed appointment is charged as, such as "
                    + "missed-appointment, or null"
            )
            sessions.term("source", .mark(.source), "who says so: the clinic's own practice")
        }
    }

    private static func examLevels(of exam: inout TemplateDocument, _ service: String) {
        for level in ExamLevel.allCases {
            exam.term(
                level.rawValue,
                .text("\(service)-\(level.rawValue)"),
                "the service of a \(level.rawValue) exam"
            )
        }
    }

    private static func contents(of visit: inout TemplateDocument, exam: JSONTree) {
        visit.term("exam", exam, "brief, standard or detailed, or null for no exam")
        visit.term("treatment", .boolean(true), "false where no treatment is given that day")
        visit.term("other", .list([]), "services of services.csv that every such visit holds")
    }
}
