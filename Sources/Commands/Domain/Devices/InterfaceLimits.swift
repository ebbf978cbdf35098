import CommandLanguage
import XMLTree

/// The limits of `--inbound` and `--outbound`: `average,peak,burst,floor`, each of which may be left out; KiB/s, and KiB for `burst`.
struct InterfaceLimits {
  private static let names = ["average", "peak", "burst", "floor"]

  /// The element `inbound` or `outbound`.
  let element: XMLElement

  init(inbound text: String) throws {
    let rates = try Self.rates(text)
    guard rates[0] > 0 || rates[3] > 0 else { throw CommandFailure("either inbound average or floor is mandatory") }
    element = Self.element("inbound", rates)
  }

  init(outbound text: String) throws {
    let rates = try Self.rates(text)
    guard rates[0] > 0 else { throw CommandFailure("outbound average is mandatory") }
    guard rates[3] == 0 else { throw CommandFailure("outbound floor is unsupported yet") }
    element = Self.element("outbound", rates)
  }

  /// All four, 0 for what is left out.
  private static func rates(_ text: String) throws -> [UInt64] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= names.count else { throw CommandFailure("Rate string '\(text)' has too many fields") }
    return try names.enumerated().map { index, name in
      guard index < parts.count, !parts[index].isEmpty else { return 0 }
      guard let rate = try? UInt64.parse(parts[index], option: name) else { throw CommandFailure("field '\(name)' is malformed") }
      return rate
    }
  }

  private static func element(_ name: String, _ rates: [UInt64]) -> XMLElement {
    let given = zip(names, rates).filter { $0.1 > 0 }
    return XMLElement(name, attributes: given.map { XMLAttribute($0.0, "\($0.1)") })
  }
}
