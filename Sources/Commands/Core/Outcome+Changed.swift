import Libvirt
import LibvirtProtocol
import Presentation

extension Outcome {
  /// The same with a note, under our own name, that the change waits for the next start: when `domain` was running as it was looked up,
  /// and the change was one of its definition alone. `impact` is what the change was asked for with; nil notes nothing.
  func changed(_ domain: Domain, _ impact: DomainModificationImpact?, in context: Context) -> Outcome {
    guard context.dialect == .virtsh, !context.isQuiet, domain.id != nil, impact == .config else { return self }
    var outcome = self
    outcome.diagnostics.append(
      Diagnostic(
        "'\(domain.name)' is running: the change waits for its next start", severity: .note,
        details: ["domain": .string(domain.name), "uuid": .string("\(domain.uuid)"), "takesEffect": "next start"]))
    return outcome
  }
}
