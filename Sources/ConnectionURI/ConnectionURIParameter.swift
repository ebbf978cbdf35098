/// One `name=value` of a connection URI's query, decoded.
public struct ConnectionURIParameter: Sendable, Hashable {
  /// The name; never empty when it was parsed.
  public let name: String
  /// The value; empty when there was no `=` or nothing behind it.
  public let value: String

  /// A parameter from a decoded name and value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Whether this is the parameter `name`, without regard to ASCII case.
  public func hasName(_ name: String) -> Bool {
    PercentEncoding.asciiLowercased(self.name) == PercentEncoding.asciiLowercased(name)
  }

  /// The parameters as a query: `name=value` joined by `&`, all but letters, digits and `-._~` encoded.
  static func format(_ parameters: [ConnectionURIParameter]) -> String {
    parameters.map {
      PercentEncoding.encode($0.name, keeping: .unreserved) + "=" + PercentEncoding.encode($0.value, keeping: .unreserved)
    }.joined(separator: "&")
  }

  /// Splits a query as libvirt does: at the next `&`, or at the next `;` where no `&` follows. Nameless pieces are skipped.
  ///
  /// Gives the byte ranges of names and values, still encoded.
  static func split(_ query: ArraySlice<UInt8>) -> [(name: Range<Int>, value: Range<Int>)] {
    var pieces: [(name: Range<Int>, value: Range<Int>)] = []
    var lastAmpersand = query.lastIndex(of: UInt8(ascii: "&"))
    var start = query.startIndex
    while start < query.endIndex {
      if let last = lastAmpersand, last < start { lastAmpersand = nil }
      let separator = UInt8(ascii: lastAmpersand == nil ? ";" : "&")
      let end = query[start...].firstIndex(of: separator) ?? query.endIndex
      let equals = query[start..<end].firstIndex(of: UInt8(ascii: "="))
      let name = start..<(equals ?? end)
      if !name.isEmpty { pieces.append((name, (equals.map { $0 + 1 } ?? end)..<end)) }
      start = end + 1
    }
    return pieces
  }
}
