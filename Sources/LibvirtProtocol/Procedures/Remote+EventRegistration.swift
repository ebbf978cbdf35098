import XDR

/// Asking for events, and no longer asking.
extension Remote {
  /// Asks for lifecycle events in their oldest form; answers with the number of registrations.
  public static let connectDomainEventRegister = Procedure(105, "virConnectDomainEventRegister", .reads, .high, returns: Int32.self)
  /// Ends `connectDomainEventRegister`.
  public static let connectDomainEventDeregister = Procedure(106, "virConnectDomainEventDeregister", .reads, .high, returns: Int32.self)
  /// Asks for events of a `DomainEventID` in their older form.
  public static let connectDomainEventRegisterAny = Procedure(167, "virConnectDomainEventRegisterAny", .reads, .high, Int32.self)
  /// Ends `connectDomainEventRegisterAny`.
  public static let connectDomainEventDeregisterAny = Procedure(168, "virConnectDomainEventDeregisterAny", .reads, .high, Int32.self)
  /// Asks for events of a `NetworkEventID`, of one network or of all; answers with the registration.
  public static let connectNetworkEventRegisterAny = Procedure(
    313, "virConnectNetworkEventRegisterAny", .reads, .high, Int32.self, NetworkRef?.self, returns: Int32.self)
  /// Ends `connectNetworkEventRegisterAny`.
  public static let connectNetworkEventDeregisterAny = Procedure(314, "virConnectNetworkEventDeregisterAny", .reads, .high, Int32.self)
  /// Asks for events of a `DomainEventID`, of one domain or of all; answers with the registration.
  public static let connectDomainEventCallbackRegisterAny = Procedure(
    316, "virConnectDomainEventRegisterAny", .reads, .high, Int32.self, DomainRef?.self, returns: Int32.self)
  /// Ends `connectDomainEventCallbackRegisterAny`.
  public static let connectDomainEventCallbackDeregisterAny = Procedure(
    317, "virConnectDomainEventDeregisterAny", .reads, .high, Int32.self)
  /// Asks to be told when the server loses its hypervisor.
  public static let connectRegisterCloseCallback = Procedure(360, "virConnectRegisterCloseCallback", .reads, .high)
  /// Ends `connectRegisterCloseCallback`.
  public static let connectUnregisterCloseCallback = Procedure(361, "virConnectUnregisterCloseCallback", .reads, .high)
  /// Asks for events of a `StoragePoolEventID`, of one pool or of all; answers with the registration.
  public static let connectStoragePoolEventRegisterAny = Procedure(
    368, "virConnectStoragePoolEventRegisterAny", .reads, .high, Int32.self, StoragePoolRef?.self, returns: Int32.self)
  /// Ends `connectStoragePoolEventRegisterAny`.
  public static let connectStoragePoolEventDeregisterAny = Procedure(
    369, "virConnectStoragePoolEventDeregisterAny", .reads, .high, Int32.self)
  /// Asks for events of a `NodeDeviceEventID`, of one device or of all; answers with the registration.
  public static let connectNodeDeviceEventRegisterAny = Procedure(
    374, "virConnectNodeDeviceEventRegisterAny", .reads, .high, Int32.self, NodeDeviceRef?.self, returns: Int32.self)
  /// Ends `connectNodeDeviceEventRegisterAny`.
  public static let connectNodeDeviceEventDeregisterAny = Procedure(
    375, "virConnectNodeDeviceEventDeregisterAny", .reads, .high, Int32.self)
  /// Asks for events of a `SecretEventID`, of one secret or of all; answers with the registration.
  public static let connectSecretEventRegisterAny = Procedure(
    380, "virConnectSecretEventRegisterAny", .reads, .high, Int32.self, SecretRef?.self, returns: Int32.self)
  /// Ends `connectSecretEventRegisterAny`.
  public static let connectSecretEventDeregisterAny = Procedure(381, "virConnectSecretEventDeregisterAny", .reads, .high, Int32.self)
}
