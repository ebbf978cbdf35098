import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// What libvirt's format or xend cannot have is refused with a reason.
@Suite struct DefinitionRefusalTests {
  private static func document(_ type: String, _ devices: String, _ extra: String = "") -> String {
    let os = type == "hvm" ? "<os><type>hvm</type><loader>l</loader></os>" : "<os><type>linux</type><kernel>k</kernel></os>"
    return "<domain type='xen'><name>x</name><memory>65536</memory>\(os)\(extra)<devices>\(devices)</devices></domain>"
  }

  @Test(arguments: [
    ("<disk type='network'><target dev='xvda'/></disk>", "unsupported disk type network"),
    ("<disk type='file' device='lun'><target dev='xvda'/></disk>", "unsupported disk device type 'lun'"),
    ("<disk type='file'><driver name='qemu'/><source file='/a'/><target dev='xvda'/></disk>", "unsupported disk driver 'qemu'"),
    (
      "<disk type='file'><driver name='file' type='qcow2'/><source file='/a'/><target dev='xvda'/></disk>",
      "disk driver 'file' has no format 'qcow2': the driver 'tap' has"
    ),
    (
      "<disk type='file'><driver name='tap' type='a:b'/><source file='/a'/><target dev='xvda'/></disk>",
      "unsupported disk format 'a:b'"
    ),
    (
      "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>",
      "disk bus 'virtio' for target vda: Xen has 'xen' for it"
    ),
    (
      "<disk type='file' device='floppy'><source file='/a'/><target dev='fda'/></disk>",
      "a floppy is fda or fdb of a fully virtualized domain, not fda"
    ),
    ("<interface type='network'><source network='default'/></interface>", "unsupported network type network"),
    ("<graphics type='spice'/>", "unsupported graphics type 'spice'"),
    ("<graphics type='vnc'><listen type='socket'/></graphics>", "vnc can listen on an address only, not 'socket'"),
    ("<graphics type='vnc' port='70000'/>", "vnc port 70000 is no port"),
    ("<serial type='pty'/>", "serial ports need a fully virtualized domain"),
    ("<sound model='ac97'/>", "sound needs a fully virtualized domain"),
    ("<input type='tablet' bus='usb'/>", "unsupported input bus usb for tablet"),
    ("<hostdev mode='subsystem' type='usb'/>", "unsupported host device: subsystem usb, Xen has PCI only"),
    ("<filesystem type='mount'/>", "device 'filesystem' is nothing that Xen has"),
    ("<tpm model='tpm-tis'/>", "device 'tpm' is nothing that Xen has"),
    ("<console type='file'><source path='/a'/></console>", "unsupported console type 'file' of a paravirtual domain"),
  ])
  func device(xml: String, reason: String) {
    let error = #expect(throws: LibvirtError.self) { try XenDomain(xml: Self.document("linux", xml)) }
    #expect(error?.message == "unsupported configuration: \(reason)")
    #expect(error?.code == .configUnsupported)
  }

