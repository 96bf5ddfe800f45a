import JSONText

extension DocumentReader {
    /// Refuses a term whose rule is not built, unless it says that there is no such term.
    ///
    /// A quote that passed over the term would be wrong, so none is made.
    ///
    /// - Parameters:
    ///   - rule: What the term means, for the message.
    ///   - neutral: The text, number or word that means "no such term".
    package func refuse(_ rule: String, unless neutral: String? = nil) {
        let here = mark()
        let isNeutral: Bool
        switch kind() {
        case .string: isNeutral = text() == neutral
        case .number: isNeutral = numberText() == neutral
        case .boolean: isNeutral = boolean().map { $0 ? "true" : "false" } == neutral
        default:
            isNeutral = false
            skip()
        }
        if !isNeutral { refuse(here, rule) }
    }

    /// Refuses a term that was read already.
    package func refuse(_ mark: Mark, _ rule: String) {
        unknownTerms?.hasRefusal = true
        report(
            mark,
            "asks for \(rule), which this version cannot work out, and a quote that passed over "
                + "it would be wrong. Ask the insurer for this patient's share"
        )
    }
}
