import Libvirt
import Presentation

extension Diagnostic {
  /// That nothing is known of a listed domain.
  init(_ unheard: UnheardDomain) {
    let cause = Diagnostic(describing: unheard.reason)
    self.init(
      "nothing is known of domain '\(unheard.name)': \(cause.text)", severity: .warning, code: cause.code, domain: cause.domain,
      details: ["domain": .string(unheard.name)])
  }
}
