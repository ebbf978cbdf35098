import XDR

/// Events of networks, storage pools, devices, secrets, and of the connection.
extension Remote {
  /// A network came, went, started or stopped.
  public static let networkEventLifecycle = EventMessage(315, "networkEventLifecycle", NetworkLifecycleEvent.self)
  /// The server lost its hypervisor: a `ConnectCloseReason`.
  public static let connectEventConnectionClosed = EventMessage(362, "connectEventConnectionClosed", Int32.self)
  /// A storage pool came, went, started or stopped.
  public static let storagePoolEventLifecycle = EventMessage(370, "storagePoolEventLifecycle", StoragePoolLifecycleEvent.self)
  /// A storage pool looked for its volumes anew.
  public static let storagePoolEventRefresh = EventMessage(373, "storagePoolEventRefresh", StoragePoolRefreshEvent.self)
  /// A device of the host came or went.
  public static let nodeDeviceEventLifecycle = EventMessage(376, "nodeDeviceEventLifecycle", NodeDeviceLifecycleEvent.self)
  /// What is known of a device of the host changed.
  public static let nodeDeviceEventUpdate = EventMessage(377, "nodeDeviceEventUpdate", NodeDeviceUpdateEvent.self)
  /// A secret came or went.
  public static let secretEventLifecycle = EventMessage(382, "secretEventLifecycle", SecretLifecycleEvent.self)
  /// A secret's value was set.
  public static let secretEventValueChanged = EventMessage(383, "secretEventValueChanged", SecretValueChangedEvent.self)
}
