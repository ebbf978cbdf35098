import Glibc

/// A user without rights, VIRTSH_TEST_USER, in whose name programs are run. Only root can do that.
struct OrdinaryUser {
  /// The user; nil where there is none, or where we are not root.
  static let current = OrdinaryUser()

  let name: String
  let id: UInt32

  private init?() {
    guard geteuid() == 0, let name = getenv("VIRTSH_TEST_USER"), let entry = getpwnam(name) else { return nil }
    self.name = String(cString: name)
    id = entry.pointee.pw_uid
  }

  /// The command line that runs `words` as this user, with these variables and no others; in the mount namespace of a process if given.
  func command(_ words: [String], variables: [String], namespaceOf process: pid_t? = nil) -> [String] {
    let enter = process.map { ["/usr/bin/nsenter", "--target", "\($0)", "--mount"] } ?? []
    let become = ["/usr/bin/setpriv", "--reuid=\(id)", "--regid=\(id)", "--clear-groups", "/usr/bin/env", "-i"]
    return enter + become + ["LC_ALL=C", "PATH=/usr/bin:/bin:/usr/sbin:/sbin"] + variables + words
  }

  /// Runs a program as this user to its end.
  func run(_ words: [String], variables: [String], namespaceOf process: pid_t? = nil) async throws -> ProgramRun {
    let command = command(words, variables: variables, namespaceOf: process)
    return try await ProgramRun.run(command[0], Array(command.dropFirst()))
  }
}
