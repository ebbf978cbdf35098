import Glibc
import TestDaemonKit

/// What decides which connection is meant, variables aside: who asks, their libvirt.conf, and the daemons that are there.
struct Conditions: Sendable {
  enum User: CaseIterable { case root, ordinary }

  let user: User
  /// The text of libvirt.conf; nil for none.
  var configuration: String?
  /// The names of daemons' sockets, such as `libvirt-sock`: those of the system for root, of the session for others.
  var sockets: [String] = []
}

/// A machine of its own as far as libvirt's client looks: `/run/libvirt` and `/etc/libvirt` are a folder's, in a mount namespace, and so are
/// the folders of an ordinary user.
final class LittleMachine {
  let folder: SocketFolder
  let user: Conditions.User
  private let account: (id: uid_t, group: gid_t)
  private var daemons: [String: TestDaemon] = [:]
  private var seen: [String: Int] = [:]

  /// Whether such a machine can be made here.
  static let isPossible: Bool = {
    guard geteuid() == 0, access("/usr/bin/setpriv", X_OK) == 0, access("/usr/bin/virsh", X_OK) == 0 else { return false }
    return system("mkdir -p /run/libvirt /etc/libvirt && unshare --mount true 2>/dev/null") == 0
  }()

  init(_ conditions: Conditions) async throws {
    folder = try SocketFolder()
    user = conditions.user
    account = Self.ordinaryAccount
    for name in ["bin", "run", "etc", "runtime", "runtime/libvirt", "config", "config/libvirt", "home"] {
      mkdir(folder.socket(name), 0o755)
    }
    chmod(folder.path, 0o755)
    link(Self.program, folder.socket("bin/virtsh"))
    symlink("virtsh", folder.socket("bin/virsh"))
    if let text = conditions.configuration { try text.write(to: configuration) }
    for name in conditions.sockets {
      let path = folder.socket((user == .root ? "run/" : "runtime/libvirt/") + name)
      daemons[name] = try await TestDaemon.start(at: path)
      chmod(path, 0o777)
    }
  }

  /// The user's libvirt.conf.
  var configuration: String { folder.socket(user == .root ? "etc/libvirt.conf" : "config/libvirt/libvirt.conf") }

  /// Our program where everybody may run it, which the folder of the build may not allow. It is there until the tests end.
  private static let program: String = {
    guard let folder = try? SocketFolder() else { return SideBySide.program }
    let copy = folder.socket("virtsh")
    if link(SideBySide.program, copy) != 0 { _ = system("cp '\(SideBySide.program)' '\(copy)'") }
    atexit { _ = system("rm -rf \(LittleMachine.program.dropLast("/virtsh".count))") }
    return copy
  }()

  /// The account of the ordinary user that was made for tests, or that of nobody.
  private static let ordinaryAccount: (id: uid_t, group: gid_t) = {
    let name = getenv("VIRTSH_TEST_USER").map { String(cString: $0) } ?? "nobody"
    var entry = passwd()
    var buffer = [CChar](repeating: 0, count: 16384)
    var found: UnsafeMutablePointer<passwd>?
    guard getpwnam_r(name, &entry, &buffer, buffer.count, &found) == 0, let found else { return (65534, 65534) }
    return (found.pointee.pw_uid, found.pointee.pw_gid)
  }()

  /// Runs a program as the user; `virsh` is the real one.
  func run(_ program: String, _ arguments: [String], variables: [String: String]) async throws -> ProgramRun {
    let path = program == "real" ? "/usr/bin/virsh" : folder.socket("bin/\(program)")
    var all = ["LC_ALL": "C", "PATH": "/usr/bin:/bin", "HOME": folder.socket("home"), "LIBVIRT_AUTOSTART": "0"]
    if user == .ordinary {
      all["XDG_RUNTIME_DIR"] = folder.socket("runtime")
      all["XDG_CONFIG_HOME"] = folder.socket("config")
    }
    let assignments = all.merging(variables) { $1 }.map { "\($0)=\($1)" }
    let switching = user == .root ? [] : ["setpriv", "--reuid=\(account.id)", "--regid=\(account.group)", "--clear-groups"]
    let script = "mount --bind \"$0/run\" /run/libvirt && mount --bind \"$0/etc\" /etc/libvirt && exec \"$@\""
    return try await ProgramRun.run(
      "/usr/bin/unshare", ["--mount", "sh", "-c", script, folder.path] + switching + ["env", "-i"] + assignments + [path] + arguments)
  }

  /// What each daemon was asked to open since the last time, by socket; daemons that were asked nothing are left out.
  func openings() -> [String: [TestDaemon.Opening]] {
    var new: [String: [TestDaemon.Opening]] = [:]
    for (name, daemon) in daemons {
      let all = daemon.openings
      if all.count > seen[name, default: 0] { new[name] = Array(all.dropFirst(seen[name, default: 0])) }
      seen[name] = all.count
    }
    return new
  }

  func remove() async {
    for daemon in daemons.values { await daemon.stop() }
    _ = system("rm -rf '\(folder.path)'")
  }
}
