import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// What a domain tells of itself, key by key.
@Suite struct DomainRowTests {
  /// A key in words, a document of it, and what it means.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let keys: String
    let holds: @Sendable (XenDomain) -> Bool

    init(_ words: String, _ keys: String, _ holds: @escaping @Sendable (XenDomain) -> Bool) {
      (testDescription, self.keys, self.holds) = (words, keys, holds)
    }
  }

  static let rows: [Row] = [
    Row("domid is the id", "(domid 7)") { $0.id == 7 },
    Row("domid is absent while the domain does not run", "") { $0.id == nil && $0.state == .shutoff },
    Row("a domid below 0 is none", "(domid -1)") { $0.id == nil && $0.state == .shutoff },
    Row("name", "") { $0.name == "web1" },
    Row("uuid", "") { $0.uuid.description == "5a8b0001-1111-4222-8333-444444444444" },
    Row("vcpus is the most", "(vcpus 4)") { $0.maxVcpus == 4 && $0.vcpus == 4 },
    Row("vcpu_avail is a mask, a long in quotes", "(vcpus 4) (vcpu_avail '5')") { $0.vcpus == 2 },
    Row("vcpu_avail may have more bits than there are", "(vcpus 2) (vcpu_avail '4294967295')") { $0.vcpus == 2 },
    Row("vcpu_avail without a bit is ignored", "(vcpus 2) (vcpu_avail 0)") { $0.vcpus == 2 },
    Row("online_vcpus is not needed", "(vcpus 2) (online_vcpus 1)") { $0.vcpus == 2 },
    Row("cpus as lists", "(vcpus 2) (cpus ((0 1) ()))") { $0.affinity.map { $0?.description } == ["0-1", nil] },
    Row("cpus as lists of one kind", "(vcpus 2) (cpus ((0 1) (1 0)))") { $0.affinity.map { $0?.description } == ["0-1"] },
    Row("cpus as text", "(vcpus 2) (cpus '0-3,^1')") { $0.affinity.map { $0?.description } == ["0,2-3"] },
    Row("memory is what it has, in MiB", "(memory 384) (maxmem 512)") { $0.memory == 384 << 10 },
    Row("maxmem is the most, in MiB", "(memory 384) (maxmem 512)") { $0.maxMemory == 512 << 10 },
    Row("memory may be more than maxmem", "(memory 600) (maxmem 512)") { $0.maxMemory == 600 << 10 },
    Row("cpu_time is seconds, libvirt wants nanoseconds", "(cpu_time 12.345678912)") { $0.cpuTime == 12_345_678_912 },
    Row("cpu_time may be tiny", "(cpu_time 1e-05)") { $0.cpuTime == 10_000 },
    Row("bootloader, an empty one is xend's choice", "(bootloader ) (bootloader_args )") {
      $0.boot.bootloader == "" && $0.boot.bootloaderArguments == nil
    },
    Row("bootloader_args", "(bootloader /b) (bootloader_args -q)") { $0.boot.bootloaderArguments == "-q" },
    Row("on_poweroff", "(on_poweroff preserve)") { $0.onPoweroff == "preserve" },
    Row("on_reboot in both spellings", "(on_reboot rename_restart)") { $0.onReboot == "rename-restart" },
    Row("on_crash may dump the core", "(on_crash coredump-restart)") { $0.onCrash == "coredump-restart" },
    Row("on_xend_start is autostart", "(on_xend_start start)") { $0.isAutostarted },
    Row("on_xend_start ignore is no autostart", "(on_xend_start ignore)") { !$0.isAutostarted && $0.onXendStart == "ignore" },
    Row("on_xend_stop is kept", "(on_xend_stop shutdown)") { $0.onXendStop == "shutdown" },
    Row("localtime beside the image", "(localtime 1)") { $0.clock == .local },
    Row("image linux is a guest that knows Xen", "(image (linux (kernel k)))") { $0.osType == "linux" && !$0.isHVM },
    Row("image hvm is a whole computer", "(image (hvm (kernel k)))") { $0.osType == "hvm" && $0.isHVM },
    Row("no image is linux", "(image )") { $0.osType == "linux" },
    Row("image loader makes the kernel one of the guest", "(image (hvm (loader l) (kernel k)))") {
      $0.boot.loader == "l" && $0.boot.kernel == "k"
    },
    Row("rtc_timeoffset is a variable clock", "(image (hvm (localtime 1) (rtc_timeoffset -5)))") {
      $0.clock == .variable(seconds: -5, isLocal: true)
    },
    Row(
      "features, shadow_memory, security_label, cpu_weight, start_time, store_mfn and console_mfn mean nothing to libvirt",
      "(features ) (shadow_memory 8) (security_label None) (ssidref 0) (cpu_weight 256) (start_time 1e9) (store_mfn '1') (console_mfn '2')"
    ) { $0.devices.isEmpty && $0.features.isEmpty },
    Row("the order of keys is arbitrary", "(image (linux (kernel k))) (state r-----) (domid 3)") { $0.id == 3 && $0.state == .running },
    Row("status alone tells nothing that domid does not", "(status 0)") { $0.state == .shutoff },
    Row("no state of a domain that has an id", "(domid 1) (status 2)") { $0.state == .nostate },
    Row("absurd numbers are as good as none", "(memory 1e300) (maxmem -5) (vcpus 99999999999) (cpu_time inf) (domid 99999999999)") {
      $0.memory == 0 && $0.maxMemory == 0 && $0.vcpus == 1 && $0.cpuTime == 0 && $0.id == nil
    },
    Row("the largest numbers", "(memory 8796093022207) (vcpus 65535) (cpu_time 18000000000) (domid 2147483647)") {
      $0.memory == 8_796_093_022_207 << 10 && $0.vcpus == 65535 && $0.cpuTime == 18_000_000_000_000_000_000 && $0.id == .max
    },
    Row("lists where words should be", "(memory (1)) (vcpus ()) (cpu_time (())) (state (r)) (image ((hvm))) (on_crash (destroy))") {
      $0.memory == 0 && $0.vcpus == 1 && $0.state == .shutoff && !$0.isHVM && $0.onCrash == "destroy"
    },
  ]

  @Test(arguments: rows) func row(_ row: Row) throws {
    let text = "(domain (name web1) (uuid 5a8b0001-1111-4222-8333-444444444444) \(row.keys))"
    #expect(row.holds(try XenDomain(document: try SExpression(parsing: text), format: .xen31)))
  }

  /// The flags c, s, d, p, b and r in that order, with the numbers that libvirt gives them since 0.4.
  @Test(
    arguments: [
      ("------", 0), ("r-----", 1), ("-b----", 2), ("--p---", 3), ("-----d", 4), ("---s--", 5), ("----c-", 6), ("rbpscd", 6), ("rbps-d", 5),
      ("rbp--d", 4), ("rbp---", 3), ("rb----", 2), ("??????", 0), ("", 0),
    ] as [(String, Int32)])
  func state(flags: String, state: Int32) throws {
    let document: SExpression = [
      "domain", ["name", "a"], ["uuid", SExpression(UUID().description)], ["domid", "1"], ["state", SExpression(flags)],
    ]
    #expect(try XenDomain(document: document, format: .xen31).state.rawValue == state)
  }

  @Test(arguments: [
    ("(node)", "internal error: topology syntax error"), ("domain", "internal error: topology syntax error"),
    ("(domain)", "internal error: domain information incomplete, missing name"),
    ("(domain (name ))", "internal error: domain information incomplete, missing name"),
    ("(domain (name (a)))", "internal error: domain information incomplete, missing name"),
    ("(domain (name a))", "internal error: domain information incomplete, missing uuid"),
    ("(domain (name a) (uuid 123))", "internal error: domain information incomplete, missing uuid"),
  ])
  func refusal(text: String, message: String) throws {
    let document = try SExpression(parsing: text)
    #expect(#expect(throws: LibvirtError.self) { try XenDomain(document: document, format: .xen31) }?.message == message)
  }

  @Test func info() throws {
    let document = try SExpression(
      parsing: "(domain (domid 7) (name a) (uuid \(UUID())) (memory 1) (maxmem 2) (vcpus 2) (vcpu_avail '1') (cpu_time 1.5) (state --p---))"
    )
    let info = try XenDomain(document: document, format: .xen31).info
    #expect(info.state.rawValue == 3)
    #expect(info.maxMem == 2048)
    #expect(info.memory == 1024)
    #expect(info.nrVirtCpu.rawValue == 1)
    #expect(info.cpuTime == 1_500_000_000)
  }

  @Test func autostartCanBeChanged() throws {
    var domain = try XenDomain(document: try SExpression(parsing: "(domain (name a) (uuid \(UUID())))"), format: .xen31)
    #expect(!domain.isAutostarted)
    domain.isAutostarted = true
    #expect(try domain.configuration(format: .xen31).text("on_xend_start") == "start")
    domain.isAutostarted = false
    #expect(try domain.configuration(format: .xen31).text("on_xend_start") == "ignore")
    #expect(try domain.configuration(format: .xen303)["on_xend_start"] == nil)
  }

  /// Passwords are for those who ask for secrets.
  @Test func passwords() throws {
    let text = "(domain (name a) (uuid \(UUID())) (device (vfb (type vnc) (vncpasswd hidden))))"
    let domain = try XenDomain(document: try SExpression(parsing: text), format: .xen31)
    #expect(!domain.xml(secure: false).contains("hidden"))
    #expect(domain.xml(secure: true).contains("passwd='hidden'"))
  }
}
