import CareModel
import PriceTableFiles

extension RefreshConfiguration {
    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - file: Its path, for findings, and below whose folder paths that are not whole lie.
    /// - Throws: ``RefreshConfigurationError`` with every finding.
    package init(_ bytes: [UInt8], file: String) throws(RefreshConfigurationError) {
        guard bytes.count <= RefreshConfiguration.maximumBytes else {
            throw RefreshConfigurationError(tooLarge: bytes.count, file: file)
        }
        let reader = DocumentReader(bytes)
        let configuration = reader.configuration(inFolderOf: file)
        reader.end()
        guard reader.findings.isEmpty else {
            throw RefreshConfigurationError(reader.findings, file: file)
        }
        self = configuration
    }
}

extension DocumentReader {
    fileprivate func configuration(inFolderOf file: String) -> RefreshConfiguration {
        var read = RefreshConfiguration(sources: [], tables: "")
        object(ConfigurationName.self, required: [.sources, .tables]) { name in
            switch name {
            case .sources: read.sources = sources(inFolderOf: file)
            case .tables: read.tables = path(inFolderOf: file) ?? read.tables
            case .caFile: read.caFile = path(inFolderOf: file) ?? read.caFile
            case .pins: read.pins = pins()
            case .proxy: read.proxy = proxy() ?? read.proxy
            case .demandedServices: read.demandedServices = services()
            case .servicesAtNoCharge: read.servicesAtNoCharge = services()
            case .amountCap: read.amountCap = amountCap() ?? read.amountCap
            case .holding: read.holding = holding()
            case .deadlines: read.deadlines = deadlines()
            case .retry: read.retry = retry()
            case .keep: read.keeping = keeping()
            case .exampleRequests: read.exampleRequests = path(inFolderOf: file)
            }
        }
        return read
    }

    private func services() -> [ServiceKey] {
        var services: [ServiceKey] = []
        list(0...1_000, of: "services") { _ in
            let here = mark()
            let service = parsed(
                as: "a service of services.csv, such as \"adjust-spine-1-2\"",
                ServiceKey.init
            )
            guard let service else { return }
            if services.contains(service) { report(here, "stands twice. Write it once") }
            services.append(service)
        }
        return services
    }

    private func amountCap() -> Money? {
        let here = mark()
        guard let amount = money() else { return nil }
        if amount == .zero {
            report(here, "would refuse every price. Write the largest amount that a row may state")
        }
        return amount
    }
}

private enum ConfigurationName: String, CaseIterable {
    case sources, tables, caFile, pins, proxy, demandedServices, servicesAtNoCharge, amountCap
    case holding, deadlines, retry, keep, exampleRequests
}
