extension DomainRef {
  /// A domain that a host lists but says nothing else about. Its UUID follows from its name, and its number is -1.
  public static func standIn(_ name: String) -> DomainRef { DomainRef(name: name, uuid: uuid(inPlaceFor: name), id: -1) }

  /// Whether it only stands for one of which nothing but the name is known. A domain may have any UUID, but none has this one by chance.
  public var isStandIn: Bool { uuid == Self.uuid(inPlaceFor: name) }

  private static func uuid(inPlaceFor name: String) -> UUID {
    UUID(high: .max, low: name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }
}
