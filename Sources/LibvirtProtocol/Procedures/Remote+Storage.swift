import XDR

/// Storage pools and volumes.
extension Remote {
  /// Starts a transient pool from XML: flags are `StoragePoolCreateFlags`.
  public static let storagePoolCreateXml = Procedure(
    76, "virStoragePoolCreateXML", .changes, .low, String.self, UInt32.self, returns: StoragePoolRef.self)
  /// Defines a pool from XML, or changes its definition: flags are `StoragePoolDefineFlags`.
  public static let storagePoolDefineXml = Procedure(
    77, "virStoragePoolDefineXML", .changes, .high, String.self, UInt32.self, returns: StoragePoolRef.self)
  /// Starts a defined pool: flags are `StoragePoolCreateFlags`.
  public static let storagePoolCreate = Procedure(78, "virStoragePoolCreate", .changes, .low, StoragePoolRef.self, UInt32.self)
  /// Prepares a pool's storage, which may destroy what is on it: flags are `StoragePoolBuildFlags`.
  public static let storagePoolBuild = Procedure(79, "virStoragePoolBuild", .changes, .low, StoragePoolRef.self, UInt32.self)
  /// Stops a pool; the data stays.
  public static let storagePoolDestroy = Procedure(80, "virStoragePoolDestroy", .changes, .high, StoragePoolRef.self)
  /// Deletes a pool's storage: flags are `StoragePoolDeleteFlags`.
  public static let storagePoolDelete = Procedure(81, "virStoragePoolDelete", .changes, .low, StoragePoolRef.self, UInt32.self)
  /// Forgets a pool's definition.
  public static let storagePoolUndefine = Procedure(82, "virStoragePoolUndefine", .changes, .high, StoragePoolRef.self)
  /// Has a pool look for its volumes anew.
  public static let storagePoolRefresh = Procedure(83, "virStoragePoolRefresh", .changes, .low, StoragePoolRef.self, UInt32.self)
  /// The pool of a name.
  public static let storagePoolLookupByName = Procedure(
    84, "virStoragePoolLookupByName", .reads, .high, String.self, returns: StoragePoolRef.self)
  /// The pool of a UUID.
  public static let storagePoolLookupByUuid = Procedure(
    85, "virStoragePoolLookupByUUID", .reads, .high, UUID.self, returns: StoragePoolRef.self)
  /// The pool that a volume is in.
  public static let storagePoolLookupByVolume = Procedure(
    86, "virStoragePoolLookupByVolume", .reads, .high, StorageVolRef.self, returns: StoragePoolRef.self)
  /// A pool in brief.
  public static let storagePoolGetInfo = Procedure(
    87, "virStoragePoolGetInfo", .reads, .high, StoragePoolRef.self, returns: StoragePoolInfo.self)
  /// A pool's definition as XML: flags are `StorageXMLFlags`.
  public static let storagePoolGetXmlDesc = Procedure(
    88, "virStoragePoolGetXMLDesc", .reads, .high, StoragePoolRef.self, UInt32.self, returns: String.self)
  /// Whether a pool starts along with the host: 1 or 0.
  public static let storagePoolGetAutostart = Procedure(
    89, "virStoragePoolGetAutostart", .reads, .high, StoragePoolRef.self, returns: Int32.self)
  /// Makes a pool start along with the host (1), or not (0).
  public static let storagePoolSetAutostart = Procedure(90, "virStoragePoolSetAutostart", .changes, .high, StoragePoolRef.self, Int32.self)
  /// How many volumes a pool has.
  public static let storagePoolNumOfVolumes = Procedure(
    91, "virStoragePoolNumOfVolumes", .reads, .high, StoragePoolRef.self, returns: Int32.self)
  /// The names of at most so many volumes of a pool.
  public static let storagePoolListVolumes = Procedure(
    92, "virStoragePoolListVolumes", .reads, .high, StoragePoolRef.self, Int32.self, returns: Bounded<16384, String>.self)
  /// Creates a volume from XML: flags are `StorageVolCreateFlags`.
  public static let storageVolCreateXml = Procedure(
    93, "virStorageVolCreateXML", .changes, .low, StoragePoolRef.self, String.self, UInt32.self, returns: StorageVolRef.self)
  /// Deletes a volume: flags are `StorageVolDeleteFlags`.
  public static let storageVolDelete = Procedure(94, "virStorageVolDelete", .changes, .low, StorageVolRef.self, UInt32.self)
  /// The volume of a name within a pool.
  public static let storageVolLookupByName = Procedure(
    95, "virStorageVolLookupByName", .reads, .high, StoragePoolRef.self, String.self, returns: StorageVolRef.self)
  /// The volume of a key.
  public static let storageVolLookupByKey = Procedure(
    96, "virStorageVolLookupByKey", .reads, .high, String.self, returns: StorageVolRef.self)
  /// The volume at a path of the host.
  public static let storageVolLookupByPath = Procedure(
    97, "virStorageVolLookupByPath", .reads, .high, String.self, returns: StorageVolRef.self)
  /// A volume in brief.
  public static let storageVolGetInfo = Procedure(
    98, "virStorageVolGetInfo", .reads, .high, StorageVolRef.self, returns: StorageVolInfo.self)
  /// A volume's definition as XML.
  public static let storageVolGetXmlDesc = Procedure(
    99, "virStorageVolGetXMLDesc", .reads, .high, StorageVolRef.self, UInt32.self, returns: String.self)
  /// A volume's path on the host.
  public static let storageVolGetPath = Procedure(100, "virStorageVolGetPath", .reads, .high, StorageVolRef.self, returns: String.self)
  /// Creates a volume from XML with the data of another: flags are `StorageVolCreateFlags`.
  public static let storageVolCreateXmlFrom = Procedure(
    125, "virStorageVolCreateXMLFrom", .changes, .low, StoragePoolRef.self, String.self, StorageVolRef.self, UInt32.self,
    returns: StorageVolRef.self)
  /// Whether a pool is active: 1 or 0.
  public static let storagePoolIsActive = Procedure(154, "virStoragePoolIsActive", .reads, .high, StoragePoolRef.self, returns: Int32.self)
  /// Whether a pool is defined: 1 or 0.
  public static let storagePoolIsPersistent = Procedure(
    155, "virStoragePoolIsPersistent", .reads, .high, StoragePoolRef.self, returns: Int32.self)
  /// Overwrites a volume with zeros.
  public static let storageVolWipe = Procedure(165, "virStorageVolWipe", .changes, .low, StorageVolRef.self, UInt32.self)
  /// Sends data into a volume through the stream: offset, length (0 for all), `StorageVolUploadFlags`.
  public static let storageVolUpload = Procedure(
    208, "virStorageVolUpload", .changes, .low, StorageVolRef.self, UInt64.self, UInt64.self, UInt32.self, stream: .write)
  /// Reads data from a volume through the stream: offset, length (0 for all), `StorageVolDownloadFlags`.
  public static let storageVolDownload = Procedure(
    209, "virStorageVolDownload", .changes, .low, StorageVolRef.self, UInt64.self, UInt64.self, UInt32.self, stream: .read)
  /// Overwrites a volume: `StorageVolWipeAlgorithm`.
  public static let storageVolWipePattern = Procedure(
    259, "virStorageVolWipePattern", .changes, .low, StorageVolRef.self, UInt32.self, UInt32.self)
  /// Gives a volume another size, in bytes: flags are `StorageVolResizeFlags`.
  public static let storageVolResize = Procedure(260, "virStorageVolResize", .changes, .low, StorageVolRef.self, UInt64.self, UInt32.self)
  /// A pool's volumes, or with 0 their count.
  public static let storagePoolListAllVolumes = Procedure(
    282, "virStoragePoolListAllVolumes", .reads, .high, StoragePoolRef.self, Int32.self, UInt32.self,
    returns: Listing<16384, StorageVolRef, UInt32>.self)
  /// A volume in brief: flags are `StorageVolInfoFlags`.
  public static let storageVolGetInfoFlags = Procedure(
    378, "virStorageVolGetInfoFlags", .reads, .high, StorageVolRef.self, UInt32.self, returns: StorageVolInfo.self)
  /// The pool whose volumes are at a path of the host.
  public static let storagePoolLookupByTargetPath = Procedure(
    391, "virStoragePoolLookupByTargetPath", .reads, .high, String.self, returns: StoragePoolRef.self)
}
