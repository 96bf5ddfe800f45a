import ArgumentParser
import FeeScheduleProof
import FeeScheduleRefresh
import FeeScheduleStore
import HostSystem

/// Why a command ends without having done what it was asked: what to print, and the exit code.
struct RefreshFailure: Error {
    let exit: RefreshExit
    let lines: [String]

    init(_ exit: RefreshExit, _ lines: [String]) {
        self.exit = exit
        self.lines = lines
    }

    init(_ error: StoreOpenError) {
        switch error {
        case .held(let holder):
            self.init(
                .locked,
                ["another run holds the store: \(holder). Wait until it ends, and try again"]
            )
        case .system(let error): self.init(error)
        }
    }

    init(_ error: StoreError) {
        let advice =
            error.isNoLinkToASnapshot
            ? StoreError.relinking
            : error.isRefusal
                ? "Check that the folder is there and who may write to it"
                : "Check the disk, and try again"
        self.init(error.isRefusal ? .cannotCreate : .storeFailed, ["\(error). \(advice)"])
    }

    init(_ error: HostFileError) {
        switch error.reason {
        case .missing, .unreadable: self.init(.usage, [error.description])
        case .tooLarge: self.init(.content, [error.description])
        case .failed: self.init(.storeFailed, [error.description])
        }
    }
}

extension ParsableCommand {
    /// Runs the body of a command; a failure is told on standard error and ends the program.
    ///
    /// - Parameter body: The body.
    /// - Throws: The exit code.
    func reporting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let failure as RefreshFailure {
            throw tell(failure)
        } catch let error as StoreOpenError {
            throw tell(RefreshFailure(error))
        } catch let error as StoreError {
            throw tell(RefreshFailure(error))
        } catch let error as HostFileError {
            throw tell(RefreshFailure(error))
        } catch let error as HostProgramError {
            throw tell(RefreshFailure(.configuration, ["\(error)"]))
        } catch let error as RefreshConfigurationError {
            throw tell(RefreshFailure(.configuration, error.lines))
        } catch let error as TrustChangeError {
            throw tell(RefreshFailure(.usage, ["\(error)"]))
        } catch let error as PublicationError {
            throw tell(RefreshFailure(error.isUsage ? .usage : .content, error.lines))
        }
    }

    private func tell(_ failure: RefreshFailure) -> ExitCode {
        warn(failure.lines)
        return ExitCode(failure.exit.rawValue)
    }

    /// Prints lines on standard error.
    func warn(_ lines: [String]) {
        let text = lines.map { "carequote-refresh: \($0)\n" }.joined()
        // Where even standard error is closed, the exit code is all that is left to say.
        try? StandardStream.error.write(Array(text.utf8))
    }

    /// Prints the answer on standard output.
    func answer(_ text: String) throws {
        try answer(Array(text.utf8))
    }

    /// Prints the answer on standard output.
    func answer(_ bytes: [UInt8]) throws {
        try StandardStream.output.write(bytes)
    }

    /// The time by this computer's clock.
    var now: UTCInstant { UTCInstant(secondsSince1970: WallClock.now()) }
}
