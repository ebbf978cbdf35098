import SExpressions

/// Values of every shape.
enum RandomTree {
  private static let words = ["domain", "name", "web1", "", "it's", "\"", "\\", "3", "é", "a b", "#", "()", "\n", "\u{4}"]

  static func tree(depth: Int = 6, using random: inout some RandomNumberGenerator) -> SExpression {
    if depth > 0, Int.random(in: 0..<3, using: &random) > 0 {
      return .list((0..<Int.random(in: 0..<4, using: &random)).map { _ in tree(depth: depth - 1, using: &random) })
    }
    if Bool.random(using: &random) { return SExpression(words.randomElement(using: &random) ?? "") }
    return .atom((0..<Int.random(in: 0..<12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
  }
}
