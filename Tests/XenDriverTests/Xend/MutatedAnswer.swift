import LibvirtProtocol
import SeededNumbers

@testable import XenDriver

/// An answer with a few faults in it, and a request that it may be for.
struct MutatedAnswer {
  private(set) var bytes: [UInt8]
  let request: XendRequest

  private static let tokens: [[UInt8]] = [
    "\r\n", "\n\n", ":", "Content-length: 3\r\n", "Content-length: -1\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "ffffffff\r\n",
    "18446744073709551616", "HTTP/1.1 100 C\r\n\r\n", "HTTP/1.1 ", "(xend.err '", "(", ")))", "'", "\\x", "\0", "\u{1b}]0;", "\u{202e}",
    "<Fault 3: 'x'>", "Content-type: text/html\r\n", "Connection: upgrade\r\nUpgrade: x\r\n", " ", "\t",
  ].map { Array($0.utf8) }

  private static let originals =
    KnownAnswer.all.map { (Array($0.bytes.utf8), $0.request) } + [
      (Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n(no\r\n3\r\nde)\r\n0\r\nA: b\r\n\r\n".utf8), XendRequest.node),
      (Array("HTTP/1.0 200 OK\r\nLocation: http://x y\n z\r\n\r\n(node)".utf8), .node),
      (Array("HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\nContent-length: 6\r\n\r\n(node)".utf8), .node),
    ]

  init(using random: inout SplitMix) {
    let index = Int.random(in: 0..<Self.originals.count, using: &random)
    (bytes, request) = Self.originals[index]
    for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(using: &random) }
  }

  private mutating func mutate(using random: inout SplitMix) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: (0..<4).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place)
    case 5 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    }
  }

  /// What makes an outcome one that nobody should see; nil for a good one.
  static func fault(of result: Result<XendAnswer, any Error>) -> String? {
    switch result {
    case .success: return nil
    case .failure(let error as XendSilence):
      return error.afterSending && !error.reason.isEmpty ? nil : "a silence without reason"
    case .failure(let error as LibvirtError):
      if error.domain != .xend && error.domain != .sexpr { return "a foreign error: \(error)" }
      if error.message.count > 1500 { return "a long error: \(error)" }
      if error.message.unicodeScalars.contains(where: { $0.value < 0x20 || $0.properties.generalCategory == .format }) {
        return "a dangerous error: \(error)"
      }
      let hasPlace = !error.message.contains("cannot be read") || error.message.contains(/within its first \d+ bytes/)
      let hasLine = !error.message.contains("makes no sense: ") || error.message.contains(/line \d+, column \d+: ./)
      return hasPlace && hasLine ? nil : "an error without place: \(error)"
    case .failure(let error): return "an error of another kind: \(error)"
    }
  }
}
