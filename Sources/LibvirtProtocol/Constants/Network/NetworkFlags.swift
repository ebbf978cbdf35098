/// Which networks are wanted; within each pair, none means both (`virConnectListAllNetworksFlags`).
public struct ConnectListAllNetworksFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those that are not active.
  public static let inactive = Self(rawValue: 1 << 0)
  /// Those that are.
  public static let active = Self(rawValue: 1 << 1)
  /// Those that are defined.
  public static let persistent = Self(rawValue: 1 << 2)
  /// Those that are not.
  public static let transient = Self(rawValue: 1 << 3)
  /// Those that start along with the host.
  public static let autostart = Self(rawValue: 1 << 4)
  /// Those that do not.
  public static let noAutostart = Self(rawValue: 1 << 5)
}

/// Which form of a network's definition is wanted (`virNetworkXMLFlags`).
public struct NetworkXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The definition for the next start.
  public static let inactive = Self(rawValue: 1 << 0)
}

/// How a transient network is started (`virNetworkCreateFlags`).
public struct NetworkCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a network is defined (`virNetworkDefineFlags`).
public struct NetworkDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a network's port is created (`virNetworkPortCreateFlags`).
public struct NetworkPortCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// One that exists already on the host is taken over.
  public static let reclaim = Self(rawValue: 1 << 0)
  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 1)
}
