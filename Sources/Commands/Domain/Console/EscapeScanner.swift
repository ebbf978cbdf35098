/// Finds the ways out of a console among the keys that are meant for the guest.
struct EscapeScanner {
  /// What a stretch of keys comes to.
  enum Found: Equatable {
    /// Keys for the guest.
    case keys([UInt8])
    /// The user leaves; these keys were typed behind that.
    case leave(rest: [UInt8])
    /// The user asks what can be typed.
    case help
  }

  private enum Place {
    /// Within a line.
    case line
    /// At the beginning of a line, where a tilde may begin a way out.
    case lineStart
    /// Behind such a tilde, which is kept back.
    case tilde
  }

  private let escape: UInt8
  private let hasTilde: Bool
  private var place = Place.lineStart
  private static let tilde = UInt8(ascii: "~")

  /// A scanner for an escape key, and for `~` at the beginning of a line if that counts too.
  init(escape: UInt8, hasTilde: Bool) {
    self.escape = escape
    self.hasTilde = hasTilde
  }

  /// What these keys come to, in order. Nothing follows `leave`.
  mutating func scan(_ keys: [UInt8]) -> [Found] {
    var found: [Found] = []
    var pending: [UInt8] = []
    func flushed() -> [Found] { pending.isEmpty ? [] : [.keys(pending)] }
    for (index, key) in keys.enumerated() {
      let isWayOut = place == .tilde && key == UInt8(ascii: ".")
      if key == escape || isWayOut { return found + flushed() + [.leave(rest: Array(keys[(index + 1)...]))] }
      switch (place, key) {
      case (.lineStart, Self.tilde) where hasTilde:
        place = .tilde
        continue
      case (.tilde, UInt8(ascii: "?")):
        found += flushed() + [.help]
        pending = []
        place = .lineStart
        continue
      case (.tilde, Self.tilde): pending.append(key)
      case (.tilde, _): pending += [Self.tilde, key]
      default: pending.append(key)
      }
      place = key == UInt8(ascii: "\r") || key == UInt8(ascii: "\n") ? .lineStart : .line
    }
    return found + flushed()
  }
}
