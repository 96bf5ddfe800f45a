// swift-tools-version: 6.2

import PackageDescription

// The targets stand in layer order: an import only ever points up this list.
let package = Package(
    name: "carequote",
    products: [
        .library(name: "CareQuote", targets: ["CareQuote", "PriceTableFiles"]),
        .executable(name: "carequote", targets: ["CareQuoteCLI"]),
        .executable(name: "carequote-refresh", targets: ["CareQuoteRefresh"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The domain: values and pure functions.
        .target(name: "CareModel"),
        .target(name: "CarePricing", dependencies: ["CareModel"]),
        .target(name: "CareComplexity", dependencies: ["CareModel"]),
        .target(name: "CareCoverage", dependencies: ["CareModel"]),
        .target(
            name: "CarePatterns",
            dependencies: [
                "CareModel",
                .product(name: "RealModule", package: "swift-numerics"),
            ]
        ),
        .target(
            name: "CareQuote",
            dependencies: [
                "CarePatterns", "CareCoverage", "CareComplexity", "CarePricing", "CareModel",
            ]
        ),

        // The edges: files and text become domain values, and the other way round.
        .target(name: "JSONText"),
        .target(name: "HostSystem", dependencies: ["CareModel"]),
        .target(
            name: "CommandOptions",
            dependencies: [
                "CareModel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "PriceTableFiles",
            dependencies: [
                "CareQuote", "CarePatterns", "CareCoverage", "CareComplexity", "CarePricing",
                "CareModel", "HostSystem", "JSONText",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "QuoteDocuments",
            dependencies: [
                "PriceTableFiles", "CareQuote", "CarePatterns", "CareCoverage", "CareComplexity",
                "CarePricing", "CareModel", "JSONText",
            ]
        ),
        .target(
            name: "FeeScheduleProof",
            dependencies: [
                "PriceTableFiles", "CareModel", "HostSystem", "JSONText",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "FeeScheduleStore",
            dependencies: ["PriceTableFiles", "CareModel", "JSONText"]
        ),
        .target(
            name: "FeeScheduleRefresh",
            dependencies: [
                "FeeScheduleProof", "FeeScheduleStore", "QuoteDocuments", "PriceTableFiles",
                "CareQuote", "CareCoverage", "CarePricing", "CareModel", "HostSystem", "JSONText",
            ]
        ),

        // libcurl: the system's library, its variadic calls with fixed types, and downloads.
        .systemLibrary(
            name: "CLibcurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]
        ),
        .target(name: "CCurl", dependencies: ["CLibcurl"]),
        .target(name: "CurlTransfer", dependencies: ["CCurl", "HostSystem"]),
        // The programs.
        .executableTarget(
            name: "CareQuoteCLI",
            dependencies: [
                "FeeScheduleStore", "QuoteDocuments", "PriceTableFiles", "CareQuote", "CareModel",
                "CommandOptions", "HostSystem", "JSONText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .executableTarget(
            name: "CareQuoteRefresh",
            dependencies: [
                "FeeScheduleRefresh", "FeeScheduleProof", "FeeScheduleStore", "CurlTransfer",
                "PriceTableFiles", "CareModel", "CommandOptions", "HostSystem", "JSONText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // What the tests of several targets share; no product holds it.
        .target(
            name: "TestSupport",
            dependencies: ["CareModel", "JSONText"],
            path: "Tests/TestSupport"
        ),
        // Keys and signatures of the tests, made part by part so that each part can be wrong.
        .target(
            name: "SignedLists",
            dependencies: [
                "TestSupport", "FeeScheduleProof", "CareModel",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/SignedLists"
        ),
        // What fuzzers throw bytes at; each target holds the one function that libFuzzer calls.
        .target(
            name: "FuzzedInputs",
            dependencies: [
                "TestSupport", "FeeScheduleRefresh", "FeeScheduleProof", "QuoteDocuments",
                "PriceTableFiles", "CareCoverage", "CareModel", "JSONText",
            ],
            path: "Tests/Fuzz/FuzzedInputs"
        ),
        .executableTarget(
            name: "FuzzCSV",
            dependencies: ["FuzzedInputs"],
            path: "Tests/Fuzz/FuzzCSV"
        ),
        .executableTarget(
            name: "FuzzManifest",
            dependencies: ["FuzzedInputs"],
            path: "Tests/Fuzz/FuzzManifest"
        ),
        .executableTarget(
            name: "FuzzSignature",
            dependencies: ["FuzzedInputs"],
            path: "Tests/Fuzz/FuzzSignature"
        ),
        .executableTarget(
            name: "FuzzRequest",
            dependencies: ["FuzzedInputs"],
            path: "Tests/Fuzz/FuzzRequest"
        ),
        .executableTarget(
            name: "FuzzPlan",
            dependencies: ["FuzzedInputs"],
            path: "Tests/Fuzz/FuzzPlan"
        ),
        // What the benchmarks measure beside their peers in Python.
        .executableTarget(
            name: "EngineBenchmark",
            dependencies: ["CareCoverage", "CareModel"],
            path: "Tests/Benchmarks/Engine"
        ),
        .testTarget(name: "FuzzedInputsTests", dependencies: ["TestSupport", "FuzzedInputs"]),
        .testTarget(name: "CareModelTests", dependencies: ["TestSupport", "CareModel"]),
        .testTarget(
            name: "CarePricingTests",
            dependencies: [
                "TestSupport", "PriceTableFiles", "CareQuote", "CarePricing", "CareModel",
            ],
            exclude: ["Oracles"]
        ),
        .testTarget(
            name: "CareComplexityTests",
            dependencies: [
                "TestSupport", "PriceTableFiles", "CareQuote", "CareComplexity", "CareModel",
            ],
            exclude: ["Oracles"]
        ),
        .testTarget(
            name: "CareCoverageTests",
            dependencies: ["TestSupport", "CareCoverage", "CareModel"],
            exclude: ["Oracles"]
        ),
        .testTarget(
            name: "CarePatternsTests",
            dependencies: ["TestSupport", "PriceTableFiles", "CarePatterns", "CareModel"],
            exclude: ["Oracles"]
        ),
        .testTarget(
            name: "CareQuoteTests",
            dependencies: [
                "TestSupport", "PriceTableFiles", "CareQuote", "CareCoverage", "CareComplexity",
                "CarePricing", "CareModel", "JSONText",
            ]
        ),
        .testTarget(name: "JSONTextTests", dependencies: ["TestSupport", "JSONText"]),
        .testTarget(
            name: "PriceTableFilesTests",
            dependencies: [
                "TestSupport", "PriceTableFiles", "CareQuote", "CareModel", "JSONText",
            ]
        ),
        .testTarget(
            name: "FeeScheduleStoreTests",
            dependencies: [
                "TestSupport", "FeeScheduleStore", "PriceTableFiles", "CarePricing", "CareModel",
            ]
        ),
        .testTarget(
            name: "FeeScheduleRefreshTests",
            dependencies: [
                "TestSupport", "SignedLists", "FeeScheduleRefresh", "FeeScheduleProof",
                "FeeScheduleStore", "PriceTableFiles", "CareQuote", "CarePricing", "CareModel",
                "JSONText",
            ]
        ),
        .testTarget(
            name: "QuoteDocumentsTests",
            dependencies: [
                "TestSupport", "QuoteDocuments", "PriceTableFiles", "CareQuote", "CarePatterns",
                "CarePricing", "CareModel", "JSONText",
            ]
        ),
        .testTarget(
            name: "CurlTransferTests",
            dependencies: ["TestSupport", "CurlTransfer", "JSONText"]
        ),
        .testTarget(
            name: "FeeScheduleProofTests",
            dependencies: [
                "TestSupport", "SignedLists", "FeeScheduleProof", "PriceTableFiles", "CareModel",
                "JSONText",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .treatWarning("ExplicitSendable", as: .error),
    ]
}
