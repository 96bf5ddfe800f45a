// A user imports this one module and has the whole domain.
@_exported public import CareComplexity
@_exported public import CareCoverage
@_exported public import CareModel
@_exported public import CarePatterns
@_exported public import CarePricing
