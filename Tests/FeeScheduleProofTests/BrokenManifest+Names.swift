extension BrokenManifest {
    /// Names that no table has: what leads out of the folder, hides, or means something else on
    /// another system.
    static let names: [BrokenManifest] =
        [
            "", ".", "..", "/", "services.csv/", "/services.csv", "./services.csv",
            "../services.csv", "schedules/../services.csv", "schedules//a.csv", "schedules/",
            "schedules/.csv", "schedules/.a.csv", "schedules/a.csv.csv", "schedules/-a.csv",
            "schedules/a b.csv", "schedules/A.csv", "schedules/a_b.csv", "schedules/a.CSV",
            "schedules/a.txt", "schedules/a", "schedules/a.csv\\u0000", "schedules/a\\u0000.csv",
            "schedules\\\\a.csv", "c:/services.csv", "C:services.csv", "file:services.csv",
            "schedules/a.csv?x", "schedules/a%2e.csv", "schedules/a.csv ", " services.csv",
            "schedules/a\\n.csv", "schedules/a\\u202E.csv", "schedules/\\u00E9.csv",
            "schedules/e\\u0301.csv", "\\u017Fervices.csv", "schedules/con.csv",
            "schedules/nul.json", "plans/aux.json", "plans/prn.json", "clinics/com1/clinic.json",
            "clinics/lpt9/charges.csv", "clinics/harbor/other.json", "clinics/harbor/x/clinic.json",
            "clinics/clinic.json", "plans/a.csv", "rules/modifiers.json", "rules/payers.csv",
            "medicare/conversion-factors.json", "manifest.json", "services.json", "~/services.csv",
            "clinics/../../clinic.json", "schedules/a.csv:stream", "schedules/a.csv.",
            // 10 + 51 + 4 characters are one too many.
            "schedules/" + String(repeating: "a", count: 51) + ".csv",
        ]
        .map { name in
            BrokenManifest(
                "a table named '\(name)'",
                "\"services.csv\"",
                "\"\(name)\"",
                at: "/files/1/name",
                "is not the place of a table"
            )
        }
}
