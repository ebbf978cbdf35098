/// Which networks are wanted; within each pair, none means both (`virConnectListAllNetworksFlags`).
public struct ConnectListAllNetworksFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_LIST_NETWORKS_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_LIST_NETWORKS_ACTIVE`.
  public static let active = Self(rawValue: 1 << 1)
  /// `VIR_CONNECT_LIST_NETWORKS_PERSISTENT`.
  public static let persistent = Self(rawValue: 1 << 2)
  /// `VIR_CONNECT_LIST_NETWORKS_TRANSIENT`.
  public static let transient = Self(rawValue: 1 << 3)
  /// `VIR_CONNECT_LIST_NETWORKS_AUTOSTART`.
  public static let autostart = Self(rawValue: 1 << 4)
  /// `VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART`.
  public static let noAutostart = Self(rawValue: 1 << 5)
}

/// Which form of a network's definition is wanted (`virNetworkXMLFlags`).
public struct NetworkXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NETWORK_XML_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 0)
}

/// How a transient network is started (`virNetworkCreateFlags`).
public struct NetworkCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NETWORK_CREATE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a network is defined (`virNetworkDefineFlags`).
public struct NetworkDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NETWORK_DEFINE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a network's port is created (`virNetworkPortCreateFlags`).
public struct NetworkPortCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NETWORK_PORT_CREATE_RECLAIM`.
  public static let reclaim = Self(rawValue: 1 << 0)
  /// `VIR_NETWORK_PORT_CREATE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 1)
}
