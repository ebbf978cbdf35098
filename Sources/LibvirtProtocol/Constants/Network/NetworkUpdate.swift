/// How part of a network changes (`virNetworkUpdateCommand`).
public enum NetworkUpdateCommand: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing; not allowed.
  case none = 0
  /// What is there is changed.
  case modify = 1
  /// What is there is removed.
  case delete = 2
  /// Something is added at the end.
  case addLast = 3
  /// Something is added at the beginning.
  case addFirst = 4
}

/// Which part of a network changes (`virNetworkUpdateSection`).
public enum NetworkUpdateSection: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing; not allowed.
  case none = 0
  /// The bridge.
  case bridge = 1
  /// The DNS domain.
  case domain = 2
  /// An address range.
  case ip = 3
  /// An address that DHCP keeps for one guest.
  case ipDhcpHost = 4
  /// A range of addresses for DHCP.
  case ipDhcpRange = 5
  /// How traffic leaves.
  case forward = 6
  /// Host interfaces through which it leaves.
  case forwardInterface = 7
  /// The physical function through which it leaves.
  case forwardPf = 8
  /// A group of ports.
  case portgroup = 9
  /// A name in the DNS.
  case dnsHost = 10
  /// A text in the DNS.
  case dnsTxt = 11
  /// A service in the DNS.
  case dnsSrv = 12
}

/// Whether the running network changes, its definition, or both (`virNetworkUpdateFlags`).
public struct NetworkUpdateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The active network, or the definition of one that is not active.
  public static let affectCurrent: Self = []
  /// The active network.
  public static let affectLive = Self(rawValue: 1 << 0)
  /// The definition.
  public static let affectConfig = Self(rawValue: 1 << 1)
}
