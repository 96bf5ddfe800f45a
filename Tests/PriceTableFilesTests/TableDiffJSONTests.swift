import JSONText
import PriceTableFiles
import Testing

@Suite("Two JSON documents")
struct TableDiffJSONTests {
    /// Two documents and the values that differ, as `pointer: old > new`.
    struct Pair: CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let changes: [String]

        init(_ name: String, _ old: String, _ new: String, _ changes: [String]) {
            testDescription = name
            self.old = old
            self.new = new
            self.changes = changes
        }
    }

    static let worked = [
        Pair(
            "in another order and layout are alike",
            #"{"a": 1, "b": [2]}"#,
            #"{"b":[2],"a":1}"#,
            []
        ),
        Pair("null and absent are alike", #"{"a": null}"#, "{}", []),
        Pair("an escape and its letter are alike", #"{"a": "\u0041"}"#, #"{"a": "A"}"#, []),
        Pair(
            "a value below others",
            #"{"deductible": {"individual": "1500.00"}}"#,
            #"{"deductible": {"individual": "2000.00"}}"#,
            [#"/deductible/individual: "1500.00" > "2000.00""#]
        ),
        Pair("a name that is new", "{}", #"{"a": {"b": true}}"#, [#"/a: nothing > {"b":true}"#]),
        Pair("a name that is gone", #"{"a/b": 1}"#, "{}", ["/a~1b: 1 > nothing"]),
        Pair("a number and its text", #"{"a": 20}"#, #"{"a": "20"}"#, [#"/a: 20 > "20""#]),
        Pair("a list of single values, as one", "[1, 2]", "[1, 2, 3]", [": [1,2] > [1,2,3]"]),
        Pair(
            "a limit put in front, alone",
            #"{"limits": [{"id": "a", "maximum": 1}]}"#,
            #"{"limits": [{"id": "b", "maximum": 2}, {"id": "a", "maximum": 3}]}"#,
            ["/limits/1/maximum: 1 > 3", #"/limits/0: nothing > {"id":"b","maximum":2}"#]
        ),
        Pair(
            "a benefit row whose network is written out",
            #"[{"category": "xray", "coinsurance": "0.20"}]"#,
            #"[{"category": "xray", "network": "in", "coinsurance": "0.10"}]"#,
            [#"/0/coinsurance: "0.20" > "0.10""#, #"/0/network: nothing > "in""#]
        ),
        Pair(
            "a year of a parameter",
            #"[{"from": "2026-01-01", "value": "283.00"}]"#,
            #"[{"from": "2026-01-01", "value": "283.00"}, {"from": "2027-01-01", "value": "1.00"}]"#,
            [#"/1: nothing > {"from":"2027-01-01","value":"1.00"}"#]
        ),
        Pair(
            "objects that nothing tells apart, by position",
            #"[{"n": 1}, {"n": 2}]"#,
            #"[{"n": 2}]"#,
            ["/0/n: 1 > 2", #"/1: {"n":2} > nothing"#]
        ),
        Pair("values of two kinds", #"{"a": []}"#, #"{"a": {}}"#, ["/a: [] > {}"]),
    ]

    @Test("differ in", arguments: worked)
    func changes(_ pair: Pair) throws {
        let old = try JSONTree(Array(pair.old.utf8), maximumDepth: 8)
        let new = try JSONTree(Array(pair.new.utf8), maximumDepth: 8)

        let changes = old.changes(to: new)
            .map { change in
                "\(change.pointer): \(change.old?.oneLine ?? "nothing") > "
                    + "\(change.new?.oneLine ?? "nothing")"
            }

        #expect(changes == pair.changes)
        #expect(old.changes(to: old).isEmpty)
        #expect(old.changes(to: new).count == new.changes(to: old).count)
    }
}
