/// How a connection is opened (`virConnectFlags`).
public struct ConnectFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Nothing may be changed.
  public static let ro = Self(rawValue: 1 << 0)
  /// A name without a colon is no alias.
  public static let noAliases = Self(rawValue: 1 << 1)
}

/// Why a connection ended (`virConnectCloseReason`).
public enum ConnectCloseReason: Int32, CaseIterable, Hashable, Sendable {
  /// It failed.
  case error = 0
  /// The other side ended it.
  case eof = 1
  /// The other side showed no sign of life.
  case keepalive = 2
  /// This side ended it.
  case client = 3
}

/// What a user may be asked for when a connection is opened (`virConnectCredentialType`).
public enum ConnectCredentialType: Int32, CaseIterable, Hashable, Sendable {
  /// The name of whom to act as.
  case username = 1
  /// The name of who proves who they are.
  case authname = 2
  /// Languages, in order of preference.
  case language = 3
  /// A client's nonce.
  case cnonce = 4
  /// A secret.
  case passphrase = 5
  /// An answer that may be seen.
  case echoprompt = 6
  /// An answer that may not be seen.
  case noechoprompt = 7
  /// The realm of the name.
  case realm = 8
  /// Something that a program outside does.
  case external = 9
}
