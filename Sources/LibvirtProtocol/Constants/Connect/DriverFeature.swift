/// What a driver or server can be asked to be able to do with `connectSupportsFeature`; libvirt publishes these numbers nowhere but in its
/// source (`virDrvFeature`).
public enum DriverFeature: Int32, CaseIterable, Hashable, Sendable {
  /// Migration of protocol version 1.
  case migrationV1 = 1
  /// It is a connection to a daemon.
  case remote = 2
  /// Migration of protocol version 2.
  case migrationV2 = 3
  /// Migration from peer to peer.
  case migrationP2p = 4
  /// Migration that the hypervisor does alone.
  case migrationDirect = 5
  /// Migration of protocol version 3.
  case migrationV3 = 6
  /// `DomainMigrateFlags.changeProtection`.
  case migrateChangeProtection = 7
  /// Passing descriptors.
  case fdPassing = 8
  /// Texts as typed parameters.
  case typedParamString = 9
  /// The keepalive protocol; asking turns it on.
  case programKeepalive = 10
  /// `DomainXMLFlags.migratable`.
  case xmlMigratable = 11
  /// Migration of domains that do not run.
  case migrationOffline = 12
  /// Migration with parameters.
  case migrationParams = 13
  /// Events that carry their registration.
  case remoteEventCallback = 14
  /// Telling when the daemon loses its hypervisor.
  case remoteCloseCallback = 15
  /// `networkUpdate` with its arguments in the documented order.
  case networkUpdateHasCorrectOrder = 16
}
