import CommandLanguage
import Libvirt
import LibvirtProtocol

extension Context {
  /// The domains that words mean, in their order, and why parts of them mean none. Under our own name a word may mean several domains, of
  /// which none comes twice.
  ///
  /// Throws virsh's one line where a word that can only be one domain's is nobody's.
  func domains(_ words: [String], of option: String) async throws -> (found: [Domain], missing: [String]) {
    var found: [Domain] = []
    var missing: [String] = []
    for word in words {
      let selection = dialect == .virtsh ? DomainSelection(word, for: []) : nil
      guard let items = try await selection?.resolve(on: connection) else {
        let name = Given<String>(word, option: option, isEmptyAllowed: true)
        found.append(try await connection.domain(name, trace: trace?.ofUnknownCommand))
        continue
      }
      for item in items {
        switch item {
        case .domain(let domain): if !found.contains(where: { $0.uuid == domain.uuid }) { found.append(domain) }
        case .nothing(_, let reason): missing.append(reason)
        }
      }
    }
    return (found, missing)
  }
}
