import Glibc

/// Another program of this computer, run to its end.
package enum HostProgram: Sendable {
    /// Runs a program that is looked for as a shell does, without a shell.
    ///
    /// It shares this program's terminal; what it prints goes to standard error, so that standard
    /// output holds the answer alone.
    ///
    /// - Parameters:
    ///   - name: The program, such as `ssh-keygen`.
    ///   - arguments: Its arguments.
    ///   - environment: Its environment.
    /// - Returns: Its exit code, or 128 and the signal that ended it.
    /// - Throws: ``HostProgramError`` where it could not be started.
    package static func run(
        _ name: String,
        _ arguments: [String],
        environment: [String: String]
    ) throws(HostProgramError) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        let words = unsafe copies(of: [name] + arguments)
        let variables = unsafe copies(of: environment.map { "\($0.key)=\($0.value)" }.sorted())
        defer {
            unsafe freeAll(words)
            unsafe freeAll(variables)
        }
        var process = pid_t()
        let code = unsafe posix_spawnp(&process, name, &actions, nil, words, variables)
        guard code == 0 else { throw HostProgramError(name: name, code: code) }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw HostProgramError(name: name, code: errno) }
        }
        // The macros of <sys/wait.h>: the low seven bits are the signal, the next byte the code.
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    /// Copies of some texts as C has them, with the end that a list of them has.
    private static func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        unsafe texts.map { unsafe strdup($0) } + [nil]
    }

    private static func freeAll(_ copies: [UnsafeMutablePointer<CChar>?]) {
        for index in unsafe copies.indices { unsafe free(copies[index]) }
    }
}

/// Why a program could not be run.
package struct HostProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    package let name: String
    private let reason: String

    init(name: String, code: Int32) {
        self.name = name
        reason = unsafe String(cString: strerror(code))
    }

    package var description: String {
        "\(name): cannot be run (\(reason)). Install it, or write its folder into PATH"
    }
}