  @Test(arguments: [
    ("<serial type='spicevmc'/>", "unsupported configuration: unsupported chr device type 'spicevmc'"),
    ("<serial type='file'/>", "internal error: Missing source path attribute for char device"),
    ("<serial type='tcp'><source host='h'/></serial>", "internal error: Missing source service attribute for char device"),
    (
      "<serial type='tcp'><source host='a,server' service='1'/></serial>",
      "unsupported configuration: source host 'a,server' of a character device"
    ),
    ("<serial type='unix'><source path='/a,b'/></serial>", "unsupported configuration: character device path '/a,b' has a comma"),
    ("<serial type='pty'><target port='-1'/></serial>", "XML error: Invalid value for attribute 'port' in element 'target': '-1'."),
    ("<serial type='pty'><target port='99'/></serial>", "unsupported configuration: serial port 99: Xen has 32"),
    (
      "<serial type='pty'><target port='1'/></serial><serial type='vc'/>",
      "unsupported configuration: serial port 1 is there twice"
    ),
    ("<disk type='x'><target dev='hda'/></disk>", "XML error: Invalid value for attribute 'type' in element 'disk': 'x'."),
    ("<disk device='x'><target dev='hda'/></disk>", "XML error: Invalid value for attribute 'device' in element 'disk': 'x'."),
    ("<interface type='x'/>", "XML error: Invalid value for attribute 'type' in element 'interface': 'x'."),
    ("<interface type='ethernet'><ip address='::1' prefix='x'/></interface>", "XML error: Invalid prefix value 'x' in <ip>"),
    ("<interface type='ethernet'><model type='a b'/></interface>", "invalid argument: Model name contains invalid characters"),
    ("<graphics type='x'/>", "XML error: Invalid value for attribute 'type' in element 'graphics': 'x'."),
    ("<graphics type='vnc' port='x'/>", "internal error: cannot parse vnc port x"),
    ("<input type='x'/>", "unsupported configuration: unknown input device type 'x'"),
    ("<input type='mouse' bus='x'/>", "unsupported configuration: unknown input bus type 'x'"),
    ("<serial type='x'/>", "unsupported configuration: unknown type presented to host for character device: x"),
    (
      "<serial type='tcp'><source host='h' service='1'/><protocol type='x'/></serial>",
      "unsupported configuration: Unknown protocol 'x'"
    ),
    ("<sound/>", "XML error: Missing required attribute 'model' in element 'sound'"),
    ("<sound model='all'/>", "unsupported configuration: unsupported sound model 'all'"),
    ("<input type='mouse' bus='xen'/>", "unsupported configuration: unsupported input bus xen for mouse"),
    ("<disk type='file'><source file='/a'/></disk>", "missing target information for device /a"),
    ("<disk type='file'><target dev='hda'/></disk>", "missing source information for device hda"),
    (
      "<disk type='file'><source file='/a'/><target dev='hda:cdrom'/></disk>",
      "XML error: Unknown disk name 'hda:cdrom' and no address specified"
    ),
    (
      "<disk><source file='/a'/><target dev='hda'/></disk><disk><source file='/b'/><target dev='hda'/></disk>",
      "XML error: target 'hda' duplicated for disk sources '/a' and '/b'"
    ),
    ("<interface type='bridge'/>", "XML error: interface type='bridge' requires a 'source' element"),
    (
      "<interface type='ethernet'><mac address='00:16'/></interface>",
      "XML error: unable to parse mac address '00:16'"
    ),
    ("<interface type='ethernet'><ip address='1 2'/></interface>", "XML error: Invalid address '1 2' in <ip>"),
    ("<hostdev mode='subsystem' type='pci'/>", "XML error: Missing <source> element in hostdev device"),
    (
      "<hostdev mode='subsystem' type='pci'><source><address bus='1' slot='32'/></source></hostdev>",
      "XML error: Invalid PCI address slot='0x20', must be <= 0x1F"
    ),
  ])
  func fullDevice(xml: String, message: String) {
    #expect(#expect(throws: LibvirtError.self) { try XenDomain(xml: Self.document("hvm", xml)) }?.message == message)
  }

