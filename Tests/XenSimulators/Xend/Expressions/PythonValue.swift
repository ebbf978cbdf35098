/// A value as xend's own code has it: its writer prints the types of Python differently.
indirect enum PythonValue: Sendable, Hashable {
  case string([UInt8])
  case integer(Int)
  /// A long integer, which the writer quotes.
  case long(Int)
  case float(Double)
  case boolean(Bool)
  case none
  case list([PythonValue])

  /// A string of text.
  static func text(_ text: some StringProtocol) -> PythonValue { .string(Array(text.utf8)) }

  /// A list of a key and its value.
  static func pair(_ key: String, _ value: PythonValue) -> PythonValue { .list([.text(key), value]) }

  /// A list of a key and a text.
  static func pair(_ key: String, _ value: some StringProtocol) -> PythonValue { .list([.text(key), .text(value)]) }

  /// A list of a key and a number.
  static func pair(_ key: String, _ value: Int) -> PythonValue { .list([.text(key), .integer(value)]) }

  /// What is in the list; nothing for what is none.
  var elements: [PythonValue] {
    if case .list(let elements) = self { elements } else { [] }
  }

  /// The string, or the first word of the list.
  var head: String? { elements.first?.asText }

  /// The text of a string, whatever its bytes are.
  var asText: String? {
    if case .string(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// The number that a string or an integer is.
  var asNumber: Int? {
    switch self {
    case .integer(let number), .long(let number): number
    case .string: asText.flatMap { Int($0) }
    default: nil
    }
  }

  /// The first child list that begins with the key.
  func child(_ key: String) -> PythonValue? { elements.first { $0.head == key } }

  /// What follows the key in the first child list of its name.
  subscript(_ key: String) -> PythonValue? { child(key)?.elements.dropFirst().first }

  /// The text at a key.
  func text(_ key: String) -> String? { self[key]?.asText }

  /// The number at a key.
  func number(_ key: String) -> Int? { self[key]?.asNumber }
}
