extension FeeChannel {
    /// Whether a table is one of those that the channel is for.
    ///
    /// The clinics of a group bear its name, alone or before a hyphen, and so do the schedules and
    /// plans of a payer: `harbor/acme/CA` may set `schedules/acme-ppo-2026.csv` and nothing of
    /// another payer, no clinic's own prices, and nothing that all payers share. For `all` payers a
    /// group may set every table but those of other groups' clinics.
    package func mayName(_ table: TableFileName) -> Bool {
        let parts = table.description.split(separator: "/")
        let isClinics = parts.first == "clinics"
        if payer == "all" { return !isClinics || FeeChannel.belongs(parts[1], to: group) }
        guard parts.count == 2, parts[0] == "schedules" || parts[0] == "plans" else {
            return false
        }
        return FeeChannel.belongs(parts[1].prefix { $0 != "." }, to: payer)
    }

    private static func belongs(_ name: Substring, to owner: String) -> Bool {
        name == owner || name.hasPrefix("\(owner)-")
    }
}
