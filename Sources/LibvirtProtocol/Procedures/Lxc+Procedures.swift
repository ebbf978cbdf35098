import XDR

/// All of them.
extension Lxc {
  /// The namespaces of a container; the descriptors come along with the reply.
  public static let domainOpenNamespace = Procedure(
    1, "virDomainLxcOpenNamespace", .changes, .low, DomainRef.self, UInt32.self, program: .lxc)
}
