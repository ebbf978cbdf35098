import Glibc
import TestDaemonKit
import Testing

/// What is not built in goes to a daemon under its own name, whatever the name is; beside real virsh.
@Suite(.timeLimit(.minutes(20)), .enabled(if: access("/usr/bin/virsh", X_OK) == 0, "needs virsh"))
struct SchemeTests {
  /// Hypervisors that daemons serve, one that no libvirt knows, and drivers that plain URIs find in libvirt's own library.
  private static let schemes = [
    "qemu", "lxc", "openvz", "vbox", "bhyve", "ch", "vz", "xen", "jailhouse", "what-comes-next", "QEMU", "Test", "esx", "gsx", "vpx",
    "hyperv",
    "vmwareplayer", "vmwarews", "vmwarefusion", "parallels", "phyp", "http", "secret", "network", "storage", "interface", "nodedev",
    "nwfilter",
  ]
  private static let paths = ["/system", "/", "", "/x?a=b%20c&name2=d", "/system#fragment"]

  private static func uris(socket: String, port: Int) -> [String] {
    let unix = schemes.flatMap { scheme in paths.map { "\(scheme)+unix://\(with("socket=\(socket)", $0))" } }
    let plain = ["lxc", "vbox", "bhyve", "ch", "vz", "xen", "jailhouse", "what-comes-next", "Test", "secret"].map {
      "\($0):///system?socket=\(socket)"
    }
    let tcp = schemes.flatMap { scheme in paths.map { "\(scheme)+tcp://127.0.0.1:\(port)\($0)" } }
    return unix + plain + tcp + [
      "remote:///?socket=\(socket)", "remote+unix:///?socket=\(socket)", "remote+unix:///system?socket=\(socket)",
      "remote+unix:?socket=\(socket)", "remote+tcp://127.0.0.1:\(port)/", "remote+tcp://127.0.0.1:\(port)/system",
      "remote+tcp://127.0.0.1:\(port)/?name=test:///default", "test+unix:///default?socket=\(socket)",
      "test+tcp://127.0.0.1:\(port)/default",
      "test+TCP://127.0.0.1:\(port)/default", "test+unix:///default?socket=\(socket)&x=1#fragment", "test+unix:///?socket=\(socket)",
      "qemu+unix:///system?socket=\(socket)&name=test:///default", "qemu+unix:///system?socket=\(socket)&name=",
      "qemu+unix:///system?SOCKET=\(socket)&NAME=test:///default", "what-comes-next:?socket=\(socket)",
      "test+tcp://bob@127.0.0.1:\(port)/default?no_verify=1&mode=legacy",
    ]
  }

  /// A path that may have a query or a fragment, with one parameter more.
  private static func with(_ parameter: String, _ path: String) -> String {
    let parts = path.split(separator: "#", omittingEmptySubsequences: false)
    return parts[0] + (parts[0].contains("?") ? "&" : "?") + parameter + (parts.count > 1 ? "#\(parts[1])" : "")
  }

  /// Asks both programs for the URI; what they say must be the same.
  private static func compare(_ uri: String, _ ours: String) async throws {
    async let theirs = ProgramRun.run("/usr/bin/virsh", ["-c", uri, "uri"])
    let run = try await ProgramRun.run(ours, ["-c", uri, "uri"])
    #expect(run.output == (try await theirs.output), "\(uri)")
    #expect(run.errors == (try await theirs.errors), "\(uri)")
    #expect(run.status == (try await theirs.status), "\(uri)")
  }

  /// Runs `body` with a proxy for TCP in front of a daemon's socket, and our program under virsh's name.
  private static func withTCP(to socket: String, _ body: (_ port: Int, _ ours: String) async throws -> Void) async throws {
    let folder = try SocketFolder()
    let ours = folder.socket("virsh")
    symlink(SideBySide.program, ours)
    let proxy = try await RoundTripProxy.startOnTCP(target: socket)
    try await body(proxy.port, ours)
    await proxy.stop()
    folder.remove("virsh")
  }

  @Test func atOurOwnDaemon() async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("d"))
    try await Self.withTCP(to: daemon.path) { port, ours in
      for uri in Self.uris(socket: daemon.path, port: port) {
        let before = daemon.openings.count
        try await Self.compare(uri, ours)
        let names = daemon.openings.dropFirst(before).map(\.name)
        #expect(names.count == 2 && names.first == names.last, "\(uri): \(names)")
      }
    }
    await daemon.stop()
    folder.remove("d")
  }

  @Test(.enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"))
  func atLibvirtd() async throws {
    let socket = try #require(LiveLibvirtd.socket)
    try await Self.withTCP(to: socket) { port, ours in
      for uri in Self.uris(socket: socket, port: port) { try await Self.compare(uri, ours) }
    }
  }

  /// What needs no daemon, or finds none.
  @Test(arguments: [
    "test:///default", "test:///default?a=b", "test:///default#f", "test:/default", "test:///default?name=x", "test:///default/",
    "test:///",
    "test:///embed", "Test:///default?socket=/none", "esx:", "esx:///", "esx", "gsx:///", "vpx:///", "hyperv:///", "hyperv://127.0.0.1",
    "parallels:///system",
    "vmwareplayer:///session", "vmwareplayer:///system", "vmwarews:///", "vmwarefusion:", "openvz:///system", "openvz:///", "openvz:",
    "qemu:///embed",
    "qemu://host/embed", "qemu+ssh:///embed", "qemu+unix:///embed?root=/x", "test:///embed?root=/tmp", "/", "/foo", "//", ":", "a b",
    "word",
    "qemu://system", "vz://session", "vbox://system", "qemu+unix://system", "nosuch:///x?socket=/none", "qemu:///system?socket=/none",
    "qemu+tcp://127.0.0.1:1/system", "nosuch+tcp://127.0.0.1:1/", "qemu+bogus:///system",
  ])
  func withoutADaemon(uri: String) async throws {
    let folder = try SocketFolder()
    let ours = folder.socket("virsh")
    symlink(SideBySide.program, ours)
    try await Self.compare(uri, ours)
    folder.remove("virsh")
  }
}
