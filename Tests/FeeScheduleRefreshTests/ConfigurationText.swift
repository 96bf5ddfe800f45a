/// A configuration that is right, with every name; the pieces of ``BrokenConfiguration`` stand in
/// it, each once or first at its place.
enum ConfigurationText {
    static let digest = String(repeating: "0f", count: 32)
    /// 32 bytes of zero in Base64, and a key whose 43rd letter is another one that may be last.
    static let pin = "sha256//" + String(repeating: "A", count: 43) + "="
    static let otherPin = "sha256//" + String(repeating: "B", count: 42) + "E="

    /// The line numbers of the findings are counted in this text.
    static let good = """
        {
          "sources": [
            { "id": "harbor-group", "kind": "bundle", "url": "https://fees.example.org/harbor/",
              "channel": { "group": "harbor", "payer": "all", "state": "CA" }, "keysRequired": 2 },
            { "id": "acme", "kind": "csv", "url": "https://acme.example.com:8443/ppo.csv?y=26",
              "path": "schedules/acme-ppo-2026.csv",
              "sha256": "\(digest)",
              "caFile": "acme.pem" }
          ],
          "tables": "PriceTables",
          "caFile": "/etc/ssl/certs/own.crt",
          "pins": ["\(pin)", "\(otherPin)"],
          "proxy": "http://proxy.example.org:3128",
          "demandedServices": ["adjust-spine-1-2", "exam-new-standard"],
          "amountCap": "5000.00",
          "holding": { "serviceChangePercent": 30, "manyChangePercent": "12.5",
            "manyServicesPercent": 6, "rowsPercent": 21, "totalPercent": 11, "factorServices": 4 },
          "deadlines": { "connectMilliseconds": 9000, "transferMilliseconds": 90000,
            "lowSpeedBytesPerSecond": 50, "lowSpeedSeconds": 20, "runSeconds": 900 },
          "retry": { "attempts": 3, "firstDelayMilliseconds": 1000,
            "mostDelayMilliseconds": 30000, "totalSeconds": 300, "mostRetryAfterSeconds": 600 },
          "keep": { "snapshots": 5, "days": 500 },
          "exampleRequests": "../Examples"
        }
        """

    /// The least that a configuration may say.
    static let least = """
        { "tables": "/usr/share/carequote/PriceTables", "sources": [
          { "id": "acme", "kind": "csv", "url": "https://acme.example.com/ppo.csv",
            "path": "schedules/acme-ppo-2026.csv" } ] }
        """
}
