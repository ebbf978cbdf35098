import Glibc
import SExpressions

@testable import XenDriver

/// Documents beside this folder and what they are in libvirt's XML, and definitions and what xend is told of them.
enum XenCorpus {
  static let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Corpus"

  /// Domains of xend: `.sexpr`, whose first line tells the format, and the `.xml` that is expected.
  static let documents = names("documents", ending: ".sexpr")
  /// Hosts, and their capabilities.
  static let nodes = names("nodes", ending: ".sexpr")
  /// Definitions of libvirt, and the configurations that are expected.
  static let definitions = names("definitions", ending: ".sexpr")

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(folder + "/" + path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  /// The format that a file is in: `# format 4: …`.
  static func format(_ path: String) -> XendFormat {
    let word = text(path).split(separator: "\n").first?.split(separator: ":").first?.split(separator: " ").last
    return word.flatMap { Int($0) }.flatMap(XendFormat.init) ?? .xen302
  }

  /// The domains of a document, which may be a list of them.
  static func domains(_ name: String) throws -> [SExpression] {
    let document = try SExpression(parsing: bytes("documents/\(name).sexpr"))
    return document.head == "domain" ? [document] : document.elements ?? []
  }

  private static func names(_ folder: String, ending: String) -> [String] {
    guard let directory = opendir(self.folder + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(ending) { names.append(String(name.dropLast(ending.count))) }
    }
    return names.sorted()
  }
}
