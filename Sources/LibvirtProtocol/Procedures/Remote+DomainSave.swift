import XDR

/// Saving, restoring and dumping domains, and how far that is.
extension Remote {
  /// Dumps a domain's memory to a file of the host: flags are `DomainCoreDumpFlags`.
  public static let domainCoreDump = Procedure(53, "virDomainCoreDump", .changes, .low, DomainRef.self, String.self, UInt32.self)
  /// Restores a domain from a file of the host.
  public static let domainRestore = Procedure(54, "virDomainRestore", .changes, .low, String.self)
  /// Saves a domain to a file of the host and stops it.
  public static let domainSave = Procedure(55, "virDomainSave", .changes, .low, DomainRef.self, String.self)
  /// How far a long operation on a domain is.
  public static let domainGetJobInfo = Procedure(163, "virDomainGetJobInfo", .reads, .low, DomainRef.self, returns: DomainJobInfo.self)
  /// Stops the long operation on a domain.
  public static let domainAbortJob = Procedure(164, "virDomainAbortJob", .changes, .low, DomainRef.self)
  /// Saves a domain to a file that libvirt keeps, and stops it: flags are `DomainSaveRestoreFlags`.
  public static let domainManagedSave = Procedure(182, "virDomainManagedSave", .changes, .low, DomainRef.self, UInt32.self)
  /// Whether libvirt keeps a saved state of a domain: 1 or 0.
  public static let domainHasManagedSaveImage = Procedure(
    183, "virDomainHasManagedSaveImage", .reads, .low, DomainRef.self, UInt32.self, returns: Int32.self)
  /// Removes the saved state that libvirt keeps of a domain.
  public static let domainManagedSaveRemove = Procedure(184, "virDomainManagedSaveRemove", .changes, .low, DomainRef.self, UInt32.self)
  /// Whether a domain's hypervisor process can be talked to.
  public static let domainGetControlInfo = Procedure(
    229, "virDomainGetControlInfo", .reads, .high, DomainRef.self, UInt32.self, returns: DomainControlInfo.self)
  /// Saves a domain to a file of the host, with changed XML if given: flags are `DomainSaveRestoreFlags`.
  public static let domainSaveFlags = Procedure(
    232, "virDomainSaveFlags", .changes, .low, DomainRef.self, String.self, String?.self, UInt32.self)
  /// Restores a domain from a file of the host, with changed XML if given: flags are `DomainSaveRestoreFlags`.
  public static let domainRestoreFlags = Procedure(233, "virDomainRestoreFlags", .changes, .low, String.self, String?.self, UInt32.self)
  /// The definition within a saved state: flags are `DomainSaveImageXMLFlags`.
  public static let domainSaveImageGetXmlDesc = Procedure(
    235, "virDomainSaveImageGetXMLDesc", .discloses, .high, String.self, UInt32.self, returns: String.self)
  /// Changes the definition within a saved state: flags are `DomainSaveRestoreFlags`.
  public static let domainSaveImageDefineXml = Procedure(
    236, "virDomainSaveImageDefineXML", .changes, .high, String.self, String.self, UInt32.self)
  /// How far a long operation on a domain is, in detail: flags are `DomainGetJobStatsFlags`.
  public static let domainGetJobStats = Procedure(
    298, "virDomainGetJobStats", .reads, .low, DomainRef.self, UInt32.self, returns: DomainJobStats.self)
  /// Dumps a domain's memory to a file of the host: `DomainCoreDumpFormat`, `DomainCoreDumpFlags`.
  public static let domainCoreDumpWithFormat = Procedure(
    334, "virDomainCoreDumpWithFormat", .changes, .low, DomainRef.self, String.self, UInt32.self, UInt32.self)
  /// The definition within the saved state that libvirt keeps: flags are `DomainSaveImageXMLFlags`.
  public static let domainManagedSaveGetXmlDesc = Procedure(
    388, "virDomainManagedSaveGetXMLDesc", .reads, .low, DomainRef.self, UInt32.self, returns: String.self)
  /// Changes the definition within the saved state that libvirt keeps: flags are `DomainSaveRestoreFlags`.
  public static let domainManagedSaveDefineXml = Procedure(
    389, "virDomainManagedSaveDefineXML", .changes, .low, DomainRef.self, String?.self, UInt32.self)
  /// Saves a domain with parameters, such as the file, and stops it: flags are `DomainSaveRestoreFlags`.
  public static let domainSaveParams = Procedure(
    440, "virDomainSaveParams", .changes, .low, DomainRef.self, Bounded<64, TypedParameter>.self, UInt32.self)
  /// Restores a domain with parameters, such as the file: flags are `DomainSaveRestoreFlags`.
  public static let domainRestoreParams = Procedure(
    441, "virDomainRestoreParams", .changes, .low, Bounded<64, TypedParameter>.self, UInt32.self)
  /// Stops the long operation on a domain: flags are `DomainAbortJobFlags`.
  public static let domainAbortJobFlags = Procedure(442, "virDomainAbortJobFlags", .changes, .low, DomainRef.self, UInt32.self)
}
