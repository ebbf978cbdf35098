import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol

/// A word that may mean several domains: names, numbers and UUIDs with commas between them, and patterns as a shell has them.
///
/// A comma that belongs to a name is written twice. A name always means itself first, whatever characters it has.
struct DomainSelection {
  /// One item of the word, and what it means here.
  enum Item {
    case domain(Domain)
    /// Nothing, and why.
    case nothing(word: String, reason: String)
  }

  let word: String
  /// Which domains a pattern means.
  let kind: ConnectListAllDomainsFlags

  /// What a word says; nil where it can only be one name, so that nothing has to be asked.
  init?(_ word: String, for kind: ConnectListAllDomainsFlags) {
    guard Self.canMeanSeveral(word) else { return nil }
    self.word = word
    self.kind = kind
  }

  /// Whether a word that names domains says more than one name.
  static func canMeanSeveral(_ word: String) -> Bool { word.utf8.contains(UInt8(ascii: ",")) || ShellPattern.isPattern(word) }

  /// The domains in the order of the word, those of a pattern by name, none of them twice. Nil if the word is a domain's own name.
  ///
  /// Calls that go out together, whatever the word says. Throws where the domains cannot be listed.
  func resolve(on connection: Connection) async throws -> [Item]? {
    async let listed = connection.listDomains([], states: false)
    async let wanted = kind.isEmpty ? [] : connection.domains(fitting: kind)
    let known = try await listed.map(\.domain)
    let fitting = Set(try await wanted.map(\.uuid))
    if known.contains(where: { $0.name == word }) { return nil }
    var items: [Item] = []
    var seen: Set<UUID> = []
    for word in word.commaSeparatedItems where !word.isEmpty {
      for item in meaning(of: word, among: known, fitting: fitting, on: connection) {
        if case .domain(let domain) = item, !seen.insert(domain.uuid).inserted { continue }
        items.append(item)
      }
    }
    // Nothing but commas.
    if items.isEmpty { items.append(.nothing(word: word, reason: "failed to get domain '\(word)'")) }
    return items
  }

  private func meaning(of word: String, among known: [Domain], fitting: Set<UUID>, on connection: Connection) -> [Item] {
    if let id = Int32(word), id >= 0, let domain = known.first(where: { $0.id == id }) { return [.domain(domain)] }
    if let uuid = word.utf8.count == 36 ? UUID(word) : nil, let domain = known.first(where: { $0.uuid == uuid }) {
      return [.domain(domain)]
    }
    if let domain = known.first(where: { $0.name == word }) { return [.domain(domain)] }
    guard ShellPattern.isPattern(word) else { return [.nothing(word: word, reason: "failed to get domain '\(word)'")] }
    let pattern = ShellPattern(word)
    let matching = known.filter { pattern.matches($0.name) }
    // Of what nothing is known it is not known that it doesn't fit.
    let chosen = kind.isEmpty ? matching : matching.filter { fitting.contains($0.uuid) || $0.ref.isStandIn }
    if chosen.isEmpty {
      let reason =
        matching.isEmpty
        ? "no domain on \(connection.name) matches '\(word)'"
        : "no \(kind.adjective) domain on \(connection.name) matches '\(word)', only \(matching.map(\.name).shortened)"
      return [.nothing(word: word, reason: reason)]
    }
    return chosen.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }.map { .domain($0) }
  }
}

extension ConnectListAllDomainsFlags {
  /// The word for what these let through, in messages.
  fileprivate var adjective: String {
    let words: [(ConnectListAllDomainsFlags, String)] = [
      (.running, "running"), (.paused, "paused"), (.shutoff, "shut off"), (.inactive, "inactive"), (.active, "active"),
      (.persistent, "persistent"), (.managedsave, "saved"),
    ]
    return words.first { contains($0.0) }?.1 ?? "fitting"
  }
}

extension [String] {
  /// A list for a sentence: the first of them, and how many more.
  var shortened: String {
    let limit = 50
    return count <= limit ? joined(separator: ", ") : prefix(limit).joined(separator: ", ") + " and \(count - limit) more"
  }
}
