import LibvirtProtocol

extension DomainInterfaceAddressesSource {
  /// `lease`, `agent` or `arp`: virsh's words.
  public var name: String { "\(self)" }

  /// The source of a name; nil for another word.
  public init?(name: String) {
    guard let source = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = source
  }
}
