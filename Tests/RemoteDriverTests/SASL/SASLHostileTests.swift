import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

/// Servers that talk nonsense while SASL is negotiated.
@Suite(.timeLimit(.minutes(20))) struct SASLHostileTests {
  /// What a server answers to authSaslInit, then to each step.
  struct Peer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var mechanisms = "PLAIN"
    var steps: [(complete: Int32, nil: Int32, data: [UInt8])] = [(0, 0, [])]
    var parameters = ""
    /// What the error says at least.
    let message: String
  }

  static let endless = Array("r=\(String(repeating: "x", count: 40)),s=QUJD,i=4096".utf8)
  static let peers: [Peer] = [
    Peer(
      testDescription: "no mechanism", mechanisms: "", message: "Failed to start SASL negotiation: -4 (SASL(-4): no mechanism available"),
    Peer(testDescription: "unknown mechanisms", mechanisms: "FOO,BAR", message: "Failed to start SASL negotiation: -4"),
    Peer(
      testDescription: "1 MB of mechanisms", mechanisms: String(repeating: "PLAIN,", count: 170_000),
      message: "the list of SASL mechanisms is too long: 1020000 bytes"),
    Peer(
      testDescription: "control characters", mechanisms: "\u{1b}[2J\u{7},\u{1b}]0;title\u{7}", parameters: "&auth=sasl.PLAIN",
      message: "SASL mechanism PLAIN not supported by server"),
    Peer(
      testDescription: "endless steps", steps: [(0, 0, [1, 2, 3])],
      message: "Failed to step SASL negotiation"),
    Peer(testDescription: "endless steps of SCRAM", mechanisms: "SCRAM-SHA-256", steps: [(0, 0, endless)], message: "Failed to step SASL"),
    Peer(testDescription: "endless nothing", mechanisms: "SCRAM-SHA-1", steps: [(0, 1, [])], message: "Failed to step SASL negotiation"),
    Peer(testDescription: "endless CRAM", mechanisms: "CRAM-MD5", steps: [(0, 0, Array("<1@x>".utf8))], message: "SASL negotiation"),
    Peer(testDescription: "endless LOGIN", mechanisms: "LOGIN", steps: [(0, 0, Array("Name:".utf8))], message: "SASL negotiation"),
    Peer(
      testDescription: "garbage for DIGEST-MD5", mechanisms: "DIGEST-MD5", steps: [(0, 0, [UInt8](repeating: 0xff, count: 65536))],
      message: "Failed to step SASL negotiation"),
    Peer(
      testDescription: "years of hashing", mechanisms: "SCRAM-SHA-256",
      steps: [(0, 0, Array("r=x,s=QUJD,i=2147483647".utf8))], message: "the server asks for more than 5000000 iterations of SCRAM-SHA-256"),
    Peer(
      testDescription: "numbers without end", mechanisms: "SCRAM-SHA-1",
      steps: [(0, 0, Array("r=x,i=99999999999999999999999999,s=QUJD".utf8))], message: "the server asks for more than 5000000 iterations"),
    Peer(
      testDescription: "content without proof", mechanisms: "SCRAM-SHA-256", steps: [(1, 1, [])],
      message: "Failed to step SASL negotiation"),
    Peer(
      testDescription: "content with a wrong proof", mechanisms: "SCRAM-SHA-256", steps: [(1, 0, Array("v=QUJD".utf8))],
      message: "Failed to step SASL negotiation"),
    Peer(
      testDescription: "content too early", mechanisms: "DIGEST-MD5", steps: [(1, 0, [])],
      message: "Failed to step SASL negotiation"),
    Peer(
      testDescription: "numbers that mean nothing", mechanisms: "SCRAM-SHA-256", steps: [(-7, 99, [0])],
      message: "Failed to step SASL negotiation"),
    Peer(
      testDescription: "too much", steps: [(0, 0, [UInt8](repeating: 1, count: 65537))], message: "Unable to decode message payload"),
  ]

  @Test(arguments: peers)
  func errorsInTime(_ peer: Peer) async throws {
    let error = try await Self.attempt(peer)
    #expect(error.message.contains(peer.message), "\(error.message)")
    #expect(error.message.utf8.count < 1000)
    for text in [error.message, error.str3 ?? ""] { #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }) }
    #expect(!error.message.contains("wonder"))
  }

  /// Kerberos without a ticket, where the mechanism is installed.
  @Test(.enabled(if: access("/usr/lib/x86_64-linux-gnu/sasl2/libgssapiv2.so", R_OK) == 0, "needs libsasl2-modules-gssapi-mit"))
  func noTicket() async throws {
    let error = try await Self.attempt(Peer(testDescription: "", mechanisms: "GSSAPI", message: ""))
    #expect(
      error.message.hasPrefix("authentication failed: Failed to start SASL negotiation: -1 (SASL(-1): generic failure: GSSAPI Error: "))
  }

  /// A server that hangs up in the middle.
  @Test func hangingUp() async throws {
    let error = try await Self.attempt(Peer(testDescription: "", message: ""), [.hangUp])
    #expect(error.message == "End of file while reading data: Input/output error")
  }

  /// A server that says nothing more.
  @Test func silence() async throws {
    let error = try await Self.attempt(Peer(testDescription: "", message: ""), [], deadline: .now + .seconds(2))
    #expect(error.message.hasSuffix("was not opened in time"))
  }

  /// The error that opening ends in.
  private static func attempt(
    _ peer: Peer, _ instead: [ScriptedServer.Line]? = nil, deadline: ContinuousClock.Instant = .now + Patience.limit
  ) async throws -> LibvirtError {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("s")) { number, frame in
      var writer = XDRWriter()
      switch frame.header.procedure {
      case Remote.authList.number:
        UInt32(1).encode(into: &writer)
        AuthType.sasl.encode(into: &writer)
      case Remote.authSaslInit.number: try? peer.mechanisms.encode(into: &writer)
      default:
        if let instead { return instead }
        let step = peer.steps[min(number - 2, peer.steps.count - 1)]
        step.complete.encode(into: &writer)
        step.nil.encode(into: &writer)
        UInt32(step.data.count).encode(into: &writer)
        for byte in step.data { UInt32(byte).encode(into: &writer) }
      }
      return [.send(ScriptedServer.message(frame.header, writer.bytes))]
    }
    defer { folder.remove("s") }
    let uri = try ConnectionURI(parsing: "qemu+unix:///system?socket=\(server.path)\(peer.parameters)")
    let context = OpenContext(environment: DriverFixture.environment, deadline: deadline, dialogue: Alice())
    let failure = await thrown { _ = try await RemoteDriver.open(uri, context) }
    await server.stop()
    return try #require(failure as? LibvirtError, "\(String(describing: failure))")
  }

  private struct Alice: Dialogue {
    let isPossible = true
    func answer(_ question: String, isSecret: Bool) async -> String? { isSecret ? "wonder" : "alice" }
  }
}
