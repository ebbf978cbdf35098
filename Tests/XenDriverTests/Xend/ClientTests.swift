import ConnectionURI
import LibvirtProtocol
import Sockets
import TestDaemonKit
import Testing

@testable import XenDriver

@Suite struct ClientTests {
  static let head = "HTTP/1.1 200 OK\r\nContent-length: 6\r\nContent-type: application/sxp\r\n\r\n"

  @Test(arguments: RawServer.Transport.allCases)
  func `each request has a connection of its own`(transport: RawServer.Transport) async throws {
    let server = try RawServer(transport, [.read, .send(Self.head + "(node)")])
    defer { server.stop() }
    let client = XendClient(server.address, quickLimit: .seconds(120))
    #expect(try await client.send(.node) == .expression(["node"]))
    #expect(try await client.send(.pause(.web1)) == .expression(["node"]))
    #expect(server.connections == 2)
    #expect(server.requests == [try XendRequest.node.sent, try XendRequest.pause(.web1).sent])
  }

  @Test(arguments: RawServer.Transport.allCases)
  func `more requests than xend queues are answered in turn`(transport: RawServer.Transport) async throws {
    let server = try RawServer(transport, [.read, .send(Self.head + "(node)")])
    defer { server.stop() }
    let client = XendClient(server.address, quickLimit: .seconds(60))
    let answers = try await withThrowingTaskGroup(of: XendAnswer.self) { group in
      for _ in 0..<60 { group.addTask { try await client.send(.node) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers == Array(repeating: .expression(["node"]), count: 60))
    #expect(server.connections == 60)
  }

  @Test(arguments: [
    // Names of headers in any case, blanks around values or none, bare line ends, any order.
    "HTTP/1.1 200 OK\r\nCONTENT-LENGTH:6\r\ncontent-TYPE:   application/sxp  \r\n\r\n(node)",
    "HTTP/1.1 200 OK\nContent-type: application/sxp\nContent-length: 6\n\n(node)",
    // xend's Location has the domain's name in it, whatever that is.
    "HTTP/1.1 201 created\r\nLocation: http://a b:8080/xend/domain/x\n y z\nno colon\r\nContent-length: 6\r\n\r\n(node)",
    "HTTP/1.1 200 OK\r\nLocation: \u{1b}[0m\u{1}\r\nB\u{e4}d n\u{0}me: x\r\n: x\r\nContent-length: 6\r\n\r\n(node)",
    // No length: until it hangs up. Other versions of the protocol.
    "HTTP/1.1 200 OK\r\n\r\n(node)", "HTTP/1.0 200 OK\r\nContent-length: 6\r\n\r\n(node)",
    "HTTP/1.1 200\r\nContent-length: 6\r\n\r\n(node)",
    "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-length: 6\r\n\r\n(node)",
    // Interim answers, chunks, and more than was announced.
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Wait\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-length: 6\r\n\r\n(node)",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n(no\r\n3\r\nde)\r\n0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-length: 6\r\n\r\n(node)HTTP/1.1 500 no\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-length: 6\r\n\r\n(node)\u{0}\u{1}",
  ])
  func `what is unusual, but clear, is an answer`(bytes: String) async throws {
    for transport in RawServer.Transport.allCases {
      let result = try await RawServer.outcome(transport, [.read, .send(bytes)])
      #expect(result.answer == .expression(["node"]), "\(result)")
    }
    let slow = try await RawServer.outcome(.tcp, [.read, .sendSlowly(bytes)])
    #expect(slow.answer == .expression(["node"]), "\(slow)")
  }

  @Test(arguments: [
    ("SSH-2.0-OpenSSH_9.2p1\r\n", "something that is not xend answered: 'SSH-2.0-OpenSSH_9.2p1'"),
    ("\u{1b}[31mred\u{7}", "something that is not xend answered: '[31mred'"),
    ("\u{0}\u{1}\u{2}", "something that is not xend answered: nothing"),
    ("\r\nHTTP/1.1 200 OK\r\n\r\n", "something that is not xend answered: 'HTTP/1.1 200 OK"),
    ("HTTP\r\n", "something that is not xend answered: 'HTTP"),
    ("(node)", "something that is not xend answered: '(node)'"), ("RFB 003.008\n", "something that is not xend answered: 'RFB 003.008'"),
    ("HTTP/3.0 200 OK\r\n\r\n", "xend's answer cannot be read: invalid HTTP version, within its first 19 bytes"),
    ("HTTP/1.1 2x0 OK\r\n\r\n", "xend's answer cannot be read: invalid HTTP status code, within its first 19 bytes"),
    ("HTTP/1.1\r\n\r\n", "xend's answer cannot be read: "),
    ("HTTP/1.1 200 OK\r\nContent-length: x\r\n\r\n", "xend's answer cannot be read: "),
    ("HTTP/1.1 200 OK\r\nContent-length: -6\r\n\r\n(node)", "xend's answer cannot be read: "),
    ("HTTP/1.1 200 OK\r\nContent-length: 99999999999999999999999\r\n\r\n(node)", "xend's answer cannot be read: "),
    ("HTTP/1.1 200 OK\r\nContent-length: 6\r\nContent-length: 7\r\n\r\n(node)", "xend's answer cannot be read: "),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\n(node)", "xend's answer cannot be read: "),
    ("HTTP/1.1 200 OK\r\nContent-length: 4\r\n\r\n(nod", "xend's answer makes no sense: line 1, column 5: "),
  ])
  func `what is no answer is refused, and where`(bytes: String, message: String) async throws {
    for transport in RawServer.Transport.allCases {
      let result = try await RawServer.outcome(transport, [.read, .send(bytes), .hang])
      #expect(result.refusal?.code == .getFailed, "\(result)")
      #expect(result.refusal?.message.hasPrefix("GET operation failed: " + message) == true, "\(result)")
    }
  }

  @Test(arguments: [
    ("", "xend closed the connection without an answer"), ("HTT", "xend closed the connection in the middle of its answer, after 3 bytes"),
    ("HTTP/1.1 200 OK\r\nContent-length: 5", "xend closed the connection in the middle of its answer, after 34 bytes"),
    (head + "(no", "xend closed the connection in the middle of its answer, after 72 bytes"),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n(no",
      "xend closed the connection in the middle of its answer, after 53 bytes"
    ),
    ("HTTP/1.1 100 Continue\r\n\r\n", "xend closed the connection in the middle of its answer, after 25 bytes"),
  ])
  func `an answer that is cut short is none`(bytes: String, reason: String) async throws {
    for transport in RawServer.Transport.allCases {
      let result = try await RawServer.outcome(transport, [.read, .send(bytes)], .start(.web1))
      #expect(result.silence == XendSilence(afterSending: true, reason: reason), "\(result)")
    }
  }

  @Test func `a connection that is reset may have given an answer before`() async throws {
    let refusal = "HTTP/1.1 413 Request entity too large\r\nContent-length: 0\r\n\r\n"
    for transport in RawServer.Transport.allCases {
      for script: [RawServer.Step] in [[.readHead, .send(refusal)], [.read, .send(refusal), .reset], [.send(refusal), .hang]] {
        let result = try await RawServer.outcome(transport, script, .define(["vm", ["name", "web1"]]))
        #expect(result.refusal?.code == .postFailed, "\(transport) \(script) \(result)")
        #expect(result.refusal?.str3?.contains("10000") == true)
      }
    }
    // A refusal counts even when its body is cut.
    let cut = try await RawServer.outcome(.tcp, [.read, .send("HTTP/1.1 501 No\r\nContent-length: 9\r\n\r\nNo"), .reset], .start(.web1))
    #expect(cut.refusal?.code == .noSupport, "\(cut)")
    // Who hangs up before we can say anything has done nothing.
    let early = try await RawServer.outcome(.tcp, [], .start(.web1))
    #expect(early.silence != nil, "\(early)")
    let none = try await RawServer.outcome(.tcp, [.read, .reset], .start(.web1))
    #expect(none.silence?.afterSending == true, "\(none)")
  }

  @Test func `what does not end is ended`() async throws {
    let line = Array(repeating: UInt8(ascii: "a"), count: 70_000)
    let long = try await RawServer.outcome(.unix, [.read, .send(Array("HTTP/1.1 200 OK\r\nX: ".utf8) + line), .hang])
    #expect(long.refusal?.message == "GET operation failed: xend's answer has a head of more than 65536 bytes")
    let interim = Array(String(repeating: "HTTP/1.1 100 C\r\n\r\n", count: 4000).utf8)
    let endless = try await RawServer.outcome(.tcp, [.read, .send(interim), .hang])
    #expect(endless.refusal?.message == "GET operation failed: xend's answer has a head of more than 65536 bytes")
    let body = Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + Array(repeating: UInt8(ascii: "a"), count: XendAnswerLimits.body + 1)
    let large = try await RawServer.outcome(.unix, [.read, .send(body), .hang], .log)
    #expect(large.refusal?.message == "GET operation failed: xend's answer has a body of more than 16777216 bytes")
    let whole = try await RawServer.outcome(.unix, [.read, .send(Array(body.dropLast()))], .log)
    guard case .text(let text)? = whole.answer else {
      Issue.record("\(whole.refusal?.message ?? "")")
      return
    }
    #expect(text.utf8.count == XendAnswerLimits.body)
  }
}
