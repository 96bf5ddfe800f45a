import Foundation
import FuzzedInputs
import TestSupport
import Testing

@Suite("Inputs that a fuzzer kept")
struct FuzzedInputsTests {
    /// Every input under `Tests/Fuzz/Corpus`, those that once ended the program among them; a rule
    /// that is broken ends this process too.
    @Test("do no harm any more", arguments: FuzzedInput.allCases)
    func replayed(_ input: FuzzedInput) throws {
        let folder = "\(Repository.root)/Tests/Fuzz/Corpus/\(input.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names {
            input.take(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
        }
        #expect(names.count >= 3)
    }
}
