/// How a console is opened (`virDomainConsoleFlags`).
public struct DomainConsoleFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Whoever has it open loses it.
  public static let force = Self(rawValue: 1 << 0)
  /// Only if the driver makes sure that nobody else has it open.
  public static let safe = Self(rawValue: 1 << 1)
}

/// How a channel is opened (`virDomainChannelFlags`).
public struct DomainChannelFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Whoever has it open loses it.
  public static let force = Self(rawValue: 1 << 0)
}

/// How a display is opened (`virDomainOpenGraphicsFlags`).
public struct DomainOpenGraphicsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Without a password.
  public static let skipauth = Self(rawValue: 1 << 0)
}

/// What passing descriptors for a disk means for their labels (`virDomainFDAssociateFlags`).
public struct DomainFDAssociateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The label is put back afterwards.
  public static let seclabelRestore = Self(rawValue: 1 << 0)
  /// The label allows writing.
  public static let seclabelWritable = Self(rawValue: 1 << 1)
}

/// Which table key codes are from (`virKeycodeSet`).
public enum KeycodeSet: Int32, CaseIterable, Hashable, Sendable {
  /// Linux' input events.
  case linux = 0
  /// The XT keyboard's.
  case xt = 1
  /// The AT keyboard's first.
  case atset1 = 2
  /// The AT keyboard's second.
  case atset2 = 3
  /// The AT keyboard's third.
  case atset3 = 4
  /// macOS'.
  case osx = 5
  /// Linux' for XT keyboards.
  case xtKbd = 6
  /// The USB specification's.
  case usb = 7
  /// Windows'.
  case win32 = 8
  /// QEMU's.
  case qnum = 9
}
