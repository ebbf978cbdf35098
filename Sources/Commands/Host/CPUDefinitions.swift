import XMLTree

/// Processors that a file describes: by themselves, in domains, in what a host can do or in what its guests can have.
enum CPUDefinitions {
  /// The definitions in order; throws virsh's words for a file that cannot be read, is no XML or describes no processor.
  static func read(_ path: String) async throws -> [String] {
    var text = try DefinitionFile.text(await DefinitionFile.read(path), source: path)[...]
    if text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") { text = text[end.upperBound...] }
    let root: XMLElement
    do {
      root = try XMLDocument("<container>\(text)</container>", source: path).root
    } catch {
      throw CommandFailure(error.text)
    }
    let cpus = root.elements.flatMap(processors)
    guard !cpus.isEmpty else {
      throw CommandFailure(
        "File '\(path)' does not contain any <cpu> element or valid domain XML, host capabilities XML, or domain capabilities XML")
    }
    return cpus.map { XMLWriter.string($0) }
  }

  private static func processors(_ element: XMLElement) -> [XMLElement] {
    switch element.name {
    case "cpu": [element]
    case "domain": element.elements("cpu")
    case "capabilities": element.elements("host").flatMap { $0.elements("cpu") }
    case "domainCapabilities":
      element.elements("cpu").flatMap { $0.elements("mode") }
        .filter { $0[attribute: "name"] == "host-model" && $0[attribute: "supported"] == "yes" }
        .map { mode in
          var cpu = mode
          (cpu.name, cpu.attributes) = ("cpu", [])
          return cpu
        }
    default: []
    }
  }
}
