/// A file of groups with keys and values, `[group]` and `key=value` each on a line, as GLib reads it; measured on libvirt 9.0.0.
struct KeyFile: Sendable {
  /// What is wrong with a line; never what is in it, which may be a password.
  struct SyntaxError: Error, Sendable, Hashable {
    /// From 1.
    let line: Int
    let reason: String
  }

  private var groups: [String: [String: ArraySlice<UInt8>]] = [:]

  /// Reads a file. A group that comes again goes on; of a key that comes again the last value counts.
  init(_ bytes: [UInt8]) throws(SyntaxError) {
    var group: String?
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let failure = { (reason: String) in SyntaxError(line: index + 1, reason: reason) }
      var line = line
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      line = line.drop(while: Self.isBlank)
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: "[") {
        guard let end = line.firstIndex(of: UInt8(ascii: "]")), line[(end + 1)...].allSatisfy(Self.isBlank) else {
          throw failure("the name of a group does not end the line with ]")
        }
        let name = line[(line.startIndex + 1)..<end]
        guard !name.isEmpty, name.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "[") }) else {
          throw failure("this is no name of a group")
        }
        let text = String(decoding: name, as: UTF8.self)
        groups[text, default: [:]] = groups[text] ?? [:]
        group = text
        continue
      }
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else {
        throw failure("neither [group], nor key=value, nor a comment with #")
      }
      guard let group else { throw failure("a key comes before the first [group]") }
      var key = line[..<sign]
      while let last = key.last, Self.isBlank(last) { key = key.dropLast() }
      guard !key.isEmpty else { throw failure("there is no key before the =") }
      groups[group]?[String(decoding: key, as: UTF8.self)] = line[(sign + 1)...].drop(while: Self.isBlank)
    }
  }

  /// Whether there is such a group.
  func hasGroup(_ name: String) -> Bool { groups[name] != nil }

  /// A value, with its escapes `\s`, `\n`, `\t`, `\r`, `\\` resolved; others stay. Nil when it is not there, or not UTF-8.
  func value(_ key: String, in group: String) -> String? {
    guard let bytes = groups[group]?[key] else { return nil }
    var result: [UInt8] = []
    var rest = bytes.prefix { $0 != 0 }[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard let letter = rest.popFirst() else { break }
      switch letter {
      case UInt8(ascii: "s"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "\\"): result.append(letter)
      default: result += [byte, letter]
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
