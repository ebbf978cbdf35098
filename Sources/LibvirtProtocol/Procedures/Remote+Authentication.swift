import XDR

/// How a client proves who it is, before anything else works.
extension Remote {
  /// The ways in which a client may prove who it is. Works before anything else.
  public static let authList = Procedure(66, "remoteAuthList", .reads, .high, returns: Bounded<20, AuthType>.self)
  /// The SASL mechanisms the server offers, separated by commas.
  public static let authSaslInit = Procedure(67, "remoteAuthSASLInit", .reads, .high, returns: String.self)
  /// Begins SASL: mechanism, 1 if there is no data, data.
  public static let authSaslStart = Procedure(
    68, "remoteAuthSASLStart", .reads, .high, String.self, Int32.self, BoundedChars<65536>.self, returns: SASLStep.self)
  /// Goes on with SASL: 1 if there is no data, data.
  public static let authSaslStep = Procedure(
    69, "remoteAuthSASLStep", .reads, .high, Int32.self, BoundedChars<65536>.self, returns: SASLStep.self)
  /// Has polkit decide on the server's host, which may ask the user there.
  public static let authPolkit = Procedure(70, "remoteAuthPolkit", .reads, .high, returns: Int32.self)
}
