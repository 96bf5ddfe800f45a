import FeeScheduleProof

extension RefreshRun {
    /// Asks every source at once; one that fails does not keep another waiting for more than its
    /// own turn.
    func fetch(_ installed: InstalledState, keys: TrustedKeys) -> [FetchOutcome] {
        let terms = SourceFetch.Terms(keys: keys, client: terms.client, retry: terms.retry)
        var fetches = self.terms.sources.map { source in
            SourceFetch(source, installed: installed, terms: terms)
        }
        while true {
            let open = fetches.indices.filter { fetches[$0].outcome == nil }
            guard !open.isEmpty else { break }
            if let ending = environment.ending() {
                for index in open { fetches[index].end(.ended(ending)) }
                break
            }
            // Who need not wait goes first; the others wait together.
            let wait = open.map { fetches[$0].waitMilliseconds }.min() ?? 0
            if wait > 0 {
                environment.wait(wait)
                if environment.ending() != nil { continue }
            }
            let turn = open.filter { fetches[$0].waitMilliseconds <= wait }
            for index in open { fetches[index].waited(milliseconds: wait) }
            step(turn, of: &fetches)
        }
        return fetches.map { $0.outcome ?? .problem(.ended(.fault)) }
    }

    private func step(_ turn: [Int], of fetches: inout [SourceFetch]) {
        let downloads = turn.flatMap { fetches[$0].wants }
        for index in turn {
            let names = fetches[index].wants.map { $0.url.split(separator: "/").last ?? "" }
            environment.tell(
                "\(fetches[index].source.id): fetching \(names.joined(separator: ", "))"
            )
        }
        var results = environment.download(downloads)[...]
        // A download that was cancelled does not know what for.
        if results.contains(where: \.isCancelled), let ending = environment.ending() {
            for index in turn { fetches[index].end(.ended(ending)) }
            return
        }
        for index in turn {
            let count = fetches[index].wants.count
            fetches[index].take(
                Array(results.prefix(count)),
                now: environment.now(),
                jitter: environment.jitter()
            )
            results = results.dropFirst(count)
        }
    }
}

extension SourceProblem {
    /// The run ended before the source was done.
    static func ended(_ exit: RefreshExit) -> SourceProblem {
        let (what, code) =
            switch exit {
            case .interrupted: ("the run was stopped", "SIGINT")
            case .terminated: ("the run was stopped", "SIGTERM")
            case .unavailable: ("the time of the run was up", "runSeconds")
            default: ("the run ended early", "exit \(exit.rawValue)")
            }
        return SourceProblem(exit, what, code: code, advice: "the next run begins anew")
    }
}

extension Result<DownloadAnswer, DownloadFailure> {
    fileprivate var isCancelled: Bool {
        guard case .failure(let failure) = self else { return false }
        return failure.exit == .interrupted
    }
}
