/// Something that goes wrong with some requests.
public struct XendFault: Sendable {
  /// What a client sees.
  public enum Effect: Sendable {
    /// No answer, and the connection stays open.
    case hang
    /// The connection ends without an answer.
    case close
    /// These bytes, then the connection ends.
    case answer([UInt8])
    /// The answer comes so much later.
    case delay(Duration)
  }

  /// What a client sees.
  public var effect: Effect
  /// The operation that it happens to; any without.
  public var operation: String?
  /// The path that it happens to, without slashes at its ends (`xend/domain/web1`), decoded; any without.
  public var path: String?
  /// Whether the request is carried out before the fault shows. A delayed one always is, after the delay.
  public var isCarriedOut: Bool
  /// How many requests it happens to, nil for all.
  public var count: Int?

  /// A fault of all requests, or of those to a path or with an operation.
  public init(_ effect: Effect, operation: String? = nil, path: String? = nil, isCarriedOut: Bool = false, count: Int? = nil) {
    self.effect = effect
    self.operation = operation
    self.path = path
    self.isCarriedOut = isCarriedOut
    self.count = count
  }

  func concerns(_ request: HTTPRequest) -> Bool {
    if let operation, operation != request.operation { return false }
    if let path, path.split(separator: "/").joined(separator: "/") != request.path.joined(separator: "/") { return false }
    return count != 0
  }

  /// Reads `EFFECT[@TIMES][:OPERATION|:/PATH]`, where EFFECT is `hang`, `close`, `late-hang`, `late-close`, `delay=MS` or `answer=TEXT`.
  /// The late ones carry the request out first. In the text `\n` and `\r` stand for line ends.
  public init?(_ text: String) {
    // An answer may hold colons itself: what follows the last one is the target unless it has a blank.
    var effect = text
    var target: String?
    if let colon = text.lastIndex(of: ":"), !text[colon...].contains(where: { $0 == " " || $0 == "\\" }) {
      effect = String(text[..<colon])
      target = String(text[text.index(after: colon)...])
    }
    var count: Int?
    if let at = effect.lastIndex(of: "@"), let number = Int(effect[effect.index(after: at)...]) {
      count = number
      effect = String(effect[..<at])
    }
    let sides = effect.split(separator: "=", maxSplits: 1).map(String.init)
    switch (sides.first, sides.dropFirst().first) {
    case ("hang", nil), ("late-hang", nil): self.init(.hang)
    case ("close", nil), ("late-close", nil): self.init(.close)
    case ("delay", let number?):
      guard let number = Int(number), (0...3_600_000).contains(number) else { return nil }
      self.init(.delay(.milliseconds(number)))
    case ("answer", let answer?):
      self.init(.answer(Array(answer.replacing("\\r", with: "\r").replacing("\\n", with: "\n").utf8)))
    default: return nil
    }
    isCarriedOut = effect.hasPrefix("late-")
    self.count = count
    if let target, target.hasPrefix("/") { path = target } else { operation = target }
  }
}
