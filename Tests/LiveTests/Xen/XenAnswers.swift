import Glibc
import TestDaemonKit

/// What the programs of a scenario have printed, by the labels of the script.
struct XenAnswers {
  /// What one run of a program has printed, on both descriptors, and its exit status.
  struct Answer: CustomStringConvertible {
    private(set) var bytes: [UInt8] = []
    private(set) var lines: [String] = []
    fileprivate(set) var status: Int32?

    fileprivate mutating func add(_ line: ArraySlice<UInt8>) {
      bytes += line + [UInt8(ascii: "\n")]
      lines.append(String(decoding: line, as: UTF8.self))
    }

    var description: String { "status \(status.map { "\($0)" } ?? "unknown"):\n" + lines.joined(separator: "\n") }

    /// The words of each line, for tables.
    var rows: [[String]] { lines.filter { !$0.isEmpty }.map { $0.split(separator: " ").map(String.init) } }
    /// How many lines begin like this.
    func count(_ start: String) -> Int { lines.count { $0.hasPrefix(start) } }
    /// What stands behind a name and a colon.
    subscript(field: String) -> String? {
      rows.first { $0.first == field + ":" }.map { $0.dropFirst().joined(separator: " ") }
    }
  }

  private var answers: [String: Answer] = [:]
  /// What the script itself has printed.
  private(set) var lines: [String] = []

  /// Runs a script to its end; throws if it fails.
  init(of script: String, variables: [String] = []) async throws {
    let folder = SideBySide.program.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
    let command = XenScenario(script, programs: folder).command
    let passed = ["VIRTSH_TEST_USER", "VIRTSH_TEST_LIBVIRTD_SOCKET"].compactMap { name -> String? in
      guard let value = getenv(name) else { return nil }
      return "\(name)=\(String(cString: value))"
    }
    let run = try await ProgramRun.run(command[0], Array(command.dropFirst()), variables: passed + variables)
    guard run.status == 0 else { throw ScriptFailed(run: run) }
    var label: String?
    // CR LF, which ends a record of CSV, is one character, so characters are no help.
    for bytes in Array(run.output.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      let line = String(decoding: bytes, as: UTF8.self)
      if line.hasPrefix("== ") {
        label = String(line.dropFirst(3))
      } else if let ours = label, line.hasPrefix("-- ") {
        answers[ours, default: Answer()].status = Int32(line.dropFirst(3))
        label = nil
      } else if let label {
        answers[label, default: Answer()].add(bytes)
      } else {
        lines.append(line)
      }
    }
  }

  /// What was printed under a label; empty, without a status, if there is none.
  subscript(label: String) -> Answer { answers[label] ?? Answer() }

  struct ScriptFailed: Error {
    let run: ProgramRun
  }
}
