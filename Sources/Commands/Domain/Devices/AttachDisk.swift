import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct AttachDisk: Command {
  static let info = CommandInfo(
    "attach-disk", group: .domain, abstract: "attach a disk to a domain", description: "Add a disk to a domain.",
    exclusive: DeviceImpact.exclusive + [["source-host-name", "source-host-socket"]],
    needs: [
      OptionNeed("source-host-name", "source-protocol"), OptionNeed("source-host-transport", "source-protocol"),
      OptionNeed("source-host-socket", "source-protocol"), OptionNeed("source-host-socket", "source-host-transport"),
    ])
  /// Two guests that write to one disk destroy it.
  var severalDomains: SeveralDomainsWay { .refused }
  static let options = OptionTable<Self>(
    \._domain, \._source, \._target, \._targetBus, \._driver, \._subdriver, \._iothread, \._cache, \._io, \._type, \._mode,
    \._sourceType, \._serial, \._wwn, \._alias, \._rawIO, \._address, \._multifunction, \._printXML, \._protocol, \._hostName,
    \._hostTransport, \._hostSocket, \._persistent, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("source", "where the disk's content is", .required, emptyOK: true, complete: .file) var source: Given<String>
  @Option("target", "the guest's name for the disk", .required) var target: Given<String>
  @Option("targetbus", "the bus it is on") var targetBus: Given<String>
  @Option("driver", "the driver behind it") var driver: Given<String>
  @Option("subdriver", "the format of its content") var subdriver: Given<String>
  @Option("iothread", "the thread that serves it", complete: "domain-io-thread-id") var iothread: Given<String>
  @Option("cache", "how it is cached") var cache: Given<String>
  @Option("io", "how it is read and written") var io: Given<String>
  @Option("type", "what the guest takes it for: disk, cdrom, floppy, lun") var type: Given<String>
  @Option("mode", "readonly or shareable", aliases: [OptionAlias("shareable", value: "shareable")]) var mode: Given<String>
  @Option("sourcetype", "what the source is: file, block, network") var sourceType: Given<String>
  @Option("serial", "its serial number") var serial: Given<String>
  @Option("wwn", "its world wide name") var wwn: Given<String>
  @Option("alias", "its alias, ua-...") var alias: Given<String>
  @Flag("rawio", "let the guest send raw commands") var rawIO
  @Option("address", "its address, as pci:0000.00.00.0") var address: Given<String>
  @Flag("multifunction", "other functions share its PCI slot") var multifunction
  @Flag("print-xml", "print the disk's XML and attach nothing") var printXML
  @Option("source-protocol", "the protocol of a network disk") var `protocol`: Given<String>
  @Option("source-host-name", "its server, HOST[:PORT]") var hostName: Given<String>
  @Option("source-host-transport", "how its server is reached") var hostTransport: Given<String>
  @Option("source-host-socket", "its server's socket") var hostSocket: Given<String>
  @Flag("persistent", "now and after every start") var persistent
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let xml = try DiskDescription(self, in: context.dialect).xml
    if printXML { return Outcome(Document(xml, endsLine: false)) }
    let domain = try await context.domain(domain)
    let impact = DeviceImpact(persistent: persistent, config: config, live: live, current: current)
    try await explaining("Failed to attach disk") { try await domain.attachDevice(xml: xml, impact.flags(for: domain)) }
    return .message("Disk attached successfully", on: domain).changed(domain, impact.noted, in: context)
  }
}
