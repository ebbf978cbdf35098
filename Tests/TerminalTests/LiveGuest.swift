import Glibc
import TestDaemonKit

/// A real guest on the real libvirtd that Tests/run has started, for as long as this lives.
final class LiveGuest {
  private static let socket = getenv("VIRTSH_TEST_LIBVIRTD_SOCKET").map { String(cString: $0) }
  private static let virsh = "/usr/bin/virsh"

  /// Whether there is a daemon, and virsh to prepare guests with.
  static var isPossible: Bool { socket != nil && access(virsh, X_OK) == 0 }

  let name = "virtsh-console-\(getpid())"
  let uri = "qemu+unix:///system?socket=\(LiveGuest.socket ?? "")"
  private let folder: TemporaryFolder

  /// Creates the guest, paused: what it writes while nobody has its console is lost.
  init() async throws {
    folder = try TemporaryFolder()
    try BootSectorGuest.writeDisk(to: "\(folder.path)/disk")
    try BootSectorGuest.definition(name: name, disk: "\(folder.path)/disk").write(to: "\(folder.path)/guest.xml")
    try run("destroy \(name)")
    try run("create --paused \(folder.path)/guest.xml")
  }

  deinit { try? run("destroy \(name)") }

  /// Lets it begin.
  func resume() throws { try run("resume \(name)") }

  private func run(_ line: String) throws {
    let null = Spawn.Stream.file("/dev/null", O_RDWR)
    let process = try Spawn.start([Self.virsh, "-c", uri, line], variables: ["LC_ALL=C"], streams: [null, null, null])
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
