import TestDaemonKit
import Testing

/// Every document of the corpus is defined, dumped, started and dumped again by our program and by virsh itself.
@Suite struct DefinitionTests {
  private static let corpus: String = {
    let tests = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
    return tests + "/TestDriverTests/Corpus"
  }()

  @Test(arguments: ["disk", "interface", "hostdev", "controller", "graphics", "memory", "serial", "os", "system-cpu", "system-cputune"])
  func asVirsh(kind: String) async throws {
    let side = try SideBySide(uri: "test:///default")
    defer { side.remove() }
    for number in 1...4 {
      let file = "\(Self.corpus)/\(kind)-\(number).xml"
      let name = "\(kind)-\(number)"
      let script = "define \(file); dumpxml --inactive \(name); start \(name); dumpxml --security-info --migratable \(name)"
      let (ours, virsh) = try await side.ask(script)
      #expect(ours.output == virsh.output, "\(name)")
      #expect(ours.status == virsh.status, "\(name)")
      try #require(virsh.output.contains("<name>\(name)</name>"))
    }
  }
}
