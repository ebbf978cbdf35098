import XDR

/// Network interfaces of the host.
extension Remote {
  /// The interface of a name.
  public static let interfaceLookupByName = Procedure(
    128, "virInterfaceLookupByName", .reads, .high, String.self, returns: InterfaceRef.self)
  /// The interface of a MAC address.
  public static let interfaceLookupByMacString = Procedure(
    129, "virInterfaceLookupByMACString", .reads, .high, String.self, returns: InterfaceRef.self)
  /// An interface's definition as XML: flags are `InterfaceXMLFlags`.
  public static let interfaceGetXmlDesc = Procedure(
    130, "virInterfaceGetXMLDesc", .reads, .low, InterfaceRef.self, UInt32.self, returns: String.self)
  /// Defines an interface from XML, or changes its definition: flags are `InterfaceDefineFlags`.
  public static let interfaceDefineXml = Procedure(
    131, "virInterfaceDefineXML", .changes, .high, String.self, UInt32.self, returns: InterfaceRef.self)
  /// Forgets an interface's definition.
  public static let interfaceUndefine = Procedure(132, "virInterfaceUndefine", .changes, .high, InterfaceRef.self)
  /// Brings an interface up.
  public static let interfaceCreate = Procedure(133, "virInterfaceCreate", .changes, .low, InterfaceRef.self, UInt32.self)
  /// Takes an interface down.
  public static let interfaceDestroy = Procedure(134, "virInterfaceDestroy", .changes, .high, InterfaceRef.self, UInt32.self)
  /// Whether an interface is up: 1 or 0.
  public static let interfaceIsActive = Procedure(156, "virInterfaceIsActive", .reads, .high, InterfaceRef.self, returns: Int32.self)
  /// Begins changes to the host's interfaces that can be taken back.
  public static let interfaceChangeBegin = Procedure(220, "virInterfaceChangeBegin", .changes, .low, UInt32.self)
  /// Keeps the changes since `interfaceChangeBegin`.
  public static let interfaceChangeCommit = Procedure(221, "virInterfaceChangeCommit", .changes, .low, UInt32.self)
  /// Takes back the changes since `interfaceChangeBegin`.
  public static let interfaceChangeRollback = Procedure(222, "virInterfaceChangeRollback", .changes, .low, UInt32.self)
}
