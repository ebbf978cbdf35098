// One import has all that a program needs.
@_exported import ConnectionURI
@_exported import Drivers
@_exported import Libvirt
@_exported import LibvirtProtocol

extension Connection {
  /// Opens a connection to a hypervisor: `try await Connection.open("qemu:///system")`.
  ///
  /// - Parameters:
  ///   - name: A connection URI, or an alias of the user's libvirt.conf. Without one it is libvirt's choice: `LIBVIRT_DEFAULT_URI`,
  ///     `uri_default` of libvirt.conf, then the local daemon.
  ///   - readOnly: Refuse everything that changes something.
  ///   - deadline: When it must have succeeded; nil waits without bound. Cancelling the task gives up at any time.
  ///   - dialogue: Who answers when a name, a password or a decision is needed; nobody unless said otherwise.
  ///   - drivers: Which driver opens what; all that are built in unless said otherwise.
  ///   - environment: Variables, user and sockets; those of this process unless said otherwise.
  /// - Throws: ``ConnectionURIError`` for a URI that is wrong, ``ConfigurationError`` for a libvirt.conf that is, else ``LibvirtError``
  ///   with libvirt's number and words.
  public static func open(
    _ name: String? = nil, readOnly: Bool = false, deadline: ContinuousClock.Instant? = nil, dialogue: any Dialogue = NoDialogue(),
    drivers: DriverRegistry = .builtIn, environment: ConnectionEnvironment = .current()
  ) async throws -> Connection {
    // An empty name is libvirt's own choice: virsh's variable is for virsh.
    try await ConnectionOpener(registry: drivers, environment: environment)
      .open(name ?? "", readOnly: readOnly, deadline: deadline, dialogue: dialogue)
  }
}
