import Libvirt
import Presentation

extension Outcome {
  /// A sentence about what was done to a domain.
  static func message(_ text: String, on domain: Domain) -> Outcome {
    .message(text, fields: ["domain": .string(domain.name), "uuid": .string("\(domain.uuid)")])
  }

  /// One value of a domain.
  static func value(_ text: String, as key: String, _ value: CellValue, on domain: Domain) -> Outcome {
    Outcome(SingleValue(text, key: key, value))
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

/// An answer of one value: people see the bare text.
struct SingleValue: Answer {
  let text: String
  let key: String
  let value: CellValue

  init(_ text: String, key: String, _ value: CellValue) {
    self.text = text
    self.key = key
    self.value = value
  }

  func write(on page: inout Page) { page.line(text) }
  var rows: Rowset? { Rowset(keys: [key], rows: [[value]]) }
  var names: [String]? { [text] }
  func encode(to encoder: any Encoder) throws { try Record(keys: [key], values: [value]).encode(to: encoder) }
}
