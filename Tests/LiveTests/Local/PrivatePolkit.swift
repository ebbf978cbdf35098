import Glibc
import TestDaemonKit

/// A polkit, a system bus and a libvirtd that asks them, of a test's own: see Tests/private-polkit.
final class PrivatePolkit {
  let folder: String
  /// The process whose mount namespace has them.
  let process: pid_t

  var uri: String { "qemu+unix:///system?socket=\(folder)/libvirt-sock" }

  /// What is installed here.
  static var isInstalled: Bool {
    let programs: [String] = ["/usr/lib/polkit-1/polkitd", "/usr/bin/dbus-daemon", "/usr/bin/pkttyagent"]
    return programs.allSatisfy { access($0, X_OK) == 0 }
  }

  init() throws {
    folder = try SocketFolder().path
    let script = "\(Self.root)/Tests/private-polkit"
    var words = ProgramRun.copies([script, folder])
    var variables = ProgramRun.copies(["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"])
    defer { for pointer in words + variables { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "\(folder)/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test runner blocks signals; the daemons must hear that they shall end.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    guard posix_spawn(&process, script, &actions, &attributes, &words, &variables) == 0 else { throw CannotStart(reason: "posix_spawn") }
    self.process = process
  }

  /// What the rule says from now on: `yes`, `no`, `auth_self`.
  func decide(_ decision: String) throws { try decision.write(to: "\(folder)/decision") }

  /// Waits until polkit's word reaches a user who connects.
  func waitUntilItDecides(about place: UserPlace) async throws {
    try decide("no")
    var last = ""
    for _ in 0..<300 {
      last = try await run(["/usr/bin/virsh", "-c", uri, "uri"], of: place).errors
      if last.contains("access denied by policy") { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw CannotStart(reason: last + UserPlace.text(of: "\(folder)/output"))
  }

  /// Runs a program of the user where this polkit is.
  func run(_ words: [String], of place: UserPlace) async throws -> ProgramRun {
    try await place.user.run(words, variables: place.variables, namespaceOf: process)
  }

  /// Ends all and removes the folder.
  func remove() async throws {
    kill(process, SIGTERM)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 { try await Task.sleep(for: .milliseconds(10)) }
    _ = try await ProgramRun.run("/bin/rm", ["-rf", folder])
  }

  /// Runs `body` with a polkit that decides, and a user.
  static func with(_ body: (PrivatePolkit, UserPlace) async throws -> Void) async throws {
    try await UserPlace.with { place in
      let polkit = try PrivatePolkit()
      let outcome: Result<Void, any Error>
      do {
        try await polkit.waitUntilItDecides(about: place)
        outcome = .success(try await body(polkit, place))
      } catch {
        outcome = .failure(error)
      }
      try await polkit.remove()
      try outcome.get()
    }
  }

  private static let root = String(#filePath.prefix(#filePath.count - "/Tests/LiveTests/Local/PrivatePolkit.swift".count))

  struct CannotStart: Error {
    let reason: String
  }
}
