/// How a console is opened (`virDomainConsoleFlags`).
public struct DomainConsoleFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_CONSOLE_FORCE`.
  public static let force = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_CONSOLE_SAFE`.
  public static let safe = Self(rawValue: 1 << 1)
}

/// How a channel is opened (`virDomainChannelFlags`).
public struct DomainChannelFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_CHANNEL_FORCE`.
  public static let force = Self(rawValue: 1 << 0)
}

/// How a display is opened (`virDomainOpenGraphicsFlags`).
public struct DomainOpenGraphicsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH`.
  public static let skipauth = Self(rawValue: 1 << 0)
}

/// What passing descriptors for a disk means for their labels (`virDomainFDAssociateFlags`).
public struct DomainFDAssociateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE`.
  public static let seclabelRestore = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE`.
  public static let seclabelWritable = Self(rawValue: 1 << 1)
}

/// Which table key codes are from (`virKeycodeSet`).
public enum KeycodeSet: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_KEYCODE_SET_LINUX`.
  case linux = 0
  /// `VIR_KEYCODE_SET_XT`.
  case xt = 1
  /// `VIR_KEYCODE_SET_ATSET1`.
  case atset1 = 2
  /// `VIR_KEYCODE_SET_ATSET2`.
  case atset2 = 3
  /// `VIR_KEYCODE_SET_ATSET3`.
  case atset3 = 4
  /// `VIR_KEYCODE_SET_OSX`.
  case osx = 5
  /// `VIR_KEYCODE_SET_XT_KBD`.
  case xtKbd = 6
  /// `VIR_KEYCODE_SET_USB`.
  case usb = 7
  /// `VIR_KEYCODE_SET_WIN32`.
  case win32 = 8
  /// `VIR_KEYCODE_SET_QNUM`.
  case qnum = 9
}
