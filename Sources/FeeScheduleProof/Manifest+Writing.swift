import JSONText

extension Manifest {
    /// The manifest as the bytes to publish and to sign: canonical JSON, without white space and
    /// with the names of every object sorted.
    ///
    /// The tables stand in the order of their names, so that the same tables give the same bytes.
    package func write() -> [UInt8] {
        var json = JSONWriter(layout: .canonical)
        json.beginObject()
        json.key("type")
        json.string(Manifest.type)
        json.key("channel")
        channel.write(to: &json, withCurrency: true)
        json.key("minClient")
        json.string("\(minClient)")
        json.key("version")
        json.integer(version)
        json.key("issued")
        json.string("\(issued)")
        json.key("effective")
        json.string("\(effective)")
        json.key("expires")
        json.string("\(expires)")
        if let previousSha256 {
            json.key("previousSha256")
            json.string("\(previousSha256)")
        }
        json.key("files")
        json.beginArray()
        let sorted = files.sorted {
            $0.name.description.utf8.lexicographicallyPrecedes($1.name.description.utf8)
        }
        for file in sorted { file.write(to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension ManifestFile {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.string("\(name)")
        json.key("sha256")
        json.string("\(sha256)")
        json.key("size")
        json.integer(size)
        json.key("rows")
        json.integer(rows)
        json.key("totalCents")
        json.integer(totalCents)
        json.endObject()
    }
}

extension FeeChannel {
    /// Writes the channel as an object.
    func write(to json: inout JSONWriter, withCurrency: Bool) {
        json.beginObject()
        json.key("group")
        json.string(group)
        json.key("payer")
        json.string(payer)
        json.key("state")
        json.string(state)
        if withCurrency {
            json.key("currency")
            json.string(Manifest.currency)
        }
        json.endObject()
    }
}
