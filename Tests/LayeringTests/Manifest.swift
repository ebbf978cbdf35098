/// The targets of `Package.swift` under `Sources` with their dependencies, as far as a reader of text can tell.
struct Manifest {
  let targets: [String: Set<String>]

  init(_ text: String) {
    var targets: [String: Set<String>] = [:]
    for kind in [".target(", ".executableTarget(", ".systemLibrary("] {
      var rest = text[...]
      while let start = rest.firstRange(of: kind) {
        rest = rest[start.upperBound...]
        let body = Self.enclosed(rest, open: "(", close: ")")
        guard let name = Self.strings(after: "name:", in: body).first else { continue }
        if let path = Self.strings(after: "path:", in: body).first, path.hasPrefix("Tests/") { continue }
        guard let list = body.firstRange(of: "dependencies:"), let bracket = body[list.upperBound...].firstIndex(of: "[") else {
          targets[name] = []
          continue
        }
        let dependencies = Self.enclosed(body[body.index(after: bracket)...], open: "[", close: "]")
        targets[name] = Self.dependencyNames(dependencies)
        // `["A"] + nio`: the rest has a name of its own.
        if let shared = body[dependencies.endIndex...].wholeMatch(of: /\]\s*\+\s*(\w+).*/.dotMatchesNewlines())?.1,
          let list = text.firstRange(of: "let \(shared):"), let equals = text[list.upperBound...].firstRange(of: "= [")
        {
          targets[name]?.formUnion(Self.dependencyNames(Self.enclosed(text[equals.upperBound...], open: "[", close: "]")))
        }
      }
    }
    self.targets = targets
  }

  /// Plain strings and the names of products; the packages that products come from are left out.
  private static func dependencyNames(_ list: Substring) -> Set<String> {
    let packages = Set(strings(after: "package:", in: list))
    return Set(quoted(list)).subtracting(packages)
  }

  /// The text up to the bracket that closes what is open before it.
  private static func enclosed(_ text: Substring, open: Character, close: Character) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  private static func strings(after label: String, in text: Substring) -> [String] {
    text.ranges(of: label).compactMap { quoted(text[$0.upperBound...]).first }
  }

  private static func quoted(_ text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
