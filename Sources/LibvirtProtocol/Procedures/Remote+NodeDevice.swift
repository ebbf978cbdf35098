import XDR

/// Devices of the host.
extension Remote {
  /// How many devices the host has, of a capability or of all.
  public static let nodeNumOfDevices = Procedure(111, "virNodeNumOfDevices", .reads, .high, String?.self, UInt32.self, returns: Int32.self)
  /// The names of at most so many devices of the host, of a capability or of all.
  public static let nodeListDevices = Procedure(
    112, "virNodeListDevices", .reads, .high, String?.self, Int32.self, UInt32.self, returns: Bounded<65536, String>.self)
  /// The device of a name.
  public static let nodeDeviceLookupByName = Procedure(
    113, "virNodeDeviceLookupByName", .reads, .high, String.self, returns: NodeDeviceRef.self)
  /// A device's definition as XML.
  public static let nodeDeviceGetXmlDesc = Procedure(
    114, "virNodeDeviceGetXMLDesc", .reads, .low, String.self, UInt32.self, returns: String.self)
  /// The name of the device that a device hangs on.
  public static let nodeDeviceGetParent = Procedure(115, "virNodeDeviceGetParent", .reads, .high, String.self, returns: String?.self)
  /// How many capabilities a device has.
  public static let nodeDeviceNumOfCaps = Procedure(116, "virNodeDeviceNumOfCaps", .reads, .high, String.self, returns: Int32.self)
  /// At most so many capabilities of a device.
  public static let nodeDeviceListCaps = Procedure(
    117, "virNodeDeviceListCaps", .reads, .high, String.self, Int32.self, returns: Bounded<65536, String>.self)
  /// Takes a device from its host driver so that a guest can have it.
  public static let nodeDeviceDettach = Procedure(118, "virNodeDeviceDettach", .changes, .low, String.self)
  /// Gives a device back to its host driver.
  public static let nodeDeviceReAttach = Procedure(119, "virNodeDeviceReAttach", .changes, .low, String.self)
  /// Resets a device.
  public static let nodeDeviceReset = Procedure(120, "virNodeDeviceReset", .changes, .low, String.self)
  /// Creates a device from XML: flags are `NodeDeviceCreateXMLFlags`.
  public static let nodeDeviceCreateXml = Procedure(
    123, "virNodeDeviceCreateXML", .changes, .low, String.self, UInt32.self, returns: NodeDeviceRef.self)
  /// Removes a device that was created.
  public static let nodeDeviceDestroy = Procedure(124, "virNodeDeviceDestroy", .changes, .high, String.self)
  /// The SCSI host of a world-wide node name and port name.
  public static let nodeDeviceLookupScsiHostByWwn = Procedure(
    297, "virNodeDeviceLookupSCSIHostByWWN", .reads, .high, String.self, String.self, UInt32.self, returns: NodeDeviceRef.self)
  /// Takes a device from its host driver in favour of another, or of the default for nil.
  public static let nodeDeviceDetachFlags = Procedure(
    301, "virNodeDeviceDetachFlags", .changes, .low, String.self, String?.self, UInt32.self)
  /// Defines a device from XML: flags are `NodeDeviceDefineXMLFlags`.
  public static let nodeDeviceDefineXml = Procedure(
    428, "virNodeDeviceDefineXML", .changes, .low, String.self, UInt32.self, returns: NodeDeviceRef.self)
  /// Forgets a device's definition.
  public static let nodeDeviceUndefine = Procedure(429, "virNodeDeviceUndefine", .changes, .high, String.self, UInt32.self)
  /// Starts a defined device.
  public static let nodeDeviceCreate = Procedure(430, "virNodeDeviceCreate", .changes, .high, String.self, UInt32.self)
  /// Whether a device starts along with the host: 1 or 0. libvirt refuses it on a read-only connection.
  public static let nodeDeviceGetAutostart = Procedure(433, "virNodeDeviceGetAutostart", .changes, .high, String.self, returns: Int32.self)
  /// Makes a device start along with the host (1), or not (0).
  public static let nodeDeviceSetAutostart = Procedure(434, "virNodeDeviceSetAutostart", .changes, .high, String.self, Int32.self)
  /// Whether a device is defined: 1 or 0.
  public static let nodeDeviceIsPersistent = Procedure(435, "virNodeDeviceIsPersistent", .reads, .high, String.self, returns: Int32.self)
  /// Whether a device is active: 1 or 0.
  public static let nodeDeviceIsActive = Procedure(436, "virNodeDeviceIsActive", .reads, .high, String.self, returns: Int32.self)
}
