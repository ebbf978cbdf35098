/// The events of networks that can be asked for (`virNetworkEventID`).
public enum NetworkEventID: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NETWORK_EVENT_ID_LIFECYCLE`.
  case lifecycle = 0
}

/// What happened to a network (`virNetworkEventLifecycleType`).
public enum NetworkEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NETWORK_EVENT_DEFINED`.
  case defined = 0
  /// `VIR_NETWORK_EVENT_UNDEFINED`.
  case undefined = 1
  /// `VIR_NETWORK_EVENT_STARTED`.
  case started = 2
  /// `VIR_NETWORK_EVENT_STOPPED`.
  case stopped = 3
}

/// The events of storage pools that can be asked for (`virStoragePoolEventID`).
public enum StoragePoolEventID: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE`.
  case lifecycle = 0
  /// `VIR_STORAGE_POOL_EVENT_ID_REFRESH`.
  case refresh = 1
}

/// What happened to a storage pool (`virStoragePoolEventLifecycleType`).
public enum StoragePoolEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_STORAGE_POOL_EVENT_DEFINED`.
  case defined = 0
  /// `VIR_STORAGE_POOL_EVENT_UNDEFINED`.
  case undefined = 1
  /// `VIR_STORAGE_POOL_EVENT_STARTED`.
  case started = 2
  /// `VIR_STORAGE_POOL_EVENT_STOPPED`.
  case stopped = 3
  /// `VIR_STORAGE_POOL_EVENT_CREATED`.
  case created = 4
  /// `VIR_STORAGE_POOL_EVENT_DELETED`.
  case deleted = 5
}

/// The events of host devices that can be asked for (`virNodeDeviceEventID`).
public enum NodeDeviceEventID: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE`.
  case lifecycle = 0
  /// `VIR_NODE_DEVICE_EVENT_ID_UPDATE`.
  case update = 1
}

/// What happened to a device of the host (`virNodeDeviceEventLifecycleType`).
public enum NodeDeviceEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_NODE_DEVICE_EVENT_CREATED`.
  case created = 0
  /// `VIR_NODE_DEVICE_EVENT_DELETED`.
  case deleted = 1
  /// `VIR_NODE_DEVICE_EVENT_DEFINED`.
  case defined = 2
  /// `VIR_NODE_DEVICE_EVENT_UNDEFINED`.
  case undefined = 3
}

/// The events of secrets that can be asked for (`virSecretEventID`).
public enum SecretEventID: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_SECRET_EVENT_ID_LIFECYCLE`.
  case lifecycle = 0
  /// `VIR_SECRET_EVENT_ID_VALUE_CHANGED`.
  case valueChanged = 1
}

/// What happened to a secret (`virSecretEventLifecycleType`).
public enum SecretEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_SECRET_EVENT_DEFINED`.
  case defined = 0
  /// `VIR_SECRET_EVENT_UNDEFINED`.
  case undefined = 1
}
