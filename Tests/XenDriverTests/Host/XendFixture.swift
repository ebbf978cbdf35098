import ConnectionURI
import Drivers
import LibvirtProtocol
import Sockets
import TestDaemonKit
import XDR
import XenSimulators

@testable import XenDriver

/// A simulated xend on a unix socket, and a connection to it.
struct XendFixture {
  let simulator: XendSimulator
  let driver: XenDriver<XendHost>
  private let folder: SocketFolder

  /// Starts a xend of a release with so many domains, opens it and forgets the requests so far; cleans up after `body`.
  static func with(
    _ release: XenRelease = .v3_4, domains: Int = 0, patience: Int = 60, scheduler: String? = nil,
    longOperations: Duration = .milliseconds(20), latency: Duration = .zero, memory: Int = 16_384, definitions: String = "/nonexistent",
    _ body: (XendFixture) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    var options = XendSimulatorOptions(unixPath: folder.socket("xend"), release: release, domains: domains)
    options.scheduler = scheduler
    options.longOperations = longOperations
    options.latency = latency
    options.memory = memory
    let simulator = try await XendSimulator.start(options)
    do {
      let driver = try await XendHost.open(
        .unix(.path(folder.socket("xend"))), uri: "xen:///", context(patience: patience, definitions: definitions))
      await simulator.forgetRequests()
      try await body(XendFixture(simulator: simulator, driver: driver, folder: folder))
      await driver.close()
    } catch {
      await simulator.stop()
      folder.remove("xend")
      throw error
    }
    await simulator.stop()
    folder.remove("xend")
  }

  /// A context whose quick operations may take so many seconds.
  static func context(patience: Int = 60, definitions: String = "/nonexistent") -> OpenContext {
    OpenContext(
      environment: ConnectionEnvironment(variables: ["LIBVIRT_XM_CONFIG_DIR": definitions], effectiveUserID: 0) { _ in false },
      keepalive: KeepaliveSettings(interval: 1, count: patience))
  }

  /// A paravirtual domain's XML.
  static func xml(_ name: String, uuid: String? = nil, memory: Int = 64, vcpus: Int = 1, devices: String = "") -> String {
    """
    <domain type='xen'><name>\(name)</name>\(uuid.map { "<uuid>\($0)</uuid>" } ?? "")<memory unit='MiB'>\(memory)</memory>
    <vcpu>\(vcpus)</vcpu><os><type>linux</type><kernel>/boot/vmlinuz</kernel></os><devices>\(devices)</devices></domain>
    """
  }

  func domain(_ name: String) async throws -> DomainRef { try await driver.call(Remote.domainLookupByName, name) }

  func state(_ name: String) async throws -> DomainRunState? {
    let state = DomainRunState(rawValue: try await driver.call(Remote.domainGetState, domain(name), 0).state)
    // A guest that waits for something runs all the same.
    return state == .blocked ? .running : state
  }

  func names(_ flags: ConnectListAllDomainsFlags = []) async throws -> [String] {
    try await driver.call(Remote.connectListAllDomains, 1, flags.rawValue).elements.map(\.name)
  }

  func define(_ xml: String) async throws -> DomainRef { try await driver.call(Remote.domainDefineXml, xml) }

  func create(_ xml: String, _ flags: DomainCreateFlags = []) async throws -> DomainRef {
    try await driver.call(Remote.domainCreateXml, xml, flags.rawValue)
  }

  /// What was posted, in order.
  var arguments: [[String: String]] { get async { await simulator.requests.filter { $0.method == "POST" }.map(\.arguments) } }

  /// All domains and what each is doing.
  var states: [String: String] {
    get async {
      var states: [String: String] = [:]
      for name in await simulator.domainNames { states[name] = await simulator.state(of: name) }
      return states
    }
  }

  /// The operations that changed something, in order.
  var operations: [String] { get async { await simulator.requests.compactMap(\.operation) } }
}
