import XDR

/// What the operating system in a guest, or the agent there, is asked.
extension Remote {
  /// A guest's host name: flags are `DomainGetHostnameFlags`.
  public static let domainGetHostname = Procedure(
    277, "virDomainGetHostname", .discloses, .low, DomainRef.self, UInt32.self, returns: String.self)
  /// Discards unused blocks of a guest's file systems: mount point or nil for all, least bytes.
  public static let domainFstrim = Procedure(294, "virDomainFSTrim", .changes, .low, DomainRef.self, String?.self, UInt64.self, UInt32.self)
  /// Sends a signal to a process in a guest: process, `DomainProcessSignal`.
  public static let domainSendProcessSignal = Procedure(
    295, "virDomainSendProcessSignal", .changes, .low, DomainRef.self, Int64.self, UInt32.self, UInt32.self)
  /// Freezes a guest's file systems, those mounted at some points or all; answers with their number.
  public static let domainFsfreeze = Procedure(
    335, "virDomainFSFreeze", .changes, .low, DomainRef.self, Bounded<256, String>.self, UInt32.self, returns: Int32.self)
  /// Thaws a guest's file systems, those mounted at some points or all; answers with their number.
  public static let domainFsthaw = Procedure(
    336, "virDomainFSThaw", .changes, .low, DomainRef.self, Bounded<256, String>.self, UInt32.self, returns: Int32.self)
  /// The time in a guest.
  public static let domainGetTime = Procedure(
    337, "virDomainGetTime", .discloses, .low, DomainRef.self, UInt32.self, returns: DomainTime.self)
  /// Sets the time in a guest: seconds since 1970, nanoseconds, `DomainSetTimeFlags`.
  public static let domainSetTime = Procedure(338, "virDomainSetTime", .changes, .low, DomainRef.self, Int64.self, UInt32.self, UInt32.self)
  /// The file systems that a guest has mounted. libvirt refuses it on a read-only connection.
  public static let domainGetFsinfo = Procedure(
    349, "virDomainGetFSInfo", .discloses, .low, DomainRef.self, UInt32.self, returns: Listing<256, DomainFSInfo, UInt32>.self)
  /// A guest's network interfaces and their addresses: `DomainInterfaceAddressesSource`.
  public static let domainInterfaceAddresses = Procedure(
    353, "virDomainInterfaceAddresses", .reads, .low, DomainRef.self, UInt32.self, UInt32.self,
    returns: Bounded<2048, DomainInterface>.self)
  /// Sets a user's password in a guest: flags are `DomainSetUserPasswordFlags`.
  public static let domainSetUserPassword = Procedure(
    357, "virDomainSetUserPassword", .changes, .low, DomainRef.self, String?.self, String?.self, UInt32.self)
  /// A guest's own view of its virtual CPUs, by its agent.
  public static let domainGetGuestVcpus = Procedure(
    371, "virDomainGetGuestVcpus", .discloses, .low, DomainRef.self, UInt32.self, returns: Bounded<64, TypedParameter>.self)
  /// Has a guest's agent use virtual CPUs (1) or not (0): list of CPUs.
  public static let domainSetGuestVcpus = Procedure(
    372, "virDomainSetGuestVcpus", .changes, .low, DomainRef.self, String.self, Int32.self, UInt32.self)
  /// Facts that a guest's agent tells: `DomainGuestInfoTypes`.
  public static let domainGetGuestInfo = Procedure(
    418, "virDomainGetGuestInfo", .discloses, .low, DomainRef.self, UInt32.self, UInt32.self, returns: Bounded<2048, TypedParameter>.self)
  /// Sets how long to wait for a guest's agent: seconds or a `DomainAgentResponseTimeout`.
  public static let domainAgentSetResponseTimeout = Procedure(
    420, "virDomainAgentSetResponseTimeout", .changes, .low, DomainRef.self, Int32.self, UInt32.self, returns: Int32.self)
  /// The SSH keys of a user in a guest.
  public static let domainAuthorizedSshKeysGet = Procedure(
    424, "virDomainAuthorizedSSHKeysGet", .discloses, .low, DomainRef.self, String.self, UInt32.self, returns: Bounded<2048, String>.self)
  /// Changes the SSH keys of a user in a guest: flags are `DomainAuthorizedSSHKeysSetFlags`.
  public static let domainAuthorizedSshKeysSet = Procedure(
    425, "virDomainAuthorizedSSHKeysSet", .changes, .low, DomainRef.self, String.self, Bounded<2048, String>.self, UInt32.self)
}
