/// Takes requests out of the bytes of a connection.
struct HTTPRequestReader {
  /// The longest body that xend takes.
  static let longestBody = 10_000
  private static let mostHeaderLines = 500
  private static let mostBytes = 1 << 20

  /// What the bytes so far are.
  enum Outcome {
    /// More is needed.
    case incomplete
    case request(HTTPRequest, bytes: [UInt8])
    /// An answer without a request, after which the connection ends. A body that is too long is not read.
    case refused(HTTPReply, bytes: [UInt8])
  }

  private var bytes: [UInt8] = []

  /// Takes what came.
  mutating func append(_ new: some Sequence<UInt8>) { bytes += new }

  /// The next request.
  mutating func next() -> Outcome {
    guard bytes.count <= Self.mostBytes else { return refuse(.badRequest) }
    var position = 0
    guard let first = Self.line(bytes, &position) else { return .incomplete }
    let words = first.split(separator: UInt8(ascii: " ")).map(Array.init)
    guard words.count == 2 || words.count == 3 && words[2].starts(with: Array("HTTP/".utf8)) else { return refuse(.badRequest) }
    var headers: [String: String] = [:]
    var count = 0
    while true {
      guard let line = Self.line(bytes, &position) else { return .incomplete }
      if line.isEmpty { break }
      count += 1
      guard count <= Self.mostHeaderLines else { return refuse(.badRequest) }
      let sides = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      headers[String(decoding: sides[0], as: UTF8.self).lowercased()] = String(decoding: sides[1], as: UTF8.self).trimmingBlanks
    }
    let length = headers["content-length"].map { Int($0) ?? -1 } ?? 0
    guard length >= 0 else { return refuse(.badRequest) }
    guard length <= Self.longestBody else { return refuse(.tooLong) }
    guard bytes.count - position >= length else { return .incomplete }
    let request = HTTPRequest(
      method: String(decoding: words[0], as: UTF8.self), target: words[1], headers: headers,
      body: Array(bytes[position..<position + length]))
    let all = Array(bytes[..<(position + length)])
    bytes.removeFirst(position + length)
    return .request(request, bytes: all)
  }

  private func refuse(_ reply: HTTPReply) -> Outcome { .refused(reply, bytes: bytes) }

  /// A line without its end, which is a line feed with or without a carriage return.
  private static func line(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8>? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { position = end + 1 }
    let line = bytes[position..<end]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}
