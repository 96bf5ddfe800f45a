/// Why nothing of a source is installed.
package struct SourceProblem: Error, Hashable, Sendable {
    package let exit: RefreshExit
    /// What happened.
    package let what: String
    /// The number by which it is known; empty where there is none.
    package let code: String
    /// What to do.
    package let advice: String
    /// More lines, such as findings in a file.
    package let details: [String]

    package init(
        _ exit: RefreshExit,
        _ what: String,
        code: String = "",
        advice: String,
        details: [String] = []
    ) {
        self.exit = exit
        self.what = what
        self.code = code
        self.advice = advice
        self.details = details
    }

    init(_ failure: DownloadFailure) {
        self.init(failure.exit, failure.what, code: failure.code, advice: failure.advice)
    }

    /// Creates a problem from the sentences of an error: what is wrong, then what to do.
    ///
    /// - Parameters:
    ///   - exit: How the run ends by it.
    ///   - sentences: The error in words; what follows its first sentence is the advice.
    ///   - code: What the words stand for.
    init(_ exit: RefreshExit, sentences: String, code: String) {
        let end = sentences.firstRange(of: ". ")
        let advice = end.map { sentences[$0.upperBound...] } ?? "nothing is installed before that"
        self.init(
            exit,
            String(sentences[..<(end?.lowerBound ?? sentences.endIndex)]),
            code: code,
            advice: advice.prefix(1).lowercased() + advice.dropFirst()
        )
    }

    /// The one sentence of a problem: what, what was kept, what to do.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - kept: What stays installed, such as `kept version 7 of 2026-11-20`.
    /// - Returns: The sentence.
    func sentence(for source: String, kept: String) -> String {
        "\(source): \(sentence(kept: kept))"
    }

    /// The sentence without the name of the source.
    func sentence(kept: String) -> String {
        let code = code.isEmpty ? "" : " (\(code))"
        return "\(what)\(code); \(kept); \(advice)"
    }
}
