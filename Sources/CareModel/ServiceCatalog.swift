/// The services table: everything that a request may name, by its key or by its code.
public struct ServiceCatalog: Hashable, Sendable {
    /// The services in the order of the table.
    public let services: [Service]
    /// The categories in the order in which the table first names them.
    public let categories: [ServiceCategory]
    private let byKey: [ServiceKey: Int]
    private let byCode: [ProcedureCode: Int]

    /// Creates a catalog; where two services share a key or a code, the first is found.
    public init(services: [Service]) {
        self.services = services
        var seen: Set<ServiceCategory> = []
        categories = services.map(\.category).filter { seen.insert($0).inserted }
        let positions = services.indices
        byKey = Dictionary(
            positions.map { (services[$0].key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        byCode = Dictionary(
            positions.compactMap { position in
                services[position].code.map { ($0, position) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The service of that name.
    public subscript(key: ServiceKey) -> Service? {
        byKey[key].map { services[$0] }
    }

    /// The service with that procedure code.
    public subscript(code: ProcedureCode) -> Service? {
        byCode[code].map { services[$0] }
    }
}
