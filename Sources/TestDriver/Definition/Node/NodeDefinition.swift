import XMLTree

/// A whole host of the test driver: its processors and memory, and what lives on it from the start.
public struct NodeDefinition: Sendable {
  /// A domain of the host.
  public struct Domain: Sendable, Hashable {
    /// Its definition.
    public var definition: DomainDefinition
    /// libvirt's `virDomainState`, 0…7; 1 is running, 5 is shut off.
    public var state: Int32
    /// Whether it vanishes when it stops.
    public var isTransient: Bool
    /// Whether its memory lies in a file, as after `managedsave`.
    public var hasManagedSave: Bool
    /// Its snapshots: `domainsnapshot` elements as `snapshot-dumpxml` prints them.
    public var snapshots: [XMLElement]
  }

  /// A user who may connect, when the file asks for authentication.
  public struct User: Sendable, Hashable {
    /// The name to log in with.
    public var name: String
    /// The password; `nil` when none is asked for.
    public var password: String?

    /// A user with this name and password.
    public init(name: String, password: String?) {
      self.name = name
      self.password = password
    }
  }

  /// Processors and memory.
  public var host: HostDescription
  /// Domains in the order of their ids.
  public var domains: [Domain]
  /// Virtual networks, `network` elements; all are active.
  public var networks: [XMLElement]
  /// Host interfaces, `interface` elements; all are active.
  public var interfaces: [XMLElement]
  /// Storage pools, `pool` elements; all are active. The elements `volume` inside a pool are its volumes.
  public var pools: [XMLElement]
  /// Node devices, `device` elements.
  public var devices: [XMLElement]
  /// Secrets, `secret` elements.
  public var secrets: [XMLElement]
  /// Who may connect; everybody when empty.
  public var users: [User]

  /// The namespace of the test driver's own elements in a `domain`: `runstate`, `transient`, `hasmanagedsave`, `domainsnapshot`.
  public static let namespace = "http://libvirt.org/schemas/domain/test/1.0"
}
