import Glibc
import Testing

/// Documents beside this file, and what real virsh answered to them; `Corpus/record` asks again.
enum DefinitionCorpus {
  static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Corpus"

  static let documents = names(in: folder, ending: ".xml")
  static let fragments: [Fragment] = names(in: folder + "/fragments", ending: ".out").flatMap { Fragment.read($0) }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(folder + "/" + path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  private static func names(in folder: String, ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(ending) { names.append(String(name.dropLast(ending.count))) }
    }
    return names.sorted()
  }

  /// A piece of a definition, and the lines that it makes differ from those of an empty domain.
  struct Fragment: Sendable, CustomTestStringConvertible {
    let line: String
    let answer: [String]

    var testDescription: String { line }

    static func read(_ name: String) -> [Fragment] {
      var found: [Fragment] = []
      for line in text("fragments/\(name).out").split(separator: "\n").map(String.init) {
        if line.hasPrefix("## ") {
          found.append(Fragment(line: String(line.dropFirst(3)), answer: []))
        } else if let last = found.popLast() {
          found.append(Fragment(line: last.line, answer: last.answer + [line]))
        }
      }
      return found
    }

    /// The whole definition: a line is `where|xml`, or a device alone.
    var document: String { Self.document(line) }

    static func document(_ line: String) -> String {
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count > 1 ? parts[1] : ""
      func part(_ name: String, _ usual: String) -> String { parts.first == name ? value : usual }
      let isDevice = !["name", "memory", "os", "root"].contains(parts.first)
      return "<domain type='test'>\(part("name", "<name>x</name>"))<uuid>11111111-2222-3333-4444-555555555555</uuid>"
        + part("memory", "<memory>65536</memory>") + part("os", "<os><type>hvm</type></os>")
        + (isDevice ? "<devices>\(line)</devices>" : part("root", "")) + "</domain>\n"
    }
  }
}
