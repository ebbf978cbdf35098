/// What a secret is for (`virSecretUsageType`).
public enum SecretUsageType: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing in particular.
  case none = 0
  /// An encrypted volume.
  case volume = 1
  /// A Ceph client.
  case ceph = 2
  /// An iSCSI initiator.
  case iscsi = 3
  /// A TLS key.
  case tls = 4
  /// An emulated TPM.
  case vtpm = 5
}

/// Which secrets are wanted; within each pair, none means both (`virConnectListAllSecretsFlags`).
public struct ConnectListAllSecretsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those kept in memory only.
  public static let ephemeral = Self(rawValue: 1 << 0)
  /// Those kept on disk.
  public static let noEphemeral = Self(rawValue: 1 << 1)
  /// Those whose value nobody is told.
  public static let `private` = Self(rawValue: 1 << 2)
  /// Those whose value can be read.
  public static let noPrivate = Self(rawValue: 1 << 3)
}

/// How a secret is defined (`virSecretDefineFlags`).
public struct SecretDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}
