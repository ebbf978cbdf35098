import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation
import XMLTree

struct Desc: Command {
  static let info = CommandInfo(
    "desc", group: .domain, abstract: "show or change a domain's description or title",
    description: "Show what a domain's owner says about it, or change that.", exclusive: [["current", "live"], ["current", "config"]])
  /// An editor shows one text.
  var severalDomains: SeveralDomainsWay { edit ? .refused : .together }
  static let options = OptionTable<Self>(\._domain, \._live, \._config, \._current, \._title, \._edit, \._newText)

  @Option(domain: "domain") var domain: Given<String>
  @Flag("live", "of the running domain") var live
  @Flag("config", "of the next start") var config
  @Flag("current", "of whichever of the two is current") var current
  @Flag("title", "the title, not the description") var title
  @Flag("edit", "change it with an editor") var edit
  @Arguments("new-desc", "the new text") var newText

  private var kind: String { title ? "title" : "description" }

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    // Whoever cannot be told the old text does not get to set a new one.
    let old = try await text(of: domain)
    guard edit || !newText.isEmpty else {
      return Outcome(OwnersText(old, key: kind, instead: "No \(kind) for domain: \(domain.name)"))
    }
    let new = newText.isEmpty ? nil : newText.joined(separator: " ")
    guard edit else {
      if let failure = await set(new ?? "", of: domain) { throw failure }
      return updated.changed(domain, impact, in: context)
    }
    let file = try EditedFile(new ?? old)
    func failed(_ reasons: [Diagnostic]) async -> Outcome { .failed(reasons + (await file.leave(unless: old, in: context))) }
    let edited: String
    do {
      let problem = try await Editor().edit(file.path, in: context)
      guard problem.isEmpty else { return await failed(problem) }
      edited = String(decoding: try await file.read(), as: UTF8.self)
    } catch {
      return await failed(Diagnostic.all(of: error))
    }
    // Some editors end every file with a newline, which a title cannot have.
    let text = title && edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
    if text != old, let failure = await set(text, of: domain) { return await failed(Diagnostic.all(of: failure)) }
    file.remove()
    return text == old ? .message("Domain \(kind) not changed") : updated.changed(domain, impact, in: context)
  }

  private var impact: DomainModificationImpact { DomainModificationImpact(config: config, live: live, current: current) ?? .current }

  private var updated: Outcome { Outcome(Message("Domain \(kind) updated successfully", .extra, terminator: "")) }

  /// Sets the text; why it could not be done.
  private func set(_ text: String, of domain: Domain) async -> (any Error)? {
    do {
      try await explaining("Failed to set new domain \(kind)") {
        try await domain.setMetadata(title ? .title : .description, to: text, impact)
      }
      return nil
    } catch {
      return error
    }
  }

  /// The text as it is; empty for none. Whoever cannot be asked for it has it in the XML.
  private func text(of domain: Domain) async throws -> String {
    do {
      return try await domain.metadata(title ? .title : .description, config ? .config : .current)
    } catch let error as LibvirtError where error.code == .noDomainMetadata {
      return ""
    } catch let error as LibvirtError where error.code == .noSupport {
      let xml = try await domain.xml(config ? .inactive : [])
      return try XMLDocument(xml, source: "(domain_definition)").root[child: kind]?.text ?? ""
    }
  }
}

/// What a domain's owner says about it; a sentence instead if that is nothing.
private struct OwnersText: Answer {
  let text: String
  let key: String
  let instead: String

  init(_ text: String, key: String, instead: String) {
    self.text = text
    self.key = key
    self.instead = instead
  }

  private var value: CellValue { text.isEmpty ? .null : .string(text) }

  // Neither line is ended: virsh relies on the empty one that follows.
  func write(on page: inout Page) { page.write(text.isEmpty ? instead : text, text.isEmpty ? .extra : .always) }
  var rows: Rowset? { Rowset(keys: [key], rows: [[value]]) }
  func encode(to encoder: any Encoder) throws { try Record(keys: [key], values: [value]).encode(to: encoder) }
}
