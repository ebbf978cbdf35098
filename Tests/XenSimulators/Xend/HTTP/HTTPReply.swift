/// What xend answers.
struct HTTPReply: Sendable {
  /// What a body is.
  enum Body: Sendable {
    case nothing
    case expression(PythonValue)
    /// Text that is labelled as what it is.
    case text(String)
    /// Text that is labelled as an S-expression and is none.
    case mislabelled(String)
  }

  var status: Int
  var reason: String
  var body: Body = .nothing
  var location: String?

  static let badRequest = HTTPReply(status: 400, reason: "Bad request")
  static let tooLong = HTTPReply(status: 413, reason: "Request entity too large")
  /// No operation, or two.
  static let noOperation = HTTPReply(status: 406, reason: "Invalid request")
  static let accepted = HTTPReply(status: 202, reason: "Accepted")
  /// What a POST answers when there is nothing to say.
  static let done = HTTPReply(status: 200, reason: "OK")

  static func value(_ value: PythonValue) -> HTTPReply { HTTPReply(status: 200, reason: "OK", body: .expression(value)) }
  static func text(_ text: String) -> HTTPReply { HTTPReply(status: 200, reason: "OK", body: .text(text)) }
  static func notFound(_ text: String) -> HTTPReply { HTTPReply(status: 404, reason: "Not found", body: .text(text)) }

  /// Neither this method nor this operation is there.
  static func notImplemented(_ name: String) -> HTTPReply {
    HTTPReply(status: 501, reason: "Operation not implemented: \(name)", body: .mislabelled("Operation not implemented: \(name)"))
  }

  /// A failure inside: its status is what the operation had come to.
  static func failure(_ message: String, status: Int, reason: String) -> HTTPReply {
    HTTPReply(status: status, reason: reason, body: .expression(.pair("xend.err", message)))
  }

  /// The answer on the wire: its header lines come in any order.
  func bytes(for request: HTTPRequest?, using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var content: [UInt8] = []
    var lines = ["Expires: -1", "Pragma: no-cache", "Cache-control: no-cache"]
    switch body {
    case .nothing: break
    case .text(let text):
      content = Array(text.utf8)
      lines.append("Content-type: text/plain")
    case .expression, .mislabelled:
      content = expressionBytes
      if request?.wantsExpressions ?? true {
        lines.append("Content-type: application/sxp")
      } else {
        content = Self.page(content)
        lines.append("Content-type: text/html")
      }
    }
    if let location { lines.append("Location: \(location)") }
    if request?.keepsAlive ?? false { lines.append("Connection: keep-alive") }
    if request?.method == "HEAD" { content = [] } else { lines.append("Content-length: \(content.count)") }
    lines.shuffle(using: &generator)
    let head = ["HTTP/1.1 \(status) \(reason)"] + lines + ["", ""]
    return Array(head.joined(separator: "\r\n").utf8) + content
  }

  private var expressionBytes: [UInt8] {
    switch body {
    case .expression(let value): value.written
    case .mislabelled(let text): Array(text.utf8)
    default: []
    }
  }

  /// For browsers, which say what they are.
  private static func page(_ content: [UInt8]) -> [UInt8] {
    let text = String(decoding: content, as: UTF8.self)
    let escaped = text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return Array("<html><head><title>xend</title></head><body><pre>\(escaped)</pre></body></html>\n".utf8)
  }
}
