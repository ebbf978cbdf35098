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
    process = try Spawn.start(
      ["\(Self.root)/Tests/private-polkit", folder], variables: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"],
      streams: [.file("/dev/null", O_RDWR), .file("\(folder)/output", O_WRONLY | O_CREAT), .same(1)])
  }

  /// What the rule says from now on: `yes`, `no`, `auth_self`.
  func decide(_ decision: String) throws { try decision.write(to: "\(folder)/decision") }

  /// Waits until polkit's word reaches a user who connects.
  func waitUntilItDecides(about place: UserPlace) async throws {
    try decide("no")
    var last = ""
    let decides = try await Patience.waits(every: .milliseconds(100)) {
      last = try await run(["/usr/bin/virsh", "-c", uri, "uri"], of: place).errors
      return last.contains("access denied by policy")
    }
    guard !decides else { return }
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
