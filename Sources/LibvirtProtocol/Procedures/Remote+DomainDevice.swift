import XDR

/// Devices of domains, and what goes through them.
extension Remote {
  /// Puts a device, given as XML, into a running domain.
  public static let domainAttachDevice = Procedure(8, "virDomainAttachDevice", .changes, .low, DomainRef.self, String.self)
  /// Takes a device, given as XML, out of a running domain.
  public static let domainDetachDevice = Procedure(13, "virDomainDetachDevice", .changes, .low, DomainRef.self, String.self)
  /// What a network interface of a running domain has done.
  public static let domainInterfaceStats = Procedure(
    65, "virDomainInterfaceStats", .reads, .high, DomainRef.self, String.self, returns: DomainInterfaceStats.self)
  /// Puts a device, given as XML, into a domain: flags are `DomainDeviceModifyFlags`.
  public static let domainAttachDeviceFlags = Procedure(
    160, "virDomainAttachDeviceFlags", .changes, .low, DomainRef.self, String.self, UInt32.self)
  /// Takes a device, given as XML, out of a domain: flags are `DomainDeviceModifyFlags`.
  public static let domainDetachDeviceFlags = Procedure(
    161, "virDomainDetachDeviceFlags", .changes, .low, DomainRef.self, String.self, UInt32.self)
  /// Changes a device, given as XML, of a domain: flags are `DomainDeviceModifyFlags`.
  public static let domainUpdateDeviceFlags = Procedure(
    174, "virDomainUpdateDeviceFlags", .changes, .low, DomainRef.self, String.self, UInt32.self)
  /// Opens a console: the device's alias, or nil for the first; flags are `DomainConsoleFlags`. Data goes both ways.
  public static let domainOpenConsole = Procedure(
    201, "virDomainOpenConsole", .changes, .low, DomainRef.self, String?.self, UInt32.self, stream: .read)
  /// Sends a non-maskable interrupt to a guest.
  public static let domainInjectNmi = Procedure(210, "virDomainInjectNMI", .changes, .low, DomainRef.self, UInt32.self)
  /// Takes a picture of a screen, which comes through the stream; answers with its MIME type.
  public static let domainScreenshot = Procedure(
    211, "virDomainScreenshot", .discloses, .low, DomainRef.self, UInt32.self, UInt32.self, returns: String?.self, stream: .read)
  /// Sends keys to a guest: `KeycodeSet`, milliseconds to hold them, codes.
  public static let domainSendKey = Procedure(
    226, "virDomainSendKey", .changes, .low, DomainRef.self, UInt32.self, UInt32.self, Bounded<16, UInt32>.self, UInt32.self)
  /// Connects a socket, passed along as a descriptor, with a display.
  public static let domainOpenGraphics = Procedure(249, "virDomainOpenGraphics", .changes, .low, DomainRef.self, UInt32.self, UInt32.self)
  /// Opens a channel to a guest: its name, or nil for the first; flags are `DomainChannelFlags`. Data goes both ways.
  public static let domainOpenChannel = Procedure(
    296, "virDomainOpenChannel", .changes, .low, DomainRef.self, String?.self, UInt32.self, stream: .read)
  /// Connects with a display; the descriptor comes along with the reply.
  public static let domainOpenGraphicsFd = Procedure(
    343, "virDomainOpenGraphicsFD", .changes, .low, DomainRef.self, UInt32.self, UInt32.self)
  /// Takes the device of an alias out of a domain: flags are `DomainDeviceModifyFlags`.
  public static let domainDetachDeviceAlias = Procedure(
    392, "virDomainDetachDeviceAlias", .changes, .low, DomainRef.self, String.self, UInt32.self)
  /// Gives descriptors, passed along, to a domain under a name: flags are `DomainFDAssociateFlags`.
  public static let domainFdAssociate = Procedure(443, "virDomainFDAssociate", .changes, .low, DomainRef.self, String.self, UInt32.self)
}
