/// Which interfaces of the host are wanted; none means both (`virConnectListAllInterfacesFlags`).
public struct ConnectListAllInterfacesFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_LIST_INTERFACES_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_LIST_INTERFACES_ACTIVE`.
  public static let active = Self(rawValue: 1 << 1)
}

/// Which form of an interface's definition is wanted (`virInterfaceXMLFlags`).
public struct InterfaceXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_INTERFACE_XML_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 0)
}

/// How an interface is defined (`virInterfaceDefineFlags`).
public struct InterfaceDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_INTERFACE_DEFINE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How a network filter is defined (`virNWFilterDefineFlags`).
public struct NWFilterDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NWFILTER_DEFINE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// How the use of a network filter is created (`virNWFilterBindingCreateFlags`).
public struct NWFilterBindingCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_NWFILTER_BINDING_CREATE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}
