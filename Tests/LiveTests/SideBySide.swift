import Glibc
import TestDaemonKit

/// Our program under the name `virsh` beside the real one, asked the same of the same daemon.
struct SideBySide {
  /// Where the built `virtsh` is: beside the tests.
  static let program: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let name = String(decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return (name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ".") + "/virtsh"
  }()

  let uri: String
  let ours: String
  private let folder: SocketFolder

  /// Makes a link by virsh's name to our program.
  init(uri: String) throws {
    self.uri = uri
    folder = try SocketFolder()
    ours = folder.socket("virsh")
    symlink(Self.program, ours)
  }

  func remove() { folder.remove("virsh") }

  /// What each of the two answers.
  func ask(_ words: String...) async throws -> (ours: ProgramRun, virsh: ProgramRun) {
    let arguments = ["-c", uri] + words
    return (try await ProgramRun.run(ours, arguments), try await ProgramRun.run("/usr/bin/virsh", arguments))
  }

  /// What each of the two answers while nothing else changes: other tests have guests on the same daemon. Asked again while virsh by
  /// itself says something else before and after.
  func askUndisturbed(_ words: [String]) async throws -> (ours: ProgramRun, virsh: ProgramRun) {
    let arguments = ["-c", uri] + words
    var before = try await ProgramRun.run("/usr/bin/virsh", arguments)
    for _ in 0..<20 {
      let run = try await ProgramRun.run(ours, arguments)
      let after = try await ProgramRun.run("/usr/bin/virsh", arguments)
      if before == after || run == after { return (run, after) }
      before = after
    }
    return (try await ProgramRun.run(ours, arguments), before)
  }

  /// Has our program alone do something.
  func act(_ words: String...) async throws -> ProgramRun { try await ProgramRun.run(ours, ["-c", uri] + words) }
}
