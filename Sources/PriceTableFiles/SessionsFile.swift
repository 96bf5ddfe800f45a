package import CareComplexity
package import CareModel

/// Reads `clinics/<id>/sessions.json`: which services make up the clinic's visits.
package struct SessionsFile {
    private enum FileName: String, CaseIterable {
        case exams, newVisit, followUp, reEvaluation, missedAppointment, exercise
        case source
    }

    private enum ExamsName: String, CaseIterable {
        case new, established, reEvaluation
    }

    private enum ContentsName: String, CaseIterable {
        case exam, treatment, other
    }

    package let table: SessionTable

    package init?(_ reader: DocumentReader, catalog: ServiceCatalog) {
        var exams: [ExamsName: [ExamLevel: ServiceKey]] = [:]
        var contents: [VisitKind: SessionTable.Contents] = [:]
        var missedAppointment: ServiceKey?
        var exercise: ServiceKey?
        reader.object(
            FileName.self,
            required: [.exams, .newVisit, .followUp, .reEvaluation, .source]
        ) { name in
            switch name {
            case .exercise: exercise = reader.service(of: catalog)
            case .missedAppointment: missedAppointment = reader.service(of: catalog)
            case .exams:
                reader.object(ExamsName.self, required: ExamsName.allCases) { kind in
                    var levels: [ExamLevel: ServiceKey] = [:]
                    reader.object(ExamLevel.self, required: ExamLevel.allCases) { level in
                        levels[level] = reader.service(of: catalog)
                    }
                    exams[kind] = levels
                }
            case .newVisit:
                contents[.new] = SessionsFile.contents(reader, catalog: catalog)
            case .followUp:
                contents[.followUp] = SessionsFile.contents(reader, catalog: catalog)
            case .reEvaluation:
                contents[.reEvaluation] = SessionsFile.contents(reader, catalog: catalog)
            case .source: _ = reader.words()
            }
        }
        reader.end()
        guard reader.findings.isEmpty else { return nil }
        table = SessionTable(
            newPatientExams: exams[.new] ?? [:],
            establishedExams: exams[.established] ?? [:],
            reEvaluationExams: exams[.reEvaluation] ?? [:],
            missedAppointment: missedAppointment,
            exercise: exercise,
            contents: contents
        )
    }

    private static func contents(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> SessionTable.Contents {
        var exam: ExamLevel?
        var hasTreatment = false
        var other: [ServiceKey] = []
        reader.object(ContentsName.self, required: [.treatment]) { name in
            switch name {
            case .exam: exam = reader.choice(ExamLevel.self)
            case .treatment: hasTreatment = reader.boolean() ?? false
            case .other:
                reader.list(0...DocumentLimits.servicesAddedToVisit, of: "services") { _ in
                    let here = reader.mark()
                    guard let service = reader.service(of: catalog) else { return }
                    if catalog[service]?.unit == .minutes15 {
                        reader.report(
                            here,
                            "is counted in units of 15 minutes, and no minutes stand here. "
                                + "Leave it out; a session names it under timed"
                        )
                    }
                    other.append(service)
                }
            }
        }
        return SessionTable.Contents(exam: exam, hasTreatment: hasTreatment, other: other)
    }
}
