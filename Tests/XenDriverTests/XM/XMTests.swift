import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import SeededNumbers
import TestDaemonKit
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("Files of xm, the domains of early Xen that do not run", .timeLimit(.minutes(20)))
struct XMTests {
  private static let web = """
    # A guest
    name = "web1"
    uuid = '5a8b0001-1111-4222-8333-444444444444'
    kernel = "/boot/vmlinuz-xen"   # the kernel
    ramdisk = '/boot/initrd'
    extra = 'ro "x" it\\'s'
    root = "/dev/xvda1 ro"
    memory = 256
    maxmem = 0x200
    vcpus = 2
    cpus = "0-1"
    disk = [ 'phy:/dev/vg/web1,xvda,w',
             'file:/srv/a b.img, xvdb, r', # the second
           ]
    vif = ['mac=00:16:3e:10:20:30, bridge=xenbr0', '']
    on_reboot = 'restart'; on_crash = 'destroy'
    """

  private static let windows = """
    builder = 'hvm'
    name = 'win1'
    memory = '512'
    kernel = '/usr/lib/xen/boot/hvmloader'
    device_model = '/usr/lib/xen/bin/qemu-dm'
    boot = 'dc'
    acpi = 1
    pae = 0
    vnc = 1
    vncunused = 1
    usbdevice = 'tablet'
    serial = 'pty'
    localtime = True
    disk = ['file:/srv/win.img,hda,w', 'file:/srv/cd.iso,hdc:cdrom,r']
    vif = ['type=ioemu,bridge=xenbr0,model=e1000']
    """

  @Test("a paravirtual domain and a fully virtualized one")
  func domains() throws {
    let web = try #require(Self.domain(Self.web))
    #expect(web.name == "web1" && web.memory == 256 << 10 && web.maxMemory == 512 << 10 && web.vcpus == 2 && web.state == .shutoff)
    let xml = web.xml(secure: false)
    for part in [
      "<cmdline>ro &quot;x&quot; it&apos;s</cmdline>", "<root>/dev/xvda1 ro</root>", "cpuset='0-1'", "<source dev='/dev/vg/web1'/>",
      "<source file='/srv/a b.img'/>", "<readonly/>", "<mac address='00:16:3e:10:20:30'/>", "<on_crash>destroy</on_crash>",
    ] {
      #expect(xml.contains(part), "\(part)")
    }
    let windows = try #require(Self.domain(Self.windows))
    let other = windows.xml(secure: false)
    for part in [
      "<type>hvm</type>", ">/usr/lib/xen/boot/hvmloader</loader>", "<boot dev='cdrom'/>", "<acpi/>", "offset='localtime'",
      "device='cdrom'", "<graphics type='vnc'", "<input type='tablet' bus='usb'/>", "<model type='e1000'/>", "<serial type='pty'>",
    ] {
      #expect(other.contains(part), "\(part)")
    }
    #expect(!other.contains("<pae/>"))
  }

  @Test("an early paravirtual domain has its display in the image too")
  func display() throws {
    let web = try #require(Self.domain("name = 'web1'\nkernel = '/k'\nvnc = 1\nvncunused = 0\nvncdisplay = 3\nvnclisten = '0.0.0.0'"))
    #expect(web.xml(secure: false).contains("<graphics type='vnc' port='5903' autoport='no' listen='0.0.0.0'>"))
    let image = try #require(try web.configuration(format: .xen303)["image"]?.value)
    #expect(image.head == "linux" && image.text("vnc") == "1" && image.text("vncdisplay") == "3")
  }

  @Test(
    "what is no file of settings is refused, with its line",
    arguments: [
      ("name = 'a'\nimport os", 2), ("name = 'a", 1), ("name = 'a\n'", 1), ("disk = ['a'", 1), ("disk = ['a' 'b']", 1), ("\n\nx = y", 3),
      ("1x = 2", 1), ("x == 2", 1), ("x = 'a' 'b'", 1), ("x = os.system('rm')", 1), ("=", 1), ("x", 1), ("x = [", 1), ("x = '\\", 1),
      (String(repeating: "x", count: 70_000), 1),
    ])
  func refusals(_ text: String, line: Int) {
    #expect(throws: XMSettings.SyntaxError(line: line)) { try XMSettings(parsing: Array(text.utf8)) }
  }

  @Test("changed files crash nobody")
  func mutations() {
    var random = SplitMix(seed: 7)
    let originals = [Array(Self.web.utf8), Array(Self.windows.utf8)]
    for round in 0..<20_000 {
      var bytes = originals[round % 2]
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: "'\"\\[],=\n#".utf8.shuffled(using: &random).prefix(3), at: index)
        }
      }
      guard let settings = try? XMSettings(parsing: bytes), let document = settings.document(fallback: UUID()) else { continue }
      if let domain = try? XenDomain(document: document, format: .xen302) { #expect(!domain.xml(secure: true).isEmpty) }
    }
  }

  @Test("they are listed, looked up, shown and started", arguments: [XenRelease.v3_0_2, .v3_0_3])
  func host(_ release: XenRelease) async throws {
    let folder = try SocketFolder()
    let files = ["web1": Self.web, "win1": Self.windows, "xmexample1": Self.web, "broken": "name = "]
    for (name, text) in files { try text.write(to: folder.socket(name)) }
    defer { folder.remove("web1", "win1", "xmexample1", "broken") }
    try await XendFixture.with(release, domains: 1, definitions: folder.path) { (xend) async throws in
      // A domain of the same name lives.
      #expect(try await xend.names(.inactive) == ["win1"])
      #expect(Set(try await xend.names()) == ["Domain-0", "web1", "win1"])
      let windows = try await xend.domain("win1")
      #expect(try await xend.driver.call(Remote.domainLookupByUuid, windows.uuid).name == "win1")
      #expect(try await xend.state("win1") == .shutoff)
      #expect(try await xend.driver.call(Remote.domainGetInfo, windows).maxMem == 512 << 10)
      #expect(try await xend.driver.call(Remote.domainGetXmlDesc, windows, 0).contains("/srv/win.img"))
      for change: () async throws -> Void in [
        { try await xend.driver.call(Remote.domainSuspend, windows) },
        { try await xend.driver.call(Remote.domainSetMemory, windows, 1024) },
        { try await xend.driver.call(Remote.domainAttachDevice, windows, "<disk><source file='/a'/><target dev='hdb'/></disk>") },
      ] {
        let error = await #expect(throws: LibvirtError.self) { try await change() }
        #expect(error?.message == "Requested operation is not valid: domain is not running")
      }
      await xend.simulator.forgetRequests()
      let started = try await xend.driver.call(Remote.domainCreateWithFlags, windows, 0)
      #expect(started.id > 0 && started.uuid == windows.uuid)
      #expect(await xend.operations == ["create", "wait_for_devices", "unpause"])
      #expect(try await xend.names(.inactive).isEmpty)
      try await xend.driver.call(Remote.domainDestroy, windows)
      #expect(try await xend.names(.inactive) == ["win1"])
    }
  }

  @Test("later Xen keeps its domains itself")
  func newer() async throws {
    let folder = try SocketFolder()
    try Self.windows.write(to: folder.socket("win1"))
    defer { folder.remove("win1") }
    try await XendFixture.with(.v3_0_4, definitions: folder.path) { (xend) async throws in
      #expect(try await xend.names() == ["Domain-0"])
    }
  }

  private static func domain(_ text: String) -> XenDomain? {
    (try? XMSettings(parsing: Array(text.utf8)))?.document(fallback: UUID()).flatMap { try? XenDomain(document: $0, format: .xen303) }
  }
}
