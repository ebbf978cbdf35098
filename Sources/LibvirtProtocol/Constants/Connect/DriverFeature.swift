/// What a driver or server can be asked to be able to do with `connectSupportsFeature`; libvirt publishes these numbers nowhere but in its
/// source (`virDrvFeature`).
public enum DriverFeature: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DRV_FEATURE_MIGRATION_V1`.
  case migrationV1 = 1
  /// `VIR_DRV_FEATURE_REMOTE`.
  case remote = 2
  /// `VIR_DRV_FEATURE_MIGRATION_V2`.
  case migrationV2 = 3
  /// `VIR_DRV_FEATURE_MIGRATION_P2P`.
  case migrationP2p = 4
  /// `VIR_DRV_FEATURE_MIGRATION_DIRECT`.
  case migrationDirect = 5
  /// `VIR_DRV_FEATURE_MIGRATION_V3`.
  case migrationV3 = 6
  /// `VIR_DRV_FEATURE_MIGRATE_CHANGE_PROTECTION`.
  case migrateChangeProtection = 7
  /// `VIR_DRV_FEATURE_FD_PASSING`.
  case fdPassing = 8
  /// `VIR_DRV_FEATURE_TYPED_PARAM_STRING`.
  case typedParamString = 9
  /// `VIR_DRV_FEATURE_PROGRAM_KEEPALIVE`.
  case programKeepalive = 10
  /// `VIR_DRV_FEATURE_XML_MIGRATABLE`.
  case xmlMigratable = 11
  /// `VIR_DRV_FEATURE_MIGRATION_OFFLINE`.
  case migrationOffline = 12
  /// `VIR_DRV_FEATURE_MIGRATION_PARAMS`.
  case migrationParams = 13
  /// `VIR_DRV_FEATURE_REMOTE_EVENT_CALLBACK`.
  case remoteEventCallback = 14
  /// `VIR_DRV_FEATURE_REMOTE_CLOSE_CALLBACK`.
  case remoteCloseCallback = 15
  /// `VIR_DRV_FEATURE_NETWORK_UPDATE_HAS_CORRECT_ORDER`.
  case networkUpdateHasCorrectOrder = 16
}
