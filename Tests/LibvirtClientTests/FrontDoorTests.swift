import Glibc
import LibvirtClient
import TestDaemonKit
import Testing

/// The library as other programs use it: one import.
@Suite(.timeLimit(.minutes(20))) struct FrontDoorTests {
  private static func environment(_ variables: [String: String], _ folder: SocketFolder) -> ConnectionEnvironment {
    // An ordinary user's, so that libvirt.conf is looked for in the folder.
    ConnectionEnvironment(variables: variables.merging(["XDG_CONFIG_HOME": folder.path]) { $1 }, effectiveUserID: 1000) { _ in false }
  }

  /// The URI of a host of a test's own with one domain, `test`: the default one is shared by the whole process.
  private static func host(in folder: SocketFolder) -> String {
    let stream = fopen(folder.socket("host.xml"), "w")
    fputs("<node><domain type='test'><name>test</name><memory>8192</memory><os><type>hvm</type></os></domain></node>", stream)
    fclose(stream)
    return "test://" + folder.socket("host.xml")
  }

  @Test func opensListsAndFollows() async throws {
    let folder = try SocketFolder()
    defer { folder.remove("host.xml") }
    let connection = try await Connection.open(Self.host(in: folder))
    let events = try await connection.lifecycleEvents()
    let domain = try await connection.domain(named: "test")
    #expect(try await connection.domains().map(\.name) == ["test"])
    try await domain.destroy()
    _ = try await domain.start()
    var seen: [String] = []
    for try await event in events {
      seen.append("\(event.domain.name) \(event.change.map { "\($0)" } ?? "?") \(event.detail)")
      if event.change == .started { break }
    }
    #expect(seen == ["test stopped Destroyed", "test started Booted"])
    #expect(events.droppedCount == 0)
    await connection.close()
  }

  @Test func eventsOfOneDomainOnly() async throws {
    let folder = try SocketFolder()
    defer { folder.remove("host.xml") }
    let connection = try await Connection.open(Self.host(in: folder))
    let xml = "<domain type='test'><name>other</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    let other = try await connection.defineDomain(xml: xml)
    var events = try await connection.lifecycleEvents(of: other).makeAsyncIterator()
    try await connection.domain(named: "test").suspend()
    let started = try await other.start()
    let first = try await events.next()
    #expect(first?.domain.name == "other" && first?.change == .started)
    #expect(try await started.state().isActive)
    await connection.close()
  }

  /// Nobody has to say that they stop reading.
  @Test func theSubscriptionEndsWithItsReader() async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("d"))
    let connection = try await Connection.open("test+unix:///default?socket=\(daemon.path)")
    let domain = try await connection.domain(named: "test")
    let reader = Task {
      for try await event in try await connection.lifecycleEvents() where event.change == .suspended { return event.domain.name }
      return ""
    }
    while !daemon.received.contains(Remote.connectDomainEventCallbackRegisterAny.number) { try await Task.sleep(for: .milliseconds(5)) }
    try await domain.suspend()
    #expect(try await reader.value == "test")
    while !daemon.received.contains(Remote.connectDomainEventCallbackDeregisterAny.number) { try await Task.sleep(for: .milliseconds(5)) }
    await connection.close()
    await daemon.stop()
    folder.remove("d")
  }

  @Test func readOnlyRefusesChanges() async throws {
    let connection = try await Connection.open("test:///default", readOnly: true)
    let error = await #expect(throws: LibvirtError.self) { try await connection.domain(named: "test").destroy() }
    #expect(error?.message == "operation forbidden: read only access prevents virDomainDestroy")
    await connection.close()
  }

  /// virsh's variable is virsh's; libvirt's counts.
  @Test func choosesAsTheLibraryDoes() async throws {
    let folder = try SocketFolder()
    let variables = ["VIRSH_DEFAULT_CONNECT_URI": "test:///nowhere", "LIBVIRT_DEFAULT_URI": "test:///default?chosen"]
    let connection = try await Connection.open(environment: Self.environment(variables, folder))
    #expect(connection.uri.description == "test:///default?chosen")
    #expect(connection.meaning?.source == .libvirtVariable)
    await connection.close()
    folder.remove()
  }

  @Test func aliasesOfTheUser() async throws {
    let folder = try SocketFolder()
    mkdir(folder.socket("libvirt"), 0o755)
    let file = folder.socket("libvirt/libvirt.conf")
    let stream = fopen(file, "w")
    fputs("uri_aliases = [ 'lab=test:///default?lab' ]\nuri_default = 'lab'\n", stream)
    fclose(stream)
    for name in ["lab", nil] {
      let connection = try await Connection.open(name, environment: Self.environment([:], folder))
      #expect(connection.uri.description == "test:///default?lab")
      #expect(connection.meaning?.alias == "lab")
      #expect(connection.meaning?.source == (name == nil ? .configuration : .explicit))
      await connection.close()
    }
    unlink(file)
    rmdir(folder.socket("libvirt"))
    folder.remove()
  }

  /// Where nothing is named, the daemon says what it has chosen.
  @Test func theDaemonsOwnChoice() async throws {
    let folder = try SocketFolder()
    mkdir(folder.socket("libvirt"), 0o755)
    let daemon = try await TestDaemon.start(at: folder.socket("libvirt/libvirt-sock"))
    let environment = Self.environment(["XDG_RUNTIME_DIR": folder.path], folder)
    let connection = try await Connection.open(environment: environment)
    #expect(connection.uri.description == "test:///default" && connection.name == "test:///default")
    #expect(connection.meaning?.source == .probe)
    #expect(daemon.openings.map(\.name) == [""])
    await connection.close()
    await daemon.stop()
    unlink(folder.socket("libvirt/libvirt-sock"))
    rmdir(folder.socket("libvirt"))
    folder.remove()
  }

  @Test func gaveUpInTime() async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.held = [Remote.connectOpen.number]
    let daemon = try await TestDaemon.start(at: folder.socket("d"), options: options)
    let error = await #expect(throws: LibvirtError.self) {
      _ = try await Connection.open("test+unix:///default?socket=\(daemon.path)", deadline: .now + .milliseconds(200))
    }
    #expect(error?.code == .operationTimeout)
    await daemon.stop()
    folder.remove("d")
  }
}
