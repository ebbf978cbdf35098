import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

/// Peers that do not speak the protocol. Each must end the connection, with an error that says why.
@Suite(.timeLimit(.minutes(20))) struct DriverHostileTests {
  struct Peer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var greeting: [UInt8]?
    var answer: (@Sendable (MessageHeader) -> [ScriptedServer.Line])?
    let message: String
    var explanation: String?
  }

  static let peers: [Peer] = [
    Peer(
      testDescription: "length below the least", answer: { _ in [.send([0, 0, 0, 3, 0, 0, 0, 0])] },
      message: "packet 3 bytes received from server too small, want 4"),
    Peer(
      testDescription: "no room for a header", answer: { _ in [.send([0, 0, 0, 12] + [UInt8](repeating: 0, count: 8))] },
      message: "Unable to decode message header"),
    Peer(
      testDescription: "2 GB", answer: { _ in [.send([0x80, 0, 0, 0, 1, 2, 3, 4])] },
      message: "packet 2147483644 bytes received from server too large, want 33554432"),
    Peer(
      testDescription: "half a reply", answer: { [.send(Array(ScriptedServer.message($0, [0, 0, 0, 0]).dropLast(2))), .hangUp] },
      message: "End of file while reading data: Input/output error"),
    Peer(
      testDescription: "unknown serial",
      answer: {
        var header = $0
        header.serial = 4711
        return [.send(ScriptedServer.message(header, [0, 0, 0, 0]))]
      }, message: "no call waiting for reply with prog 536903814 vers 1 serial 4711"),
    Peer(
      testDescription: "wrong procedure",
      answer: {
        var header = $0
        header.procedure = 99
        return [.send(ScriptedServer.message(header, [0, 0, 0, 0]))]
      }, message: "internal error: Unexpected message proc 99 != 66"),
    Peer(
      testDescription: "a call to us", answer: { [.send(ScriptedServer.message($0, type: .call))] },
      message: "got unexpected RPC call prog 536903814 vers 1 proc 66 type 0"),
    Peer(
      testDescription: "reply that does not decode", answer: { [.send(ScriptedServer.message($0, [0, 0, 0, 9]))] },
      message: "Unable to decode message payload"),
    Peer(
      testDescription: "a banner", greeting: Array("Welcome to host7\r\nLast login: today\r\n".utf8),
      message: "packet 1466264671 bytes received from server too large, want 33554432",
      explanation: "the remote printed text before the protocol: «Welcome to host7 Last login: today»: "
        + "a shell start file or a forced command that prints, or a wrong port"),
    Peer(
      testDescription: "TLS", greeting: [0x16, 3, 3, 0, 40] + [UInt8](repeating: 1, count: 40),
      message: "packet 369296124 bytes received from server too large, want 33554432",
      explanation: "the remote speaks TLS at this port: use a URI with +tls, or the port for plain TCP"),
    Peer(testDescription: "hangs up", answer: { _ in [.hangUp] }, message: "End of file while reading data: Input/output error"),
  ]

  @Test(arguments: peers)
  func isToldApart(_ peer: Peer) async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(
      at: folder.socket("hostile"), greeting: peer.greeting.map { [.send($0)] } ?? [],
      answer: { _, frame in peer.answer?(frame.header) ?? [] })
    let error = await thrown { _ = try await DriverFixture.open(server.path) } as? LibvirtError
    #expect(error?.message == peer.message)
    if let explanation = peer.explanation { #expect(error?.str3 == explanation) }
    await server.stop()
    folder.remove("hostile")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func randomBytesEndInAnError(_ seed: UInt64) async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("random")) { number, _ in
      var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number)
      let bytes = (0..<200).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      return [.send(bytes), .hangUp]
    }
    let error = await thrown { _ = try await DriverFixture.open(server.path) }
    #expect(error is LibvirtError)
    await server.stop()
    folder.remove("random")
  }
}
