import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// Devices that are attached to a domain and taken away again.
@Suite struct DeviceTests {
  private static let full = try? XenDomain(
    xml: "<domain type='xen'><name>x</name><memory>1024</memory><os><type>hvm</type><loader>l</loader></os></domain>")
  private static let para = try? XenDomain(
    xml: "<domain type='xen'><name>x</name><memory>1024</memory><os><type>linux</type><kernel>k</kernel></os></domain>")

  @Test(arguments: [
    ("<disk><source file='/a'/><target dev='xvdb'/></disk>", "vbd", "51728", "(vbd (dev xvdb) (uname file:/a) (mode w))"),
    ("<disk device='cdrom'><target dev='xvdd'/></disk>", "vbd", "51760", "(vbd (dev xvdd:cdrom) (mode r))"),
    (
      "<disk><driver name='tap' type='qcow'/><source file='/a'/><target dev='xvdb'/></disk>", "tap", "51728",
      "(tap (dev xvdb) (uname tap:qcow:/a) (mode w))"
    ),
    ("<disk><source file='/a'/><target dev='ubda'/></disk>", "vbd", "ubda", "(vbd (dev ubda) (uname file:/a) (mode w))"),
    (
      "<interface type='bridge'><mac address='00:16:3e:00:00:01'/><source bridge='b'/></interface>", "vif", nil,
      "(vif (mac 00:16:3e:00:00:01) (bridge b) (script vif-bridge))"
    ),
    ("<graphics type='vnc'/>", "vfb", "0", "(vfb (type vnc) (vncunused 1))"),
    ("<input type='mouse' bus='xen'/>", "vkbd", "0", "(vkbd)"),
    (
      "<hostdev type='pci'><source><address bus='1' slot='2'/></source></hostdev>", "pci", nil,
      "(pci (dev (domain 0x0000) (bus 0x01) (slot 0x02) (func 0x0)))"
    ),
  ])
  func attached(xml: String, deviceClass: String, deviceID: String?, configuration: String) throws {
    let device = try XenDevice(xml: xml, of: try #require(Self.para))
    #expect(device.deviceClass == deviceClass)
    #expect(device.deviceID == deviceID)
    #expect(try device.configuration(format: .xen31) == (try SExpression(parsing: configuration)))
  }

  @Test(arguments: [("tap2", "tap:aio:/a"), ("vbd", "tap:aio:/a"), ("tap", "phy:/dev/a"), ("vbd", "file:/a")])
  func listedAs(deviceClass: String, uname: String) throws {
    let document: SExpression = [SExpression(deviceClass), ["uname", SExpression(uname)], ["dev", "xvda"], ["mode", "w"]]
    let disk = try #require(XenDisk(document: document, format: .xen31))
    #expect(disk.deviceClass == deviceClass)
  }

  @Test func oldFullDisk() throws {
    let device = try XenDevice(xml: "<disk><source file='/a'/><target dev='hda'/></disk>", of: try #require(Self.full))
    #expect(try device.configuration(format: .xen302).text("dev") == "ioemu:hda")
    #expect(try device.configuration(format: .xen303).text("dev") == "hda:disk")
  }

  @Test(arguments: [
    "<serial type='pty'/>", "<sound model='sb16'/>", "<input type='tablet' bus='usb'/>",
    "<disk device='floppy'><source file='/a'/><target dev='fda'/></disk>",
  ])
  func onlyFromTheStart(xml: String) throws {
    let device = try XenDevice(xml: xml, of: try #require(Self.full))
    #expect(device.deviceClass == nil)
    let error = #expect(throws: LibvirtError.self) { try device.configuration(format: .xen31) }
    #expect(error?.message.hasSuffix("belongs to the domain's start and cannot be a device") == true)
  }

  @Test(arguments: [
    ("<disk", "(device_definition):1: "), ("<watchdog/>", "unsupported configuration: device 'watchdog' is nothing that Xen has"),
    ("<video/>", "unsupported configuration: device 'video' is nothing that Xen has"),
  ])
  func refused(xml: String, message: String) throws {
    let domain = try #require(Self.para)
    #expect(#expect(throws: LibvirtError.self) { try XenDevice(xml: xml, of: domain) }?.message.hasPrefix(message) == true)
  }

  @Test(
    arguments: [
      ("hda", 768), ("hda63", 831), ("hdb", 832), ("hdc1", 5633), ("hdd", 5696), ("sda", 2048), ("sdp15", 2303), ("xvda", 51712),
      ("xvdp", 51952),
      ("xvda1", 51713), ("xvdq", 1 << 28 + 16 * 256), ("xvdz3", 1 << 28 + 25 * 256 + 3), ("xvdaa", 1 << 28 + 26 * 256), ("hda64", nil),
      ("sdq", nil),
      ("xvda16", nil), ("xvda01", nil), ("xvd", nil), ("hde", nil), ("fda", nil), ("", nil), ("xvdaaaaaa", nil),
    ] as [(String, UInt32?)])
  func number(target: String, number: UInt32?) {
    #expect(XenDisk(.disk, target: target, path: "/a").deviceNumber == number)
  }

  @Test func autostart() throws {
    let document = try SExpression(parsing: "(domain (name a) (on_xend_start ignore) (other (deep thing)))")
    #expect(document.autostarted(true).description == "(domain (name a) (on_xend_start start) (other (deep thing)))")
    #expect(try SExpression(parsing: "(domain (name a))").autostarted(false).description == "(domain (name a) (on_xend_start ignore))")
  }
}
