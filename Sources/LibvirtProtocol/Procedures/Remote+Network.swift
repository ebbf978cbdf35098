import XDR

/// Virtual networks and their ports.
extension Remote {
  /// Starts a defined network.
  public static let networkCreate = Procedure(39, "virNetworkCreate", .changes, .low, NetworkRef.self)
  /// Starts a transient network from XML.
  public static let networkCreateXml = Procedure(40, "virNetworkCreateXML", .changes, .low, String.self, returns: NetworkRef.self)
  /// Defines a network from XML, or changes its definition.
  public static let networkDefineXml = Procedure(41, "virNetworkDefineXML", .changes, .high, String.self, returns: NetworkRef.self)
  /// Stops a network at once.
  public static let networkDestroy = Procedure(42, "virNetworkDestroy", .changes, .high, NetworkRef.self)
  /// A network's definition as XML: flags are `NetworkXMLFlags`.
  public static let networkGetXmlDesc = Procedure(
    43, "virNetworkGetXMLDesc", .reads, .high, NetworkRef.self, UInt32.self, returns: String.self)
  /// Whether a network starts along with the host: 1 or 0.
  public static let networkGetAutostart = Procedure(44, "virNetworkGetAutostart", .reads, .high, NetworkRef.self, returns: Int32.self)
  /// The host interface behind a network.
  public static let networkGetBridgeName = Procedure(45, "virNetworkGetBridgeName", .reads, .high, NetworkRef.self, returns: String.self)
  /// The network of a name.
  public static let networkLookupByName = Procedure(46, "virNetworkLookupByName", .reads, .high, String.self, returns: NetworkRef.self)
  /// The network of a UUID.
  public static let networkLookupByUuid = Procedure(47, "virNetworkLookupByUUID", .reads, .high, UUID.self, returns: NetworkRef.self)
  /// Makes a network start along with the host (1), or not (0).
  public static let networkSetAutostart = Procedure(48, "virNetworkSetAutostart", .changes, .high, NetworkRef.self, Int32.self)
  /// Forgets a network's definition.
  public static let networkUndefine = Procedure(49, "virNetworkUndefine", .changes, .high, NetworkRef.self)
  /// Whether a network is active: 1 or 0.
  public static let networkIsActive = Procedure(152, "virNetworkIsActive", .reads, .high, NetworkRef.self, returns: Int32.self)
  /// Whether a network is defined: 1 or 0.
  public static let networkIsPersistent = Procedure(153, "virNetworkIsPersistent", .reads, .high, NetworkRef.self, returns: Int32.self)
  /// Changes part of a network: `NetworkUpdateCommand`, `NetworkUpdateSection`, which parent (-1 for any), XML.
  public static let networkUpdate = Procedure(
    291, "virNetworkUpdate", .changes, .high, NetworkRef.self, UInt32.self, UInt32.self, Int32.self, String.self, UInt32.self)
  /// The leases of a network, of one MAC address or of all; with 0 their count.
  public static let networkGetDhcpLeases = Procedure(
    341, "virNetworkGetDHCPLeases", .reads, .low, NetworkRef.self, String?.self, Int32.self, UInt32.self,
    returns: Listing<65536, NetworkDHCPLease, UInt32>.self)
  /// A network's ports, or with 0 their count.
  public static let networkListAllPorts = Procedure(
    404, "virNetworkListAllPorts", .reads, .high, NetworkRef.self, Int32.self, UInt32.self,
    returns: Listing<16384, NetworkPortRef, UInt32>.self)
  /// The port of a UUID within a network.
  public static let networkPortLookupByUuid = Procedure(
    405, "virNetworkPortLookupByUUID", .reads, .high, NetworkRef.self, UUID.self, returns: NetworkPortRef.self)
  /// Creates a port from XML: flags are `NetworkPortCreateFlags`.
  public static let networkPortCreateXml = Procedure(
    406, "virNetworkPortCreateXML", .changes, .low, NetworkRef.self, String.self, UInt32.self, returns: NetworkPortRef.self)
  /// The limits of a port's bandwidth.
  public static let networkPortGetParameters = Procedure(
    407, "virNetworkPortGetParameters", .reads, .low, NetworkPortRef.self, Int32.self, UInt32.self,
    returns: CountedParameters<16, TypedParameter>.self)
  /// Limits a port's bandwidth.
  public static let networkPortSetParameters = Procedure(
    408, "virNetworkPortSetParameters", .changes, .low, NetworkPortRef.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// A port's definition as XML.
  public static let networkPortGetXmlDesc = Procedure(
    409, "virNetworkPortGetXMLDesc", .reads, .low, NetworkPortRef.self, UInt32.self, returns: String.self)
  /// Deletes a port.
  public static let networkPortDelete = Procedure(410, "virNetworkPortDelete", .changes, .low, NetworkPortRef.self, UInt32.self)
  /// Defines a network from XML, or changes its definition: flags are `NetworkDefineFlags`.
  public static let networkDefineXmlFlags = Procedure(
    432, "virNetworkDefineXMLFlags", .changes, .high, String.self, UInt32.self, returns: NetworkRef.self)
  /// Starts a transient network from XML: flags are `NetworkCreateFlags`.
  public static let networkCreateXmlFlags = Procedure(
    437, "virNetworkCreateXMLFlags", .changes, .high, String.self, UInt32.self, returns: NetworkRef.self)
}
