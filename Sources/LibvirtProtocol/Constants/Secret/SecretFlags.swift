/// What a secret is for (`virSecretUsageType`).
public enum SecretUsageType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_SECRET_USAGE_TYPE_NONE`.
  case none = 0
  /// `VIR_SECRET_USAGE_TYPE_VOLUME`.
  case volume = 1
  /// `VIR_SECRET_USAGE_TYPE_CEPH`.
  case ceph = 2
  /// `VIR_SECRET_USAGE_TYPE_ISCSI`.
  case iscsi = 3
  /// `VIR_SECRET_USAGE_TYPE_TLS`.
  case tls = 4
  /// `VIR_SECRET_USAGE_TYPE_VTPM`.
  case vtpm = 5
}

/// Which secrets are wanted; within each pair, none means both (`virConnectListAllSecretsFlags`).
public struct ConnectListAllSecretsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_LIST_SECRETS_EPHEMERAL`.
  public static let ephemeral = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL`.
  public static let noEphemeral = Self(rawValue: 1 << 1)
  /// `VIR_CONNECT_LIST_SECRETS_PRIVATE`.
  public static let `private` = Self(rawValue: 1 << 2)
  /// `VIR_CONNECT_LIST_SECRETS_NO_PRIVATE`.
  public static let noPrivate = Self(rawValue: 1 << 3)
}

/// How a secret is defined (`virSecretDefineFlags`).
public struct SecretDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_SECRET_DEFINE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}
