import XDR

/// Finding, defining, starting and stopping domains.
extension Remote {
  /// Starts a defined domain.
  public static let domainCreate = Procedure(9, "virDomainCreate", .changes, .low, DomainRef.self)
  /// Starts a transient domain from XML: flags are `DomainCreateFlags`.
  public static let domainCreateXml = Procedure(10, "virDomainCreateXML", .changes, .low, String.self, UInt32.self, returns: DomainRef.self)
  /// Defines a domain from XML, or changes its definition.
  public static let domainDefineXml = Procedure(11, "virDomainDefineXML", .changes, .high, String.self, returns: DomainRef.self)
  /// Stops a domain at once.
  public static let domainDestroy = Procedure(12, "virDomainDestroy", .changes, .high, DomainRef.self)
  /// A domain's definition as XML: flags are `DomainXMLFlags`.
  public static let domainGetXmlDesc = Procedure(14, "virDomainGetXMLDesc", .reads, .low, DomainRef.self, UInt32.self, returns: String.self)
  /// Whether a domain starts along with the host: 1 or 0.
  public static let domainGetAutostart = Procedure(15, "virDomainGetAutostart", .reads, .high, DomainRef.self, returns: Int32.self)
  /// A domain in brief.
  public static let domainGetInfo = Procedure(16, "virDomainGetInfo", .reads, .low, DomainRef.self, returns: DomainInfo.self)
  /// What a domain boots, such as `hvm`.
  public static let domainGetOsType = Procedure(19, "virDomainGetOSType", .reads, .high, DomainRef.self, returns: String.self)
  /// The domain that runs under a number.
  public static let domainLookupById = Procedure(22, "virDomainLookupByID", .reads, .high, Int32.self, returns: DomainRef.self)
  /// The domain of a name.
  public static let domainLookupByName = Procedure(23, "virDomainLookupByName", .reads, .high, String.self, returns: DomainRef.self)
  /// The domain of a UUID.
  public static let domainLookupByUuid = Procedure(24, "virDomainLookupByUUID", .reads, .high, UUID.self, returns: DomainRef.self)
  /// Asks a guest to reboot: flags are `DomainRebootFlags`.
  public static let domainReboot = Procedure(27, "virDomainReboot", .changes, .low, DomainRef.self, UInt32.self)
  /// Lets a paused domain go on.
  public static let domainResume = Procedure(28, "virDomainResume", .changes, .low, DomainRef.self)
  /// Makes a domain start along with the host (1), or not (0).
  public static let domainSetAutostart = Procedure(29, "virDomainSetAutostart", .changes, .high, DomainRef.self, Int32.self)
  /// Asks a guest to shut down.
  public static let domainShutdown = Procedure(33, "virDomainShutdown", .changes, .low, DomainRef.self)
  /// Pauses a domain.
  public static let domainSuspend = Procedure(34, "virDomainSuspend", .changes, .low, DomainRef.self)
  /// Forgets a domain's definition.
  public static let domainUndefine = Procedure(35, "virDomainUndefine", .changes, .high, DomainRef.self)
  /// How a running domain is confined.
  public static let domainGetSecurityLabel = Procedure(
    121, "virDomainGetSecurityLabel", .reads, .high, DomainRef.self, returns: SecurityLabel.self)
  /// Whether a domain runs: 1 or 0.
  public static let domainIsActive = Procedure(150, "virDomainIsActive", .reads, .high, DomainRef.self, returns: Int32.self)
  /// Whether a domain is defined: 1 or 0.
  public static let domainIsPersistent = Procedure(151, "virDomainIsPersistent", .reads, .high, DomainRef.self, returns: Int32.self)
  /// Starts a defined domain: flags are `DomainCreateFlags`.
  public static let domainCreateWithFlags = Procedure(
    196, "virDomainCreateWithFlags", .changes, .low, DomainRef.self, UInt32.self, returns: DomainRef.self)
  /// Whether a running domain differs from its definition: 1 or 0.
  public static let domainIsUpdated = Procedure(202, "virDomainIsUpdated", .reads, .high, DomainRef.self, returns: Int32.self)
  /// A domain's state, and why it is in it.
  public static let domainGetState = Procedure(
    212, "virDomainGetState", .reads, .high, DomainRef.self, UInt32.self, returns: DomainState.self)
  /// Forgets a domain's definition: flags are `DomainUndefineFlags`.
  public static let domainUndefineFlags = Procedure(231, "virDomainUndefineFlags", .changes, .high, DomainRef.self, UInt32.self)
  /// Stops a domain at once: flags are `DomainDestroyFlags`.
  public static let domainDestroyFlags = Procedure(234, "virDomainDestroyFlags", .changes, .high, DomainRef.self, UInt32.self)
  /// Resets a domain as the button would.
  public static let domainReset = Procedure(245, "virDomainReset", .changes, .low, DomainRef.self, UInt32.self)
  /// Asks a guest to shut down: flags are `DomainShutdownFlags`.
  public static let domainShutdownFlags = Procedure(258, "virDomainShutdownFlags", .changes, .low, DomainRef.self, UInt32.self)
  /// Has a guest suspend itself: `NodeSuspendTarget`, seconds.
  public static let domainPmSuspendForDuration = Procedure(
    261, "virDomainPMSuspendForDuration", .changes, .low, DomainRef.self, UInt32.self, UInt64.self, UInt32.self)
  /// Sets title, description or metadata: `DomainMetadataType`, text (nil removes it), key, namespace.
  public static let domainSetMetadata = Procedure(
    264, "virDomainSetMetadata", .changes, .low, DomainRef.self, Int32.self, String?.self, String?.self, String?.self, UInt32.self)
  /// Title, description or metadata: `DomainMetadataType`, namespace.
  public static let domainGetMetadata = Procedure(
    265, "virDomainGetMetadata", .reads, .low, DomainRef.self, Int32.self, String?.self, UInt32.self, returns: String.self)
  /// Wakes a guest that suspended itself.
  public static let domainPmWakeup = Procedure(267, "virDomainPMWakeup", .changes, .low, DomainRef.self, UInt32.self)
  /// How a running domain is confined by each model.
  public static let domainGetSecurityLabelList = Procedure(
    278, "virDomainGetSecurityLabelList", .reads, .high, DomainRef.self, returns: Listing<64, SecurityLabel, Int32>.self)
  /// Starts a transient domain from XML, with descriptors passed along: flags are `DomainCreateFlags`.
  public static let domainCreateXmlWithFiles = Procedure(
    309, "virDomainCreateXMLWithFiles", .changes, .low, String.self, UInt32.self, returns: DomainRef.self)
  /// Starts a defined domain, with descriptors passed along: flags are `DomainCreateFlags`.
  public static let domainCreateWithFiles = Procedure(
    310, "virDomainCreateWithFiles", .changes, .low, DomainRef.self, UInt32.self, returns: DomainRef.self)
  /// Defines a domain from XML, or changes its definition: flags are `DomainDefineFlags`.
  public static let domainDefineXmlFlags = Procedure(
    350, "virDomainDefineXMLFlags", .changes, .high, String.self, UInt32.self, returns: DomainRef.self)
  /// Gives a domain another name.
  public static let domainRename = Procedure(
    358, "virDomainRename", .changes, .low, DomainRef.self, String?.self, UInt32.self, returns: Int32.self)
  /// Sets what happens on an occasion: `DomainLifecycle`, `DomainLifecycleAction`, `DomainModificationImpact`.
  public static let domainSetLifecycleAction = Procedure(
    390, "virDomainSetLifecycleAction", .changes, .low, DomainRef.self, UInt32.self, UInt32.self, UInt32.self)
  /// How a confidential guest was launched.
  public static let domainGetLaunchSecurityInfo = Procedure(
    396, "virDomainGetLaunchSecurityInfo", .reads, .low, DomainRef.self, UInt32.self, returns: Bounded<64, TypedParameter>.self)
  /// What is to be said about a domain, such as why it is tainted: flags are `DomainMessageType`.
  public static let domainGetMessages = Procedure(
    426, "virDomainGetMessages", .reads, .low, DomainRef.self, UInt32.self, returns: Bounded<2048, String>.self)
  /// Gives a confidential guest its secrets.
  public static let domainSetLaunchSecurityState = Procedure(
    439, "virDomainSetLaunchSecurityState", .changes, .low, DomainRef.self, Bounded<64, TypedParameter>.self, UInt32.self)
}
