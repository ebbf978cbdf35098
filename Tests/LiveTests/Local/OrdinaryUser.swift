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

  /// The command line that runs `words` as this user, with these variables and no others; in the mount namespace of a process if
  /// given, and as if the program at a path were not installed.
  func command(
    _ words: [String], variables: [String], namespaceOf process: pid_t? = nil, without missing: String? = nil
  ) -> [String] {
    let enter = process.map { ["/usr/bin/nsenter", "--target", "\($0)", "--mount"] } ?? []
    let hide = missing.map { ["/usr/bin/unshare", "--mount", "/bin/sh", "-euc", #"mount --bind /dev/null "$0"; exec "$@""#, $0] } ?? []
    let become = ["/usr/bin/setpriv", "--reuid=\(id)", "--regid=\(id)", "--clear-groups", "/usr/bin/env", "-i"]
    return enter + hide + become + ["LC_ALL=C", "PATH=/usr/bin:/bin:/usr/sbin:/sbin"] + variables + words
  }

  /// Runs a program as this user to its end, without a terminal.
  func run(_ words: [String], variables: [String], namespaceOf process: pid_t? = nil) async throws -> ProgramRun {
    try await ProgramRun.run("/usr/bin/setsid", command(words, variables: variables, namespaceOf: process))
  }
}
