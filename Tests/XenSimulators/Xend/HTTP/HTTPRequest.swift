/// A request as xend understands it.
struct HTTPRequest: Sendable {
  let method: String
  /// The decoded segments of the path; empty ones are left out.
  let path: [String]
  /// Of the query.
  let query: FormArguments
  /// Of the query and the body; the body's have precedence.
  let arguments: FormArguments
  /// By names in small letters.
  let headers: [String: String]

  init(method: String, target: [UInt8], headers: [String: String], body: [UInt8]) {
    self.method = method
    self.headers = headers
    let parts = target.split(separator: UInt8(ascii: "?"), maxSplits: 2, omittingEmptySubsequences: false)
    path = parts[0].split(separator: UInt8(ascii: "/")).map {
      String(decoding: FormArguments.decoded($0, plusIsSpace: false), as: UTF8.self)
    }
    query = parts.count > 1 ? FormArguments(Array(parts[1]), keepsBlanks: false) : FormArguments()
    var all = query
    if method == "POST", Self.isForm(headers["content-type"]) { all.merge(FormArguments(body, keepsBlanks: true)) }
    arguments = all
  }

  /// Whether S-expressions are wanted; the others get a page for people.
  var wantsExpressions: Bool {
    guard headers["user-agent"] != nil, let accepted = headers["accept"] else { return true }
    return accepted.contains("application/sxp")
  }

  /// Whether the connection stays open: only this exact word keeps it.
  var keepsAlive: Bool { headers["connection"] == "keep-alive" }

  /// The one operation of the request.
  var operation: String? { arguments.only("op") }

  private static func isForm(_ type: String?) -> Bool {
    type?.split(separator: ";").first.map { $0.lowercased().trimmingBlanks } == "application/x-www-form-urlencoded"
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
