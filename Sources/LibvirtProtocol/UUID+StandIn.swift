extension UUID {
  /// A UUID for a domain that a host lists but says nothing else about, one for each name. No UUID that is made by any rule looks like it.
  public static func standIn(for name: String) -> UUID {
    UUID(high: .max, low: name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }

  /// Whether it only stands for one that is not known.
  public var isStandIn: Bool { bytes.prefix(8).allSatisfy { $0 == 0xFF } }
}
