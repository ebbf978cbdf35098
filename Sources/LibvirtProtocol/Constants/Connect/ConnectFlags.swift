/// How a connection is opened (`virConnectFlags`).
public struct ConnectFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_RO`.
  public static let ro = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_NO_ALIASES`.
  public static let noAliases = Self(rawValue: 1 << 1)
}

/// Why a connection ended (`virConnectCloseReason`).
public enum ConnectCloseReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_CONNECT_CLOSE_REASON_ERROR`.
  case error = 0
  /// `VIR_CONNECT_CLOSE_REASON_EOF`.
  case eof = 1
  /// `VIR_CONNECT_CLOSE_REASON_KEEPALIVE`.
  case keepalive = 2
  /// `VIR_CONNECT_CLOSE_REASON_CLIENT`.
  case client = 3
}

/// What a user may be asked for when a connection is opened (`virConnectCredentialType`).
public enum ConnectCredentialType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_CRED_USERNAME`.
  case username = 1
  /// `VIR_CRED_AUTHNAME`.
  case authname = 2
  /// `VIR_CRED_LANGUAGE`.
  case language = 3
  /// `VIR_CRED_CNONCE`.
  case cnonce = 4
  /// `VIR_CRED_PASSPHRASE`.
  case passphrase = 5
  /// `VIR_CRED_ECHOPROMPT`.
  case echoprompt = 6
  /// `VIR_CRED_NOECHOPROMPT`.
  case noechoprompt = 7
  /// `VIR_CRED_REALM`.
  case realm = 8
  /// `VIR_CRED_EXTERNAL`.
  case external = 9
}
