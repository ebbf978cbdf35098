import Glibc
import TestDriver
import Testing

@Suite struct DefinitionNodeTests {
  /// Recorded from `virsh -c test:///default capabilities` and `dumpxml test`.
  @Test func defaultHost() {
    let node = NodeDefinition.default
    #expect(node.host.capabilities == DefinitionCorpus.text("node/default-capabilities.out"))
    #expect(node.domains.map { $0.definition.xml(id: 1) } == [DefinitionCorpus.text("node/default-domain.out")])
    #expect(node.domains.map(\.state) == [1])
    #expect(node.networks.compactMap { $0[child: "name"]?.text } == ["default"])
    #expect(node.pools.compactMap { $0[child: "name"]?.text } == ["default-pool"])
    #expect(node.interfaces.compactMap { $0[attribute: "name"] } == ["eth1"])
    #expect(node.devices.compactMap { $0[child: "name"]?.text } == ["computer", "scsi_host1", "scsi_host2", "scsi_host11"])
    #expect((node.host.processors, node.host.megahertz, node.host.memory) == (16, 1400, 3_145_728))
  }

  @Test func file() throws {
    let node = try NodeDefinition(file: DefinitionCorpus.folder + "/node/host.xml")
    #expect((node.host.model, node.host.processors, node.host.megahertz, node.host.nodes) == ("labcpu", 8, 2000, 2))
    #expect((node.host.sockets, node.host.cores, node.host.threads, node.host.memory) == (2, 2, 1, 1_048_576))
    #expect(node.host.capabilities == DefinitionCorpus.text("node/host-capabilities.out"))
    #expect(node.domains.map(\.definition.name) == ["web", "db", "elsewhere"])
    #expect(node.domains.map(\.state) == [1, 3, 5])
    #expect(node.domains.map(\.isTransient) == [false, true, false])
    #expect(node.domains.map(\.hasManagedSave) == [false, false, true])
    #expect(node.domains[0].snapshots.compactMap { $0[child: "name"]?.text } == ["s1"])
    #expect(node.domains[0].snapshots.map(\.name) == ["domainsnapshot"])
    #expect(node.networks.count == 1 && node.devices.count == 1 && node.interfaces.count == 1)
    #expect(node.pools[0].elements("volume").compactMap { $0[child: "name"]?.text } == ["v1", "v2"])
    #expect(node.users == [.init(name: "bob", password: "secret"), .init(name: "eve", password: nil)])
  }

  /// As `virsh -c test:///FILE list` says it, after `error: `.
  @Test(arguments: [
    ("<node><cpu><mhz>x</mhz></cpu></node>", "XML error: invalid node cpu mhz value"),
    ("<node><cpu><mhz>99999999999</mhz></cpu></node>", "XML error: invalid node cpu mhz value"),
    ("<node><cpu><nodes>x</nodes></cpu></node>", "XML error: invalid node cpu nodes value"),
    ("<node><memory>-5</memory></node>", "XML error: invalid node memory value"),
    (
      "<node><cpu><model>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</model></cpu></node>",
      "internal error: Model aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa too big for destination"
    ),
    ("<domain/>", "XML error: expecting root element of 'node', not 'domain'"), ("<node><domain/></node>", "missing name information"),
    ("", "PATH:1: Document is empty\n(null)\n^"), ("garbage", "PATH:1: Start tag expected, '<' not found\ngarbage\n^"),
    ("<node><domain file='nothing.xml'/></node>", "XML error: failed to parse xml document 'FOLDER/nothing.xml'"),
    (test("<test:runstate>8</test:runstate>"), "XML error: runstate '8' out of range'"),
    (test("<test:runstate>x</test:runstate>"), "XML error: invalid runstate"),
    (test("<test:transient/><test:runstate>5</test:runstate>"), "XML error: transient domain cannot have runstate 'shutoff'"),
    (test("<test:hasmanagedsave/>"), "XML error: domain with managedsave data can only have runstate 'shutoff'"),
  ])
  func errors(text: String, expected: String) throws {
    try withFile(text) { path, folder in
      let error = try #require(throws: DefinitionError.self) { try NodeDefinition(file: path) }
      #expect(error.text == expected.replacing("PATH", with: path).replacing("FOLDER", with: folder))
    }
  }

  @Test func missingAndStrangeFiles() throws {
    for path in ["/nonexistent/x.xml", "/", "/dev/zero"] {
      let error = try #require(throws: DefinitionError.self) { try NodeDefinition(file: path) }
      #expect(error.text == "XML error: failed to parse xml document '\(path)'")
      #expect(error.notes == ["I/O warning : failed to load external entity \"\(path)\""])
    }
  }

  @Test func entitiesAreRefused() throws {
    try withFile("<!DOCTYPE node [<!ENTITY e SYSTEM '/etc/hostname'>]><node><cpu><model>&e;</model></cpu></node>") { path, _ in
      #expect(throws: DefinitionError.self) { try NodeDefinition(file: path) }
    }
  }

  private static func test(_ inside: String) -> String {
    """
    <node><domain type='test' xmlns:test='\(NodeDefinition.namespace)'><name>a</name><memory>1</memory><os><type>hvm</type></os>\
    \(inside)</domain></node>
    """
  }

  private func withFile(_ text: String, _ body: (_ path: String, _ folder: String) throws -> Void) throws {
    var template = Array("/tmp/definition-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = folder + "/node.xml"
    defer {
      unlink(path)
      rmdir(folder)
    }
    let file = try #require(fopen(path, "w"))
    _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    try body(path, folder)
  }
}
