import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct ForeignTextTests {
  /// The violation that ends a connection whose peer sends `bytes`, all at once, and hangs up.
  private func outcome(of bytes: some Sequence<UInt8>, chunk: Int = .max) -> RPCProtocolViolation? {
    var rpc = RPCConnection()
    var actions: [RPCAction] = []
    let bytes = Array(bytes)
    for start in Swift.stride(from: 0, to: bytes.count, by: chunk) {
      actions += rpc.actions(after: Array(bytes[start...].prefix(chunk)))
    }
    rpc.receiveEndOfFile()
    actions += rpc.allActions()
    guard case .closed(.protocolViolation(let violation))? = actions.last else { return nil }
    return violation
  }

  @Test(arguments: [
    (
      "Please login as the user \"ubuntu\" rather than root.\n", "«Please login as the user \"ubuntu\" rather than root.»", "forced command"
    ),
    ("This system is\r\n  restricted\n\n", "«This system is restricted»", "shell start file"),
    ("SSH-2.0-OpenSSH_9.2\r\n", "«SSH-2.0-OpenSSH_9.2»", "+ssh"),
    ("HTTP/1.0 400 Bad Request\r\n\r\n", "«HTTP/1.0 400 Bad Request»", "web server"),
    ("\u{1b}[1;31mred\u{1b}[0m and \u{1b}]0;title\u{7}plain\u{8}\u{202e}!", "«red and plain!»", "wrong port"),
    ("Grüße vom Wirt", "«Grüße vom Wirt»", "wrong port"),
  ])
  func `text in place of a message is shown and explained`(text: String, shown: String, meaning: String) throws {
    for chunk in [1, 3, 1000] {
      let violation = try #require(outcome(of: text.utf8, chunk: chunk))
      #expect(violation.libvirtError.message.hasPrefix("packet "))
      #expect(violation.libvirtError.message.hasSuffix(" bytes received from server too large, want 33554432"))
      let explanation = try #require(violation.explanation)
      #expect(explanation.hasPrefix("the remote printed text before the protocol: \(shown): "))
      #expect(explanation.contains(meaning))
    }
  }

  @Test func `libvirt's number is kept in the message`() {
    let message = outcome(of: "This system is restricted\n".utf8)?.libvirtError.message
    #expect(message == "packet 1416128879 bytes received from server too large, want 33554432")
  }

  @Test func `text after a good message is found too`() throws {
    var rpc = RPCConnection()
    let actions = try rpc.actions(after: message(.message, 1) + Array(repeating: UInt8(ascii: "x"), count: 600))
    #expect(actions.count == 2)
    guard case .closed(.protocolViolation(let violation))? = actions.last else {
      Issue.record("not closed")
      return
    }
    #expect(violation.explanation?.contains("x…»") == true)
    #expect((violation.explanation?.count ?? 0) < 400)
  }

  @Test func `more text is waited for until its time is over`() {
    var rpc = RPCConnection()
    #expect(rpc.actions(after: Array("Plea".utf8), now: .seconds(10)) == [])
    #expect(rpc.nextTick == .milliseconds(10_500))
    #expect(rpc.actions(after: Array("se log in".utf8), now: .milliseconds(10_100)) == [])
    rpc.tick(now: .milliseconds(10_499))
    #expect(rpc.allActions() == [])
    rpc.tick(now: .milliseconds(10_500))
    guard case .closed(.protocolViolation(let violation))? = rpc.allActions().last else {
      Issue.record("not closed")
      return
    }
    #expect(violation.explanation?.contains("«Please log in»") == true)
  }

  @Test func `text is complete when nothing more can come`() {
    var rpc = RPCConnection()
    #expect(rpc.actions(after: Array("SSH-2.0-x\r\n".utf8)) == [])
    rpc.receiveNoMore()
    guard case .closed(.protocolViolation(let violation))? = rpc.allActions().last else {
      Issue.record("not closed")
      return
    }
    #expect(violation.explanation?.contains("«SSH-2.0-x»") == true)
  }

  @Test func `that nothing more can come is no end of its own`() {
    var rpc = RPCConnection()
    rpc.receiveNoMore()
    #expect(rpc.allActions() == [])
    let isClosed = rpc.isClosed
    #expect(!isClosed)
  }

  @Test func `a TLS record is recognised`() {
    #expect(outcome(of: [0x15, 3, 3, 0, 2, 2, 40])?.explanation?.contains("TLS") == true)
  }

  @Test func `any bytes make text fit for a terminal`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = Array("text".utf8) + (0..<Int.random(in: 0..<100)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let explanation = try #require(outcome(of: bytes)?.explanation)
      #expect(
        explanation.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format })
    }
  }
}
