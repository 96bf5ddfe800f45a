import CareModel
package import CarePatterns
import CareQuote
import PriceTableFiles

extension PatternListing {
    /// A pattern with everything that it rests on.
    package func text(of pattern: CarePattern) -> String {
        var page = TextPage()
        page.line(" \(pattern.id)", right: grade(pattern.grade))
        page.wrapped(pattern.words.text(in: words.language) + ".", after: "   ")
        page.wrapped(
            pattern.criteria.text(in: words.language) + ".",
            after: "   " + words.say("For: ", "Para: ")
        )
        page.wrapped(
            words.say(
                "At most \(pattern.cap) visits, looked at again at visit \(pattern.gateText): "
                    + "\(words.paces(of: pattern)).",
                "Como máximo \(pattern.cap) visitas, con revisión en la \(pattern.gateText): "
                    + "\(words.paces(of: pattern))."
            ),
            after: "   "
        )
        if let expected = expected(of: pattern) { page.wrapped(expected, after: "   ") }
        if !pattern.notes.isEmpty { page.wrapped(pattern.notes, after: "   ") }
        addRules(for: pattern, to: &page)
        addFigures(of: documents[pattern.id], to: &page)
        addKnowledge(of: pattern, to: &page)
        addCitations(pattern.citations, to: &page)
        return page.text
    }

    /// Maintenance with everything that it rests on.
    package var textOfMaintenance: String {
        let maintenance = tables.maintenance
        var page = TextPage()
        page.line(" \(maintenance.id)", right: grade(maintenance.grade))
        page.wrapped(maintenance.words.text(in: words.language) + ".", after: "   ")
        page.wrapped(maintenance.eligibility.text(in: words.language), after: "   ")
        page.wrapped(maintenance.benefit.text(in: words.language), after: "   ")
        page.wrapped(words.interval(of: maintenance) + ".", after: "   ")
        page.wrapped(
            words.say("After: ", "Después de: ")
                + plans(before: maintenance)
                + ".",
            after: "   "
        )
        addFigures(of: documents[maintenance.id], to: &page)
        addCitations(maintenance.citations, to: &page)
        return page.text
    }

    /// The plans that maintenance can follow: their names for the desk, plain words for a patient.
    private func plans(before maintenance: Maintenance) -> String {
        tables.patterns.filter { maintenance.patterns.contains($0.id) }
            .map { words.audience == .desk ? $0.id : $0.words.text(in: words.language) }
            .joined(separator: ", ")
    }

    private func grade(_ grade: EvidenceGrade) -> String {
        words.say("grade \(grade.rawValue)", "grado \(grade.rawValue)")
    }

    /// The visits that are to be expected of a patient of whom nothing else is known.
    private func expected(of pattern: CarePattern) -> String? {
        guard let visits = try? tables.projection(of: pattern).course.visits else { return nil }
        let (low, middle, high) = (
            visits.quantile(0.1), visits.quantile(0.5), visits.quantile(0.9)
        )
        let mean = visits.mean.text(decimals: 2)
        return words.say(
            "Expected: \(middle) visits in the middle, \(low) to \(high) for most, \(mean) on average.",
            "Se espera: \(middle) visitas en el medio, de \(low) a \(high) en la mayoría, "
                + "\(mean) en promedio."
        )
    }

    /// The criteria by which a complaint leads to the pattern.
    private func addRules(for pattern: CarePattern, to page: inout TextPage) {
        let rules = tables.chooser.rules.filter { $0.pattern == pattern.id }
        guard !rules.isEmpty else { return }
        page.line()
        page.line(words.say(" CHOSEN WHEN", " SE ELIGE CUANDO"))
        for rule in rules {
            page.wrapped(rule.words.text(in: words.language), after: "   ")
            if words.audience == .desk { page.wrapped(rule.source, after: "     ") }
        }
    }