  @Test(arguments: [
    ("<network/>", "XML error: expecting root element of 'domain', not 'network'"),
    ("<domain/>", "missing name information"),
    ("<domain><name>a</name></domain>", "internal error: missing domain type attribute"),
    ("<domain type='kvm'><name>a</name></domain>", "internal error: unexpected domain type kvm, expecting xen"),
    ("<domain type='xen'/>", "missing name information"),
    (
      "<domain type='xen'><name>a b</name></domain>",
      "unsupported configuration: domain name 'a b': Xen has letters, digits and _.:/+- only"
    ),
    ("<domain type='xen'><name>é</name></domain>", "unsupported configuration: domain name 'é': Xen has letters, digits and _.:/+- only"),
    ("<domain type='xen'><name>a</name><uuid>1</uuid></domain>", "internal error: malformed uuid element"),
    (
      "<domain type='xen'><name>a</name></domain>",
      "XML error: Memory size must be specified via <memory> or in the <numa> configuration"
    ),
    (
      "<domain type='xen'><name>a</name><memory>-1</memory></domain>",
      "XML error: Invalid value '-1' for element or attribute './memory[1]'"
    ),
    ("<domain type='xen'><name>a</name><memory unit='x'>1</memory></domain>", "invalid argument: unknown suffix 'x'"),
    ("<domain type='xen'><name>a</name><memory unit='EiB'>8</memory></domain>", "numerical overflow: value too large: 8EiB"),
    ("<domain type='xen'><name>a</name><memory>1</memory></domain>", "XML error: an os <type> must be specified"),
    (
      "<domain type='xen'><name>a</name><memory>1</memory><os><type>uml</type></os></domain>",
      "unsupported configuration: unknown OS type 'uml'"
    ),
    ("<domain type='xen'><name>a</name><memory>1</memory><os><type>linux</type></os></domain>", "missing kernel information"),
    (
      document("hvm", "", "<bootloader/>"), "unsupported configuration: a bootloader needs a paravirtual domain"
    ),
    (document("linux", "", "<vcpu>0</vcpu>"), "XML error: maximum vcpus count must be an integer"),
    (
      document("linux", "", "<vcpu current='3'>2</vcpu>"),
      "unsupported configuration: maximum vCPU count must not be less than current vCPU count"
    ),
    (document("linux", "", "<vcpu cpuset='3-1'>2</vcpu>"), "invalid argument: Failed to parse bitmap '3-1'"),
    (
      document("linux", "", "<vcpu current='x'>2</vcpu>"),
      "XML error: Invalid value for attribute 'current' in element 'vcpu': 'x'. Expected non-negative integer value"
    ),
    (
      document("linux", "", "<cputune><vcpupin vcpu='-1' cpuset='1'/></cputune>"),
      "XML error: Invalid value for attribute 'vcpu' in element 'vcpupin': '-1'. Expected non-negative integer value"
    ),
    (document("linux", "", "<cputune><vcpupin vcpu='0'/></cputune>"), "internal error: missing cpuset for vcpupin"),
    (document("linux", "", "<clock offset='x'/>"), "unsupported configuration: unknown clock offset 'x'"),
    (
      document("hvm", "", "<clock offset='utc'><timer name='x'/></clock>"),
      "XML error: Invalid value for attribute 'name' in element 'timer': 'x'."
    ),
    (document("linux", "", "<clock offset='timezone'/>"), "unsupported configuration: unsupported clock offset='timezone'"),
    (
      document("linux", "", "<on_poweroff>explode</on_poweroff>"),
      "unsupported configuration: unknown on_poweroff action: explode"
    ),
    (
      document("hvm", "", "<clock offset='utc'><timer name='pit'/></clock>"),
      "unsupported configuration: unsupported timer type (name) 'pit'"
    ),
  ])
  func domain(xml: String, message: String) {
    #expect(#expect(throws: LibvirtError.self) { try XenDomain(xml: xml) }?.message == message)
  }

  @Test func malformed() {
    let error = #expect(throws: LibvirtError.self) { try XenDomain(xml: "<domain") }
    #expect(error?.code == .xmlDetail)
    #expect(error?.message.hasPrefix("(domain_definition):1: ") == true)
  }

  /// What only some versions of Xen have.
  @Test(arguments: [
    (
      "linux", "<disk><driver name='tap'/><source file='/a'/><target dev='xvda'/></disk>", "", XendFormat.xen302,
      "unsupported configuration: disk driver tap needs Xen 3.0.3"
    ),
    (
      "linux", "<disk device='cdrom'><source file='/a'/><target dev='hdc'/></disk>", "", .xen302,
      "unsupported configuration: before Xen 3.0.3 the only CD-ROM is hdc of a fully virtualized domain, not hdc"
    ),
    ("linux", "", "<clock offset='variable'/>", .xen304, "unsupported configuration: clock offset 'variable' needs Xen 3.1"),
    (
      "linux", "<graphics type='vnc' port='80'/>", "", .xen31, "unsupported configuration: vnc port 80: Xen counts displays from 5900"
    ),
    (
      "linux", "", "<vcpu current='200'>300</vcpu>", .xen31,
      "unsupported configuration: 200 of 300 vcpus: Xen can start at most 127, or all"
    ),
  ])
  func version(type: String, devices: String, extra: String, format: XendFormat, message: String) throws {
    let domain = try XenDomain(xml: Self.document(type, devices, extra))
    #expect(#expect(throws: LibvirtError.self) { try domain.configuration(format: format) }?.message == message)
  }

  @Test func noLoader() throws {
    let domain = try XenDomain(xml: "<domain type='xen'><name>a</name><memory>1</memory><os><type>hvm</type></os></domain>")
    let error = #expect(throws: LibvirtError.self) { try domain.configuration(format: .xen31) }
    #expect(error?.message == "internal error: no HVM domain loader" && error?.str3?.contains("<loader>") == true)
  }

  @Test(arguments: [("a/b", "contains '/'"), ("..", "is '..'")])
  func aNameThatNobodyCouldAskFor(name: String, trouble: String) {
    let error = #expect(throws: LibvirtError.self) {
      try XenDomain(xml: "<domain type='xen'><name>\(name)</name><memory>1</memory><os><type>linux</type><kernel>k</kernel></os></domain>")
    }
    #expect(error?.message == "invalid argument: xend cannot be asked for a domain by a name that \(trouble)")
  }
}
