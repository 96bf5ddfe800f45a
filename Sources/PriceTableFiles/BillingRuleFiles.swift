package import CareComplexity
package import CareModel

/// Reads the billing rules that differ by payer, and those about what stands together on one day.
package enum BillingRuleFiles: Sendable {
    private enum FileName: String, CaseIterable {
        case label, rules
    }

    private enum TimedName: String, CaseIterable {
        case id, unitMinutes, minimumMinutes, pooled, source
    }

    /// Reads how minutes become units.
    package static func timedUnits(_ reader: DocumentReader) -> [TimedUnitRule]? {
        var rules: [TimedUnitRule] = []
        reader.object(FileName.self, required: FileName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .rules:
                reader.list(1...20, of: "rules") { _ in
                    if let rule = timedUnitRule(reader) { rules.append(rule) }
                }
            }
        }
        reader.end()
        return reader.findings.isEmpty ? rules : nil
    }

    private static func timedUnitRule(_ reader: DocumentReader) -> TimedUnitRule? {
        let here = reader.mark()
        var id: String?
        var unit: Int?
        var minimum: Int?
        var isPooled: Bool?
        reader.object(TimedName.self, required: TimedName.allCases) { name in
            switch name {
            case .id: id = reader.words()
            case .unitMinutes: unit = reader.integer(in: 1...120, of: "minutes")
            case .minimumMinutes: minimum = reader.integer(in: 1...120, of: "minutes")
            case .pooled: isPooled = reader.boolean()
            case .source: _ = reader.words()
            }
        }
        guard let id, let unit, let minimum, let isPooled else { return nil }
        guard minimum <= unit else {
            reader.report(
                here.child("minimumMinutes"),
                "is \(minimum), above the \(unit) minutes of a unit. Write \(unit) or less"
            )
            return nil
        }
        return TimedUnitRule(
            id: id,
            unitMinutes: unit,
            minimumMinutes: minimum,
            isPooled: isPooled
        )
    }

    private enum PayersName: String, CaseIterable {
        case label, payers
    }

    private enum PayerName: String, CaseIterable {
        case schedule, timedUnits, multipleProcedureReduction, therapyModifier, source
    }

    /// Reads how each payer wants sessions billed.
    package static func payers(
        _ reader: DocumentReader,
        timedUnits: [TimedUnitRule]
    ) -> [PayerRule]? {
        let here = reader.mark()
        var payers: [PayerRule] = []
        reader.object(PayersName.self, required: PayersName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .payers:
                reader.list(1...1_000, of: "payers") { _ in
                    let mark = reader.mark()
                    guard let payer = payer(reader, timedUnits: timedUnits) else { return }
                    if payers.contains(where: { $0.schedule == payer.schedule }) {
                        reader.report(
                            mark.child("schedule"),
                            "stands twice. Write one entry for a schedule"
                        )
                    }
                    payers.append(payer)
                }
            }
        }
        reader.end()
        if reader.findings.isEmpty, !payers.contains(where: { $0.schedule == nil }) {
            reader.report(
                here.child("payers"),
                "has no entry for self-pay. Add one whose schedule is null"
            )
        }
        return reader.findings.isEmpty ? payers : nil
    }

    private static func payer(
        _ reader: DocumentReader,
        timedUnits: [TimedUnitRule]
    ) -> PayerRule? {
        var schedule: String?
        var rule: TimedUnitRule?
        var reduces: Bool?
        var modifier: Modifier?
        reader.object(
            PayerName.self,
            required: [.timedUnits, .multipleProcedureReduction, .source]
        ) { name in
            switch name {
            case .schedule: schedule = reader.words()
            case .timedUnits:
                let known = timedUnits.map(\.id).joined(separator: ", ")
                rule = reader.parsed(as: "a rule of timed-units.json (\(known))") { text in
                    timedUnits.first { $0.id == text }
                }
            case .multipleProcedureReduction: reduces = reader.boolean()
            case .therapyModifier:
                modifier = reader.parsed(as: "a modifier such as \"GP\"") { Modifier($0) }
            case .source: _ = reader.words()
            }
        }
        guard let rule, let reduces else { return nil }
        return PayerRule(
            schedule: schedule,
            timedUnits: rule,
            reducesProcedures: reduces,
            therapyModifier: modifier
        )
    }

    private enum EditsName: String, CaseIterable {
        case label, edits
    }

    private enum EditName: String, CaseIterable {
        case id, services, with, needsModifier, understood, atMostOnceADay, words, source
    }

    private enum WordsName: String, CaseIterable {
        case english = "en"
        case spanish = "es"
    }

    /// Reads what may stand together on one day.
    package static func sameDayEdits(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> [SameDayEdit]? {
        var edits: [SameDayEdit] = []
        reader.object(EditsName.self, required: EditsName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .edits:
                reader.list(0...500, of: "edits") { _ in
                    let mark = reader.mark()
                    guard let edit = edit(reader, catalog: catalog) else { return }
                    if edits.contains(where: { $0.id == edit.id }) {
                        reader.report(mark.child("id"), "stands twice. Give each edit its own id")
                    }
                    edits.append(edit)
                }
            }
        }
        reader.end()
        return reader.findings.isEmpty ? edits : nil
    }

    private static func edit(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> SameDayEdit? {
        let here = reader.mark()
        var id: String?
        var services: Set<ServiceKey> = []
        var beside: Set<ServiceKey> = []
        var modifiers: [Modifier] = []
        var isUnderstood = false
        var isOnceADay = false
        var words: LocalizedWords?
        var source: String?
        reader.object(EditName.self, required: [.id, .services, .words, .source]) { name in
            switch name {
            case .id: id = reader.words()
            case .services: services = readServices(reader, catalog: catalog)
            case .with: beside = readServices(reader, catalog: catalog)
            case .needsModifier:
                reader.list(1...10, of: "modifiers") { _ in
                    let modifier = reader.parsed(as: "a modifier such as \"59\"") { Modifier($0) }
                    if let modifier { modifiers.append(modifier) }
                }
            case .understood: isUnderstood = reader.boolean() ?? false
            case .atMostOnceADay: isOnceADay = reader.boolean() ?? false
            case .words: words = readWords(reader)
            case .source: source = reader.words()
            }
        }
        guard let id, let words, let source else { return nil }
        guard isOnceADay != (!modifiers.isEmpty && !beside.isEmpty) else {
            reader.report(
                here.child("needsModifier"),
                "and with say one thing, atMostOnceADay another. Write the first two, or the third"
            )
            return nil
        }
        return SameDayEdit(
            id: id,
            services: services,
            demand: isOnceADay
                ? .onceADay
                : .modifier(oneOf: modifiers, beside: beside, isUnderstood: isUnderstood),
            words: words,
            source: source
        )
    }

    private enum ModifiersName: String, CaseIterable {
        case label, modifiers
    }

    private enum ModifierName: String, CaseIterable {
        case modifier, component, words, source
    }

    /// Reads the modifiers that a claim can carry, with what each of them says.
    package static func modifiers(_ reader: DocumentReader) -> [Modifier: ModifierRule]? {
        var modifiers: [Modifier: ModifierRule] = [:]
        reader.object(ModifiersName.self, required: ModifiersName.allCases) { name in
            switch name {
            case .label: _ = reader.words()
            case .modifiers:
                reader.list(1...500, of: "modifiers") { _ in
                    let here = reader.mark()
                    var modifier: Modifier?
                    var words: LocalizedWords?
                    var isComponent = false
                    reader.object(
                        ModifierName.self,
                        required: [.modifier, .words, .source]
                    ) { name in
                        switch name {
                        case .component: isComponent = reader.boolean() ?? false
                        case .modifier:
                            modifier = reader.parsed(as: "a modifier such as \"AT\"") {
                                Modifier($0)
                            }
                        case .words: words = readWords(reader)
                        case .source: _ = reader.words()
                        }
                    }
                    guard let modifier, let words else { return }
                    let rule = ModifierRule(words: words, isComponent: isComponent)
                    if modifiers.updateValue(rule, forKey: modifier) != nil {
                        reader.report(
                            here.child("modifier"),
                            "stands twice. Write each modifier once"
                        )
                    }
                }
            }
        }
        reader.end()
        return reader.findings.isEmpty ? modifiers : nil
    }

    private static func readServices(
        _ reader: DocumentReader,
        catalog: ServiceCatalog
    ) -> Set<ServiceKey> {
        var services: Set<ServiceKey> = []
        reader.list(1...200, of: "services") { _ in
            if let service = reader.service(of: catalog) { services.insert(service) }
        }
        return services
    }

    /// Reads a text in both languages.
    static func readWords(_ reader: DocumentReader) -> LocalizedWords? {
        var english: String?
        var spanish: String?
        reader.object(WordsName.self, required: WordsName.allCases) { name in
            switch name {
            case .english: english = reader.words()
            case .spanish: spanish = reader.words()
            }
        }
        guard let english, let spanish else { return nil }
        return LocalizedWords(english: english, spanish: spanish)
    }
}
