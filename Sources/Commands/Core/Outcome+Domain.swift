import Libvirt
import Presentation

extension Outcome {
  /// A sentence about what was done to a domain.
  static func message(_ text: String, on domain: Domain) -> Outcome {
    .message(text, fields: ["domain": .string(domain.name), "uuid": .string("\(domain.uuid)")])
  }

  /// One value of a domain.
  static func value(_ text: String, as key: String, _ value: CellValue, on domain: Domain) -> Outcome {
    Outcome(Labelled(text, [key: value]))
  }

  /// The same, but failed for this reason as well.
  func failing(with text: String) -> Outcome {
    var outcome = noting(text)
    outcome.succeeded = false
    return outcome
  }

  /// The same with one more message, which changes nothing about success.
  func noting(_ text: String) -> Outcome { noting(Diagnostic(text)) }

  /// The same with one more message.
  func noting(_ diagnostic: Diagnostic) -> Outcome {
    var outcome = self
    outcome.diagnostics.append(diagnostic)
    return outcome
  }
}
