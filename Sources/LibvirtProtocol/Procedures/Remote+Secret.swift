import XDR

/// Secrets, such as passphrases of encrypted volumes.
extension Remote {
  /// The secret of a UUID.
  public static let secretLookupByUuid = Procedure(141, "virSecretLookupByUUID", .reads, .high, UUID.self, returns: SecretRef.self)
  /// Defines a secret from XML, or changes its definition: flags are `SecretDefineFlags`.
  public static let secretDefineXml = Procedure(
    142, "virSecretDefineXML", .changes, .high, String.self, UInt32.self, returns: SecretRef.self)
  /// A secret's definition as XML, without its value.
  public static let secretGetXmlDesc = Procedure(
    143, "virSecretGetXMLDesc", .reads, .high, SecretRef.self, UInt32.self, returns: String.self)
  /// Sets a secret's value.
  public static let secretSetValue = Procedure(144, "virSecretSetValue", .changes, .high, SecretRef.self, Opaque<65536>.self, UInt32.self)
  /// A secret's value; refused for a private secret, and on a read-only connection.
  public static let secretGetValue = Procedure(
    145, "virSecretGetValue", .discloses, .high, SecretRef.self, UInt32.self, returns: Opaque<65536>.self)
  /// Forgets a secret with its value.
  public static let secretUndefine = Procedure(146, "virSecretUndefine", .changes, .high, SecretRef.self)
  /// The secret for a use: a `SecretUsageType` and what uses it.
  public static let secretLookupByUsage = Procedure(
    147, "virSecretLookupByUsage", .reads, .high, Int32.self, String.self, returns: SecretRef.self)
}
