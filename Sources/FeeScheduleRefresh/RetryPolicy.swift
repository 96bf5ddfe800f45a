/// How often and how late a download is tried again (the retry classes of `refresh-faults.md`).
package struct RetryPolicy: Hashable, Sendable {
    /// The most attempts, the first among them.
    package var attempts = 4
    /// The wait before the second attempt; each later one is twice the one before.
    package var firstDelayMilliseconds = 2_000
    /// The longest wait but for one that the server asks for.
    package var mostDelayMilliseconds = 60_000
    /// How long all attempts of a stage may take together.
    package var totalSeconds = 600
    /// The longest wait that a server may ask for.
    package var mostRetryAfterSeconds = 900

    package init() {}

    /// The wait before another attempt.
    ///
    /// - Parameters:
    ///   - attempt: How many attempts were made.
    ///   - jitter: A number from 0 to 1, by which clinics do not ask all at once.
    ///   - retryAfterSeconds: What the server asked for.
    /// - Returns: The wait in milliseconds.
    func delayMilliseconds(after attempt: Int, jitter: Double, retryAfterSeconds: Int?) -> Int {
        let doubled = firstDelayMilliseconds << min(max(attempt - 1, 0), 20)
        // Half of the wait to one and a half of it.
        let delay = Int(Double(min(doubled, mostDelayMilliseconds)) * (0.5 + jitter))
        let asked = min(retryAfterSeconds ?? 0, mostRetryAfterSeconds) * 1_000
        return max(delay, asked)
    }
}
