import TestDriver
import Testing

@Suite struct DefinitionChangeTests {
  private func domain(_ more: String = "") throws -> DomainDefinition {
    try DomainDefinition(
      xml: "<domain type='test'><name>x</name><memory>1000</memory><vcpu>4</vcpu><os><type>hvm</type></os>\(more)</domain>")
  }

  @Test func aUUIDIsMade() throws {
    let (first, second) = (try domain(), try domain())
    #expect(first.uuid.count == 16)
    #expect(first.uuid != second.uuid)
    #expect(first.uuid[6] >> 4 == 4 && first.uuid[8] >> 6 == 2)
  }

  @Test func memory() throws {
    var domain = try domain()
    #expect((domain.memory, domain.currentMemory) == (1000, 1000))
    domain.currentMemory = 500
    #expect(domain.xml().contains("  <memory unit='KiB'>1000</memory>\n  <currentMemory unit='KiB'>500</currentMemory>\n"))
    domain.memory = 400
    #expect((domain.memory, domain.currentMemory) == (400, 400))
  }

  @Test func processors() throws {
    var domain = try domain()
    #expect((domain.maxVcpus, domain.vcpus) == (4, 4))
    domain.vcpus = 2
    #expect(domain.xml().contains("<vcpu placement='static' current='2'>4</vcpu>"))
    domain.maxVcpus = 2
    #expect(domain.xml().contains("<vcpu placement='static'>2</vcpu>"))
    domain.maxVcpus = 1
    #expect((domain.maxVcpus, domain.vcpus) == (1, 1))
  }

  @Test func titleAndDescription() throws {
    var domain = try domain()
    domain.description = "d"
    domain.title = "t & u"
    #expect(domain.xml().contains("</uuid>\n  <title>t &amp; u</title>\n  <description>d</description>\n  <memory"))
    domain.title = nil
    domain.description = ""
    #expect(domain.title == nil && domain.description == nil)
    #expect(!domain.xml().contains("description"))
  }

  @Test func name() throws {
    var domain = try domain()
    domain.name = "other"
    #expect(domain.xml().hasPrefix("<domain type='test'>\n  <name>other</name>\n"))
  }

  @Test func metadata() throws {
    var domain = try domain()
    try domain.setMetadata("<one><two/></one>", prefix: "app", uri: "urn:app")
    // The answer is free of the namespace, as libvirt's.
    #expect(domain.metadata(uri: "urn:app") == "<one>\n  <two/>\n</one>")
    try domain.setMetadata("<other/>", prefix: "app", uri: "urn:app")
    #expect(domain.xml().contains("  <metadata>\n    <app:other xmlns:app=\"urn:app\"/>\n  </metadata>\n  <memory"))
    try domain.setMetadata(nil, prefix: "", uri: "urn:app")
    #expect(domain.metadata(uri: "urn:app") == nil)
    #expect(throws: DefinitionError.self) { try domain.setMetadata("<a", prefix: "p", uri: "u") }
  }

  @Test func devices() throws {
    let domain = try domain(
      """
      <devices><disk type='file'><source file='/a'/><target dev='vda'/></disk><disk device='cdrom'><target dev='hdc'/></disk>
      <interface type='network'><source network='n'/><model type='virtio'/></interface></devices>
      """)
    #expect(domain.disks.map(\.target) == ["vda", "hdc"])
    #expect(domain.disks.map(\.source) == ["/a", nil])
    #expect(domain.disks.map(\.device) == ["disk", "cdrom"])
    let interface = try #require(domain.interfaces.first)
    #expect((interface.type, interface.source, interface.target, interface.model) == ("network", "n", "testnet0", "virtio"))
    #expect(interface.mac.hasPrefix("52:54:00:") && interface.mac.utf8.count == 17)
    #expect((domain.osType, domain.architecture) == ("hvm", "i686"))
  }

  @Test(arguments: [
    ("<domain", 35), ("<x/>", 27), ("<domain type='test'/>", 21), ("<domain type='x'><name>a</name></domain>", 67), ("<domain/>", 21),
    ("<domain><name>a</name></domain>", 1),
  ])
  func codes(xml: String, code: Int32) throws {
    let error = try #require(throws: DefinitionError.self) { try DomainDefinition(xml: xml) }
    #expect(error.code == code)
  }

  /// Numbers beyond all limits, and much of everything, end in an error or a definition but never in a trap.
  @Test(arguments: [
    "<memory>18446744073709551615</memory>", "<vcpu>99999999999999999999</vcpu>", "<vcpu cpuset='0-99999999999'>1</vcpu>",
    "<iothreads>4294967295</iothreads>", "<maxMemory slots='99999999999'>1</maxMemory>",
    "<cputune><quota>-9223372036854775808</quota></cputune>",
    "<iothreads>70000</iothreads><iothreadids/>", "<vcpu>2147483647</vcpu>",
    "<vcpu>1000000</vcpu><vcpus><vcpu id='0' enabled='yes'/></vcpus>", "<clock offset='variable' adjustment='99999999999999999999'/>",
    "<devices><disk type='file'><source file='/a'/><target dev='sdzzzzzzzzzzzz' bus='scsi'/></disk></devices>",
    "<devices><disk type='file'><source file='/a'/><target dev='sdzzzzzzz' bus='scsi'/></disk></devices>",
    "<devices><serial type='pty'><target port='2147483647'/></serial><serial type='pty'/></devices>",
    "<devices><controller type='scsi' index='2147483647'/><controller type='scsi'/></devices>",
    "<devices><disk><source file='/a'/><target dev='sda'/><address type='drive' controller='4294967295'/></disk></devices>",
    "<devices><video><model type='vga' vram='4294967295' heads='4294967295'/></video></devices>",
    "<devices><memory model='dimm'><target><size unit='EiB'>7</size></target></memory></devices>",
    "<cpu><numa><cell cpus='0' memory='7' unit='EiB'/><cell memory='7' unit='EiB'/><cell memory='7' unit='EiB'/></numa></cpu>",
  ])
  func extremes(xml: String) {
    _ = try? domain(xml).xml(id: .max, secure: true)
  }
}
