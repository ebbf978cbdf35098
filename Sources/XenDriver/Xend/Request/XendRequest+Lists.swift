extension XendRequest {
  /// The names of domains, `(name1 name2 …)`: all live ones on format 1 and 2, only the running ones on 3 and newer.
  static let names = get(directory)

  /// The names of the domains in a state. Formats 1 and 2 list all live domains whatever is asked for.
  static func names(_ state: XendListState) -> Self { get(directory, ["state": .text(state.rawValue)]) }

  /// Whole documents, `((domain …) …)`, of the domains that ``names`` lists.
  static let domains = get(directory, ["detail": "1"])

  /// Whole documents of the domains in a state, where xend heeds the state in a list with details, otherwise as ``domains``.
  static func domains(_ state: XendListState) -> Self { get(directory, ["detail": "1", "state": .text(state.rawValue)]) }

  /// One domain: `(domain …)`.
  static func domain(_ domain: XendDomainKey) -> Self { get(path(of: domain), ["detail": "1"], domain: domain) }

  /// The virtual processors of one domain, `(domain … (vcpu …) …)`. The only operation that xend takes in a GET.
  static func vcpuInfo(_ domain: XendDomainKey) -> Self { get(path(of: domain), ["op": "vcpuinfo"], domain: domain) }

  private static let directory = "/xend/domain"
}
