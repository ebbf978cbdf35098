import NIOCore

/// Stands in front of the HTTP decoder: makes the head of an answer strict, bounds head and body, and sees what is not HTTP at all.
///
/// Of the headers only those that say where the body ends and what it is are let through, so that what xend puts into others, such as a
/// domain's name with blanks and line ends into `Location`, cannot make the answer unreadable. Of the status line the reason is kept here.
final class XendHeadFilter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private enum Stage {
    case statusLine, headers, body, refused
  }

  /// Bytes that came so far.
  private(set) var received = 0
  /// What stands behind the status.
  private(set) var reason: [UInt8] = []

  private var stage = Stage.statusLine
  private var isInterim = false
  private var line: [UInt8] = []
  private var head: [UInt8] = []
  private var headBytes = 0
  private var bodyBytes = 0

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    received += bytes.readableBytes
    do throws(UnreadableAnswer) {
      while stage == .statusLine || stage == .headers, let byte = bytes.readInteger(as: UInt8.self) {
        try take(byte, before: bytes)
        guard stage == .body else { continue }
        context.fireChannelRead(wrapInboundOut(context.channel.allocator.buffer(bytes: head)))
        head = []
      }
      guard stage == .body, bytes.readableBytes > 0 else { return }
      bodyBytes += bytes.readableBytes
      guard bodyBytes <= XendAnswerLimits.body else {
        throw UnreadableAnswer(reason: "xend's answer has a body of more than \(XendAnswerLimits.body) bytes")
      }
      context.fireChannelRead(wrapInboundOut(bytes))
    } catch {
      stage = .refused
      line = []
      head = []
      context.fireErrorCaught(error)
    }
  }

  private func take(_ byte: UInt8, before rest: ByteBuffer) throws(UnreadableAnswer) {
    headBytes += 1
    guard headBytes <= XendAnswerLimits.head else {
      throw UnreadableAnswer(reason: "xend's answer has a head of more than \(XendAnswerLimits.head) bytes")
    }
    if byte != UInt8(ascii: "\n") { line.append(byte) }
    if stage == .statusLine, !line.starts(with: Self.protocolName), !Self.protocolName.starts(with: line) || byte == UInt8(ascii: "\n") {
      throw Self.notHTTP(line + rest.readableBytesView.prefix(1000))
    }
    guard byte == UInt8(ascii: "\n") else { return }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    defer { line.removeAll(keepingCapacity: true) }
    if stage == .statusLine {
      takeStatusLine()
    } else if line.isEmpty {
      endHead()
    } else {
      takeHeader()
    }
  }

  private func takeStatusLine() {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    isInterim = parts.count > 1 && parts[1].count == 3 && parts[1].first == UInt8(ascii: "1") && !parts[1].elementsEqual("101".utf8)
    reason = parts.count > 2 ? Array(parts[2]) : []
    head = Array(parts.prefix(2).joined(separator: " ".utf8)) + Self.lineEnd
    stage = .headers
  }

  private func takeHeader() {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    guard Self.headers.contains(name) else { return }
    head += line + Self.lineEnd
  }

  private func endHead() {
    if isInterim {
      stage = .statusLine
      head = []
    } else {
      head += Self.lineEnd
      stage = .body
    }
  }

  private static let protocolName = Array("HTTP/".utf8)
  private static let lineEnd = Array("\r\n".utf8)
  private static let headers: Set = ["content-length", "transfer-encoding", "content-type"]

  private static func notHTTP(_ bytes: [UInt8]) -> UnreadableAnswer {
    let words = XendWords.clean(bytes, limit: 200)
    let shown = words.isEmpty ? "nothing that can be shown" : "'\(words)'"
    return UnreadableAnswer(
      reason: "something that is not xend answered: \(shown)",
      hint: words.hasPrefix("SSH-") ? "an ssh server answers there: wrong port?" : XendReply.otherServer)
  }
}
