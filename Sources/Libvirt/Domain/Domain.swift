import Drivers
import LibvirtProtocol

/// A domain of a connection: libvirt's word for a virtual machine.
///
/// A handle keeps the connection it came from. After that connection has ended its methods fail; nothing goes on
/// against another daemon unseen.
public struct Domain: Sendable {
  /// The connection the handle came from.
  public let connection: Connection
  /// Name, UUID and, while it runs, the number.
  public let ref: DomainRef

  /// A handle on a domain that was looked up on `connection`.
  public init(_ ref: DomainRef, on connection: Connection) {
    self.ref = ref
    self.connection = connection
  }

  /// The name, unique on its host.
  public var name: String { ref.name }
  /// The UUID, which stays when the domain is renamed.
  public var uuid: UUID { ref.uuid }
  /// The number while the domain is active, else nil. libvirt sends -1 for that.
  public var id: Int32? { ref.id < 0 ? nil : ref.id }
}
