import Glibc
import Testing

/// A file of the repository, read whole.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// Relative to the repository: `Sources/XDR/XDRReader.swift`.
  let path: String
  let text: String

  var testDescription: String { path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// How many lines an editor shows: a newline at the end begins no line of its own.
  var lineCount: Int { text.hasSuffix("\n") ? lines.count - 1 : lines.count }

  /// The target it belongs to, for files under `Sources`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules it imports.
  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(Self.isImportPrefix) else { return nil }
        let last = words.dropFirst(keyword + 1).first { !Self.kinds.contains(String($0)) }
        return last?.split(separator: ".").first.map(String.init)
      })
  }

  /// What an import of a single declaration says before its name.
  private static let kinds: Set<String> = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"]

  private static func isImportPrefix(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains(word)
  }
}

/// The repository that this test was built from.
enum SourceTree {
  /// Its top folder.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }

  /// One file of it; nil if it cannot be read.
  static func file(_ path: String) -> SourceFile? {
    guard let stream = fopen("\(root)/\(path)", "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&block, 1, block.count, stream), count > 0 { bytes += block.prefix(count) }
    return SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  /// All Swift files below a folder, hidden folders such as `.build` left out.
  static func swiftFiles(_ folder: String) -> [SourceFile] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var files: [SourceFile] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        files += swiftFiles("\(folder)/\(name)")
      } else if name.hasSuffix(".swift"), let file = file("\(folder)/\(name)") {
        files.append(file)
      }
    }
    return files.sorted { $0.path < $1.path }
  }
}
