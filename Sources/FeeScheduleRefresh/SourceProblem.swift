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

    /// The one sentence of a problem: what, what was kept, what to do.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - kept: What stays installed, such as `kept version 7 of 2026-11-20`.
    /// - Returns: The sentence.
    func sentence(for source: String, kept: String) -> String {
        let code = code.isEmpty ? "" : " (\(code))"
        return "\(source): \(what)\(code); \(kept); \(advice)"
    }
}
