import XDR

/// Network filters and their uses.
extension Remote {
  /// The filter of a name.
  public static let nwfilterLookupByName = Procedure(175, "virNWFilterLookupByName", .reads, .high, String.self, returns: NWFilterRef.self)
  /// The filter of a UUID.
  public static let nwfilterLookupByUuid = Procedure(176, "virNWFilterLookupByUUID", .reads, .high, UUID.self, returns: NWFilterRef.self)
  /// A filter's definition as XML.
  public static let nwfilterGetXmlDesc = Procedure(
    177, "virNWFilterGetXMLDesc", .reads, .high, NWFilterRef.self, UInt32.self, returns: String.self)
  /// Defines a filter from XML, or changes its definition.
  public static let nwfilterDefineXml = Procedure(180, "virNWFilterDefineXML", .changes, .high, String.self, returns: NWFilterRef.self)
  /// Forgets a filter's definition.
  public static let nwfilterUndefine = Procedure(181, "virNWFilterUndefine", .changes, .high, NWFilterRef.self)
  /// The filter in use on a host interface.
  public static let nwfilterBindingLookupByPortDev = Procedure(
    397, "virNWFilterBindingLookupByPortDev", .reads, .high, String.self, returns: NWFilterBindingRef.self)
  /// A filter's use as XML.
  public static let nwfilterBindingGetXmlDesc = Procedure(
    398, "virNWFilterBindingGetXMLDesc", .reads, .high, NWFilterBindingRef.self, UInt32.self, returns: String.self)
  /// Uses a filter as XML says: flags are `NWFilterBindingCreateFlags`.
  public static let nwfilterBindingCreateXml = Procedure(
    399, "virNWFilterBindingCreateXML", .changes, .high, String.self, UInt32.self, returns: NWFilterBindingRef.self)
  /// Ends a filter's use.
  public static let nwfilterBindingDelete = Procedure(400, "virNWFilterBindingDelete", .changes, .high, NWFilterBindingRef.self)
  /// Defines a filter from XML, or changes its definition: flags are `NWFilterDefineFlags`.
  public static let nwfilterDefineXmlFlags = Procedure(
    431, "virNWFilterDefineXMLFlags", .changes, .high, String.self, UInt32.self, returns: NWFilterRef.self)
}
