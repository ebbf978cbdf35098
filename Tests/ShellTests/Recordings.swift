import Foundation
import Testing

/// What virsh 9.0.0 printed, and the files that it read.
enum Recordings {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    /// The arguments after `virsh -c test:///default`, as a shell reads them.
    let line: String
    let stdin: String?
    let stdout: String
    let stderr: String
    let status: Int32

    var testDescription: String { line.isEmpty ? "standard input: \((stdin ?? "").prefix(40))" : line }
    var run: ProgramRun { ProgramRun(status: status, output: stdout, errors: stderr) }
  }

  private static let folder = Bundle.module.bundleURL

  // What cannot be read is empty, and then the tests that count fail.
  static let cases: [Case] = {
    let url = folder.appendingPathComponent("Cases/virsh.json")
    return (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: url))) ?? []
  }()

  static let lines: [String] = {
    let data = (try? Data(contentsOf: folder.appendingPathComponent("Differential/lines.txt"))) ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }()

  static let fixtures: [String: [UInt8]] = {
    let fixtures = folder.appendingPathComponent("Fixtures")
    let urls = (try? FileManager.default.contentsOfDirectory(at: fixtures, includingPropertiesForKeys: nil)) ?? []
    return Dictionary(urls.map { ($0.lastPathComponent, (try? Data(contentsOf: $0)).map { [UInt8]($0) } ?? []) }) { first, _ in first }
  }()
}

extension ProgramRun {
  /// The run without what differs from one second to the next: how long the processors of a domain have been busy.
  var masked: ProgramRun {
    var run = self
    run.output = output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("CPU time: ") ? "CPU time: T" : String($0) }.joined(separator: "\n")
    return run
  }
}