    /// The figures with their sources, which name studies that nobody has read: for the desk only.
    private func addFigures(of document: JSONTree?, to page: inout TextPage) {
        let figures = document.map(PatternFigure.figures) ?? []
        guard words.audience == .desk, !figures.isEmpty else { return }
        page.line()
        page.line(words.say(" FIGURES AND THEIR SOURCES", " CIFRAS Y SUS FUENTES"))
        for figure in figures {
            page.wrapped(figure.value, after: "   \(figure.place): ")
            page.wrapped(figure.source, after: "     ")
        }
    }

    /// What of a patient counts in the pattern, and what can be asked in its course.
    private func addKnowledge(of pattern: CarePattern, to page: inout TextPage) {
        guard words.audience == .desk else { return }
        let factors = tables.factors.filter { $0.applies(to: pattern) }
        if !factors.isEmpty {
            page.line()
            page.line(words.say(" FACTORS (--factor)", " FACTORES (--factor)"))
        }
        for factor in factors {
            page.wrapped(details(of: factor), after: "   \(factor.id): ")
            page.wrapped(factor.source, after: "     ")
        }
        let tests = tables.tests.filter { $0.patterns.contains(pattern.id) }
        page.line()
        page.line(words.say(" TESTS (--test)", " PREGUNTAS (--test)"))
        for test in tests {
            page.wrapped(details(of: test), after: "   \(test.id): ")
            page.wrapped(test.source, after: "     ")
        }
        let gate = tables.gateTest
        page.wrapped(gateRow.dropFirst().joined(separator: ", "), after: "   \(gate.id): ")
        page.wrapped(gate.source, after: "     ")
    }

    private func details(of factor: PrognosticFactor) -> String {
        var parts = Array(row(factor).dropFirst())
        if let delta = factor.deltaLegPain?.signedText(decimals: 2) {
            parts.append(
                words.say(
                    "with pain down a leg \(delta)",
                    "con dolor que baja a la pierna \(delta)"
                )
            )
        }
        if let width = factor.extraWidth?.text(decimals: 2) {
            parts.append(words.say("widens the range by \(width)", "amplía el rango en \(width)"))
        }
        return parts.joined(separator: ", ")
    }

    private func details(of test: ResponseTest) -> String {
        let helped = test.sensitivity.text(decimals: 4)
        let others = test.falsePositive.text(decimals: 4)
        return row(test).dropFirst().joined(separator: ", ")
            + words.say(
                " Yes from \(helped) of those whom the care helps, from \(others) of the others.",
                " Dicen sí \(helped) de quienes mejoran con la atención, y \(others) de los demás."
            )
    }

    /// The citations; those that nobody has read only for the desk, and marked so.
    private func addCitations(_ citations: [Citation], to page: inout TextPage) {
        let shown = citations.filter(\.mayBeShown)
        page.line()
        page.line(words.say(" RESTS ON", " SE BASA EN"))
        for citation in shown { add(citation, to: &page) }
        let unread = citations.filter { !$0.mayBeShown }
        guard words.audience == .desk, !unread.isEmpty else { return }
        page.line()
        page.line(
            words.say(
                " UNVERIFIED: never to be shown to a patient",
                " SIN VERIFICAR: nunca se muestra a un paciente"
            )
        )
        for citation in unread { add(citation, to: &page) }
    }

    private func add(_ citation: Citation, to page: inout TextPage) {
        page.wrapped(citation.work, after: "   \(citation.provenance.rawValue)  ")
        page.line("      \(citation.id), \(words.provenance(citation.provenance))")
        // An address is copied, so it is not broken.
        if let address = citation.address { page.line("      \(address)") }
    }
}

extension Words {
    /// How a citation's figures came to us.
    func provenance(_ provenance: Citation.Provenance) -> String {
        switch provenance {
        case .read: say("read in the source", "leído en la fuente")
        case .secondHand: say("read in a summary of it", "leído en un resumen")
        case .unread: say("not read", "sin leer")
        case .recalled: say("from memory", "de memoria")
        }
    }
}
