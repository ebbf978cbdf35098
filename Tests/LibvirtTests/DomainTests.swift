import ConnectionURI
import Drivers
import Libvirt
import LibvirtProtocol
import TestDriver
import Testing

@Suite("Handles on the test host")
struct DomainTests {
  private func connect(readOnly: Bool = false) throws -> Connection {
    Connection(
      TestDriver(host: TestHost(.default, uri: "test:///default")), uri: try ConnectionURI(parsing: "test:///default"), isReadOnly: readOnly
    )
  }

  @Test("a domain is found by number, name and UUID")
  func lookup() async throws {
    let connection = try connect()
    let domain = try await connection.domain(named: "test")
    #expect(domain.id == 1)
    #expect(try await connection.domain(id: 1).uuid == domain.uuid)
    #expect(try await connection.domain(uuid: domain.uuid).name == "test")
    await #expect(throws: LibvirtError(.noDomain, .test)) { _ = try await connection.domain(named: "nope") }
  }

  @Test("a whole life")
  func life() async throws {
    let connection = try connect()
    let domain = try await connection.domain(named: "test")
    try await domain.suspend()
    #expect(try await domain.state().name == "paused")
    try await domain.resume()
    try await domain.destroy()
    let state = try await domain.state()
    #expect(state.name == "shut off" && state.reasonName == "destroyed" && !state.isActive)
    let started = try await domain.start()
    #expect(started.id == 2)
    try await started.undefine()
    #expect(try await domain.isPersistent() == false)
    try await started.destroy()
    #expect(try await connection.domains().isEmpty)
  }

  @Test("events follow a domain's life")
  func events() async throws {
    let connection = try connect()
    let domain = try await connection.domain(named: "test")
    let events = try await connection.domainEvents([.lifecycle], of: domain)
    try await domain.suspend()
    try await domain.resume()
    try await domain.destroy()
    var lines: [String] = []
    for try await event in events {
      lines.append(event.line)
      if lines.count == 3 { break }
    }
    await events.cancel()
    #expect(
      lines == [
        "event 'lifecycle' for domain 'test': Suspended Paused", "event 'lifecycle' for domain 'test': Resumed Unpaused",
        "event 'lifecycle' for domain 'test': Stopped Destroyed",
      ])
  }

  @Test("secrets are refused on a read-only connection in libvirt's words")
  func secrets() async throws {
    let domain = try await connect(readOnly: true).domain(named: "test")
    #expect(try await domain.xml().contains("<name>test</name>"))
    await #expect(throws: LibvirtError(.operationDenied, .dom, "virDomainGetXMLDesc with secure flag")) {
      _ = try await domain.xml(.secure)
    }
  }

  @Test(
    "states have fixed English names, unknown numbers too",
    arguments: [
      (1, 0, "running", "unknown"), (3, 5, "paused", "I/O error"), (5, 8, "shut off", "daemon"), (99, 1, "no state", "unknown"),
      (1, 99, "running", "unknown"), (-1, -1, "no state", "unknown"),
    ])
  func names(state: Int32, reason: Int32, name: String, reasonName: String) {
    let value = DomainState(state: state, reason: reason)
    #expect(value.name == name && value.reasonName == reasonName)
  }
}
