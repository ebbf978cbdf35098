/// Which interfaces of the host are wanted; none means both (`virConnectListAllInterfacesFlags`).
public struct ConnectListAllInterfacesFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those that are not active.
  public static let inactive = Self(rawValue: 1 << 0)
  /// Those that are.
  public static let active = Self(rawValue: 1 << 1)
}

/// Which form of an interface's definition is wanted (`virInterfaceXMLFlags`).
public struct InterfaceXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The definition for the next start.
  public static let inactive = Self(rawValue: 1 << 0)
}

/// How an interface is defined (`virInterfaceDefineFlags`).
public struct InterfaceDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a network filter is defined (`virNWFilterDefineFlags`).
public struct NWFilterDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How the use of a network filter is created (`virNWFilterBindingCreateFlags`).
public struct NWFilterBindingCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}
