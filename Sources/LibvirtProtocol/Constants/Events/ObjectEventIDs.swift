/// The events of networks that can be asked for (`virNetworkEventID`).
public enum NetworkEventID: Int32, CaseIterable, Hashable, Sendable {
  /// A network came, went, started or stopped.
  case lifecycle = 0
}

/// What happened to a network (`virNetworkEventLifecycleType`).
public enum NetworkEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// It was defined.
  case defined = 0
  /// Its definition is gone.
  case undefined = 1
  /// It started.
  case started = 2
  /// It stopped.
  case stopped = 3
}

/// The events of storage pools that can be asked for (`virStoragePoolEventID`).
public enum StoragePoolEventID: Int32, CaseIterable, Hashable, Sendable {
  /// A pool came, went, started or stopped.
  case lifecycle = 0
  /// A pool looked for its volumes anew.
  case refresh = 1
}

/// What happened to a storage pool (`virStoragePoolEventLifecycleType`).
public enum StoragePoolEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// It was defined.
  case defined = 0
  /// Its definition is gone.
  case undefined = 1
  /// It started.
  case started = 2
  /// It stopped.
  case stopped = 3
  /// Its storage was prepared.
  case created = 4
  /// Its storage was deleted.
  case deleted = 5
}

/// The events of host devices that can be asked for (`virNodeDeviceEventID`).
public enum NodeDeviceEventID: Int32, CaseIterable, Hashable, Sendable {
  /// A device came or went.
  case lifecycle = 0
  /// What is known of a device changed.
  case update = 1
}

/// What happened to a device of the host (`virNodeDeviceEventLifecycleType`).
public enum NodeDeviceEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// It is there.
  case created = 0
  /// It is gone.
  case deleted = 1
  /// It was defined.
  case defined = 2
  /// Its definition is gone.
  case undefined = 3
}

/// The events of secrets that can be asked for (`virSecretEventID`).
public enum SecretEventID: Int32, CaseIterable, Hashable, Sendable {
  /// A secret came or went.
  case lifecycle = 0
  /// A secret's value was set.
  case valueChanged = 1
}

/// What happened to a secret (`virSecretEventLifecycleType`).
public enum SecretEventLifecycleType: Int32, CaseIterable, Hashable, Sendable {
  /// It was defined.
  case defined = 0
  /// Its definition is gone.
  case undefined = 1
}
