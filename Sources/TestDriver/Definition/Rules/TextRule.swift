import XMLTree

/// What libvirt knows about the text of an element.
enum TextRule: Sendable {
  case any
  /// A whole number from 0 up to a limit.
  case unsigned(Complaint, max: UInt64 = .max)
  /// A whole number from 0 on of 32 bits, which libvirt writes as a signed one, and then does not read again.
  case bits32(Complaint)
  case signed(Complaint)
  case choice([String], Complaint)

  /// The text as libvirt writes it; empty when there is none.
  func value(of element: XMLElement) throws(DefinitionError) -> String {
    let raw = element.text
    guard !raw.isEmpty else { return "" }
    switch self {
    case .any: return raw
    case .unsigned(let complaint, let max):
      guard let number = Number.unsigned(raw), number <= max else { throw complaint.error(raw) }
      return String(number)
    case .bits32(let complaint):
      guard let number = Number.unsigned(raw).flatMap({ UInt32(exactly: $0) }) else { throw complaint.error(raw) }
      return String(Int32(bitPattern: number))
    case .signed(let complaint):
      guard let number = Number.signed(raw) else { throw complaint.error(raw) }
      return String(number)
    case .choice(let values, let complaint):
      guard values.contains(raw) else { throw complaint.error(raw) }
      return raw
    }
  }
}
