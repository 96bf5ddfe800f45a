import PriceTableFiles

/// The values of a configuration that say whom to believe and where files are.
extension DocumentReader {
    /// Reads the path of a file or folder.
    ///
    /// - Parameter file: The configuration file, below whose folder a path that is not whole lies.
    /// - Returns: The path.
    func path(inFolderOf file: String) -> String? {
        guard let path = words() else { return nil }
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }

    /// Reads the public keys of a server: none, or two.
    ///
    /// With one alone every change of the server's key would end the refreshing until somebody
    /// comes; the second is the key that is kept ready.
    func pins() -> [String] {
        let here = mark()
        var pins: [String] = []
        var count = 0
        list(0...2, of: "pins") { _ in
            count += 1
            let here = mark()
            let pin = parsed(
                as: "the SHA-256 of a public key, such as "
                    + "\"sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\""
            ) { PublicKeyPin.isPin($0) ? $0 : nil }
            guard let pin else { return }
            if pins.contains(pin) { report(here, "stands twice. Write two different keys") }
            pins.append(pin)
        }
        if count == 1 {
            report(
                here.child("1"),
                "is missing. Write the key that the server will change to, or no pin at all"
            )
        }
        return pins
    }

    /// Reads a proxy, empty for none.
    func proxy() -> String? {
        parsed(
            as: "a proxy without user name and password, such as "
                + "\"http://proxy.example.org:3128\", or \"\" for none"
        ) { text in
            guard !text.isEmpty else { return text }
            let schemes = ["http://", "https://"]
            guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else { return nil }
            return HostAndPort.isWellFormed(text.dropFirst(scheme.count)) ? text : nil
        }
    }
}

/// The form in which libcurl takes a public key.
private enum PublicKeyPin {
    /// Whether text is `sha256//` and the Base64 of 32 bytes, in its canonical form.
    static func isPin(_ text: String) -> Bool {
        let prefix = "sha256//"
        let letters = Array(text.utf8.dropFirst(prefix.utf8.count))
        // 42 letters hold 252 bits and the 43rd four more: its last two bits stand for nothing.
        guard text.hasPrefix(prefix), letters.count == 44, letters[43] == UInt8(ascii: "=") else {
            return false
        }
        return letters[..<43].allSatisfy(isLetter) && "AEIMQUYcgkosw048".utf8.contains(letters[42])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
