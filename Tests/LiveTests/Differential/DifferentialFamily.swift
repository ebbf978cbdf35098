import Glibc
import TestDaemonKit
import Testing

/// Rows about commands that belong together: the file `Rows/NAME.txt`.
///
/// Under `[test]` each line has a host of its own, which is that of `test:///default`. Under `[guest]` the lines follow one another on
/// one guest of QEMU, which is defined and does not run at first. `//` begins a remark.
struct DifferentialFamily: Sendable, CustomTestStringConvertible {
  let name: String
  let test: [DifferentialRow]
  let guest: [DifferentialRow]

  var testDescription: String { name }

  /// Where the rows are.
  static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Rows"

  /// Every family, in the order of their names.
  static let all: [DifferentialFamily] = names(in: folder).compactMap { file in
    file.hasSuffix(".txt") ? DifferentialFamily(name: String(file.dropLast(4)), text: "\(folder)/\(file)".contents) : nil
  }

  private init(name: String, text: String) {
    self.name = name
    var rows: [Substring: [DifferentialRow]] = [:]
    var section: Substring = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("//") {
      if line.hasPrefix("[") {
        section = line.dropFirst().dropLast()
      } else {
        rows[section, default: []] += DifferentialRow.expanded(String(line)).map(DifferentialRow.init)
      }
    }
    test = rows["test"] ?? []
    guest = rows["guest"] ?? []
  }

  /// The files in a folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256, String.init(cString:)) })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
