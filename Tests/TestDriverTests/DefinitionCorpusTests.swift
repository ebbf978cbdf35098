import TestDriver
import Testing

/// Everything in the corpus comes out as real virsh printed it.
@Suite struct DefinitionCorpusTests {
  @Test func isThere() {
    #expect(DefinitionCorpus.documents.count >= 40)
    #expect(DefinitionCorpus.fragments.count >= 1000)
  }

  @Test(arguments: DefinitionCorpus.documents)
  func document(name: String) {
    #expect(answer(DefinitionCorpus.bytes(name + ".xml")) == DefinitionCorpus.text(name + ".out").filtered)
  }

  @Test(arguments: DefinitionCorpus.fragments)
  func fragment(_ fragment: DefinitionCorpus.Fragment) {
    let lines = answer(Array(fragment.document.utf8), runs: false).split(separator: "\n").map(String.init)
    #expect(lines.filter { !Self.usual.contains($0) } == fragment.answer)
  }

  /// What libvirt prints can be read again and then stays the same; only disks and controllers may change their order once.
  @Test(arguments: DefinitionCorpus.documents)
  func isStable(name: String) throws {
    guard let definition = try? DomainDefinition(xml: DefinitionCorpus.bytes(name + ".xml")) else { return }
    let text = try DomainDefinition(xml: definition.xml(secure: true)).xml(secure: true)
    #expect(try DomainDefinition(xml: text).xml(secure: true) == text)
  }

  private static let usual: Set<String> = {
    let empty = try? DomainDefinition(xml: DefinitionCorpus.Fragment.document("root|"))
    return Set((empty?.xml() ?? "").split(separator: "\n").map(String.init))
  }()

  /// As `Corpus/record` writes it: inactive, then running with secrets; or the error.
  private func answer(_ bytes: [UInt8], runs: Bool = true) -> String {
    do throws(DefinitionError) {
      let definition = try DomainDefinition(xml: bytes)
      return (definition.xml() + (runs ? definition.xml(id: 2, secure: true) : "")).filtered
    } catch {
      return "error: \(error.text)\n".filtered
    }
  }
}

extension String {
  /// Without empty lines.
  fileprivate var filtered: String { split(separator: "\n").joined(separator: "\n") }
}
