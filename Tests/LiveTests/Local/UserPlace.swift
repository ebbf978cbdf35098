import Glibc
import TestDaemonKit

/// Folders of an ordinary user: a home, one for sockets, and our program, which she may not reach where it was built.
final class UserPlace {
  let user: OrdinaryUser
  let path: String
  /// Our program under its own name.
  let program: String
  /// The same as `virsh`.
  let virsh: String

  init(_ user: OrdinaryUser) async throws {
    self.user = user
    path = try SocketFolder().path
    program = "\(path)/bin/virtsh"
    virsh = "\(path)/bin/virsh"
    let script = """
      chmod 755 "$0"; mkdir -p "$0"/bin "$0"/home "$0"/run; chmod 700 "$0"/run; chown "$2:" "$0"/home "$0"/run
      cp -l "$1" "$0/bin/virtsh" 2>/dev/null || cp "$1" "$0/bin/virtsh"; ln -s virtsh "$0/bin/virsh"
      """
    let run = try await ProgramRun.run("/bin/sh", ["-euc", script, path, SideBySide.program, user.name])
    guard run.status == 0 else { throw CannotPrepare(reason: run.errors) }
  }

  /// Where the sockets of the user's daemons are.
  var sockets: String { "\(path)/run/libvirt" }
  var lockFile: String { "\(sockets)/libvirtd.lock" }
  var variables: [String] { ["HOME=\(path)/home", "XDG_RUNTIME_DIR=\(path)/run"] }

  /// Runs a program as the user.
  func run(_ words: [String], with more: [String] = []) async throws -> ProgramRun {
    try await user.run(words, variables: variables + more)
  }

  /// A folder with a `libvirtd` that notes each start, and then is what `script` says. For `VIRTD_PATH`.
  func daemon(_ script: String) async throws -> String {
    let folder = "\(path)/daemon"
    mkdir(folder, 0o755)
    try "#!/bin/sh\necho \"$0 $*\" >>'\(path)/home/starts'\n\(script)\n".write(to: "\(folder)/libvirtd")
    chmod("\(folder)/libvirtd", 0o755)
    return folder
  }

  /// The starts that such a daemon has noted.
  var starts: [String] { Self.text(of: "\(path)/home/starts").split(separator: "\n").map(String.init) }

  /// The number of the real daemon that runs here.
  var daemonProcess: pid_t? {
    pid_t(Self.text(of: "\(sockets)/libvirtd.pid").prefix { $0.isNumber })
  }

  /// Ends the daemon and removes the folders.
  func remove() async throws {
    if let process = daemonProcess {
      kill(process, SIGTERM)
      _ = try await Patience.waits { kill(process, 0) != 0 }
    }
    _ = try await ProgramRun.run("/bin/rm", ["-rf", path])
  }

  /// A small file; empty if it cannot be read.
  static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  struct CannotPrepare: Error {
    let reason: String
  }
}

extension UserPlace {
  /// Runs `body` with the folders of the test user, and removes them and the daemon after that.
  static func with(_ body: (UserPlace) async throws -> Void) async throws {
    guard let user = OrdinaryUser.current else { return }
    let place = try await UserPlace(user)
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(place)) } catch { outcome = .failure(error) }
    try await place.remove()
    try outcome.get()
  }
}
