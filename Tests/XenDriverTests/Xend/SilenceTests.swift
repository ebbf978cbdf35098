import ConnectionURI
import LibvirtProtocol
import Sockets
import TestDaemonKit
import Testing

@testable import XenDriver

@Suite struct SilenceTests {
  @Test(arguments: RawServer.Transport.allCases)
  func `a server that never answers is given up`(transport: RawServer.Transport) async throws {
    let server = try RawServer(transport, [.read, .hang])
    defer { server.stop() }
    await #expect(throws: XendSilence(afterSending: true, isTimeout: true, reason: "xend has not answered in time")) {
      try await XendClient(server.address, quickLimit: .seconds(1)).send(.pause(.web1))
    }
    try await until { server.hangUps == 1 }
  }

  @Test func `an answer that stops is given up`() throws {
    let wire = try Wire(.node, deadline: .uptimeNanoseconds(10))
    wire.receive("HTTP/1.1 200 OK\r\n".utf8)
    wire.advance(by: .nanoseconds(9))
    #expect(wire.result == nil)
    wire.advance(by: .nanoseconds(1))
    let part = "xend stopped in the middle of its answer, after 17 bytes"
    #expect(throws: XendSilence(afterSending: true, isTimeout: true, reason: part)) { try wire.result?.get() }
  }

  @Test func `a long request has no limit`() async throws {
    // Byte by byte, the answer takes several times the limit.
    let answer = "HTTP/1.1 202 Accepted\r\n" + String(repeating: "X: y\r\n", count: 4000) + "Content-length: 0\r\n\r\n"
    let result = try await RawServer.outcome(.tcp, [.read, .sendSlowly(answer)], .save(.web1, to: "/x"), quickLimit: .seconds(1))
    #expect(result.answer == .nothing, "\(result)")
  }

  @Test(arguments: RawServer.Transport.allCases, [XendRequest.node, .save(.web1, to: "/x")])
  func `cancelling closes the connection`(transport: RawServer.Transport, request: XendRequest) async throws {
    let server = try RawServer(transport, [.read, .hang])
    defer { server.stop() }
    let client = XendClient(server.address, quickLimit: nil)
    let task = Task { try await client.send(request) }
    try await until { server.requests.count == 1 }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await until { server.hangUps == 1 }
  }

  @Test func `a cancelled task sends nothing`() async throws {
    let server = try RawServer(.tcp, [.read, .hang])
    defer { server.stop() }
    let client = XendClient(server.address, quickLimit: nil)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await client.send(.node)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(server.requests.joined() == "")
  }

  @Test func `a port that takes no connections is given up`() async throws {
    let port = try DeafPort()
    let client = XendClient(.tcp(TCPEndpoint(host: "127.0.0.1", port: port.number)), quickLimit: .milliseconds(200))
    let error = await #expect(throws: LibvirtError.self) { try await client.send(.save(.web1, to: "/x")) }
    #expect(error?.message == "unable to connect to server at '127.0.0.1:\(port.number)': Connection timed out")
  }

  @Test func `nobody there`() async throws {
    let port = try LoopbackPort.findFree()
    let tcp = XendClient(.tcp(TCPEndpoint(host: "127.0.0.1", port: port)), quickLimit: .seconds(20))
    let refused = await #expect(throws: LibvirtError.self) { try await tcp.send(.node) }
    #expect(refused?.message == "unable to connect to server at '127.0.0.1:\(port)': Connection refused")
    let folder = try SocketFolder()
    defer { folder.remove() }
    let unix = XendClient(.unix(.path(folder.socket("none"))), quickLimit: nil)
    let missing = await #expect(throws: LibvirtError.self) { try await unix.send(.node) }
    #expect(missing?.message == "Failed to connect socket to '\(folder.socket("none"))': No such file or directory")
  }

  @Test(arguments: [[.read], [.read, .hang]] as [[RawServer.Step]])
  func `what opens no connection is said with its place`(script: [RawServer.Step]) async throws {
    let server = try RawServer(.tcp, script)
    defer { server.stop() }
    let error = await #expect(throws: LibvirtError.self) {
      _ = try await XendHost.open(server.address, uri: "http:///", XendFixture.context(patience: 1))
    }
    #expect(error?.message.hasPrefix("no answer from xend at \(server.address): xend ") == true, "\(error?.message ?? "")")
    #expect(error?.code == .systemError && error?.str3 == XendReply.otherServer)
  }

  @Test func `where nobody listens, xend may have to be told to`() async throws {
    let folder = try SocketFolder()
    defer { folder.remove() }
    let nobody: [XendAddress] = [
      .unix(.path(folder.socket("none"))), .tcp(TCPEndpoint(host: "127.0.0.1", port: try LoopbackPort.findFree())),
    ]
    for (address, option) in zip(nobody, ["(xend-unix-server yes)", "(xend-http-server yes)"]) {
      let error = await #expect(throws: LibvirtError.self) { _ = try await XendHost.open(address, uri: "xen:///", XendFixture.context()) }
      #expect(error?.str3?.contains(option) == true, "\(error?.str3 ?? "")")
    }
  }

  @Test func `what is too large is not sent`() async throws {
    let server = try RawServer(.tcp, [.read, .hang])
    defer { server.stop() }
    let request = XendRequest.define(["vm", .atom(Array(repeating: UInt8(ascii: "a"), count: 20_000))])
    let error = await #expect(throws: LibvirtError.self) { try await XendClient(server.address, quickLimit: nil).send(request) }
    #expect(error?.message.contains("20023 bytes") == true, "\(error?.message ?? "")")
    #expect(server.connections == 0)
  }

  private func until(_ isSo: () -> Bool) async throws {
    try #require(try await Patience.waits(every: .milliseconds(5), until: isSo))
  }
}
