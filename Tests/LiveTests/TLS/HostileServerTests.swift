import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import NIOCore
import RemoteDriver
import TestDaemonKit
import Testing

/// Servers that do not mean well, or are no servers of TLS at all.
@Suite(.timeLimit(.minutes(20)), .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"))
struct HostileServerTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The names of the certificates that it sends; nil when it speaks no TLS.
    var certificates: [String]? = ["server"]
    let act: @Sendable (any Channel) -> Void
    /// The last line of virsh's error, any of these.
    let messages: [String]
    var hint = ""
  }

  private static let broken = [
    "authentication failed: TLS handshake failed The TLS connection was non-properly terminated.",
    "authentication failed: TLS handshake failed Error in the pull function.",
  ]
  private static let unconfirmed = "Unable to read TLS confirmation: Input/output error"

  private static let letInAndHangUp: @Sendable (any Channel) -> Void = { channel in
    channel.writeAndFlush(channel.allocator.buffer(bytes: [1])).whenComplete { _ in channel.close(promise: nil) }
  }

  static let servers: [Hostile] = [
    Hostile(
      testDescription: "garbage", certificates: nil, act: { $0.say((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 200) }) },
      messages: ["authentication failed: TLS handshake failed An unexpected TLS packet was received."], hint: "does not speak TLS"),
    Hostile(
      testDescription: "text", certificates: nil, act: { $0.say("HTTP/1.1 400 Bad\u{1b}[31m Request\r\n\r\n".utf8) },
      messages: ["authentication failed: TLS handshake failed An unexpected TLS packet was received."],
      hint: "«HTTP/1.1 400 Bad Request»: a web server answers"),
    Hostile(testDescription: "hangs up at once", certificates: nil, act: { $0.close(promise: nil) }, messages: broken),
    Hostile(testDescription: "hangs up behind the handshake", act: { $0.close(promise: nil) }, messages: [unconfirmed]),
    Hostile(
      testDescription: "another byte", act: { $0.say([0]) },
      messages: ["server verification (of our certificate or IP address) failed"], hint: "does not accept our certificate"),
    Hostile(testDescription: "lets in and hangs up", act: letInAndHangUp, messages: ["End of file while reading data: Input/output error"]),
    // virsh takes them too.
    Hostile(
      testDescription: "certificates that nobody needs", certificates: ["server"] + [String](repeating: "ca", count: 40),
      act: letInAndHangUp, messages: ["End of file while reading data: Input/output error"]),
    Hostile(
      testDescription: "lets in and talks nonsense", act: { $0.say([1] + [UInt8](repeating: 0xff, count: 3000)) },
      messages: ["packet 4294967291 bytes received from server too large, want 33554432"]),
    Hostile(
      testDescription: "more certificates than a handshake has room for", certificates: ["server"] + [String](repeating: "ca", count: 150),
      act: { $0.say([1]) }, messages: ["authentication failed: TLS handshake failed The handshake data size is too large."]),
  ]

  @Test(arguments: servers) func isRefused(_ hostile: Hostile) async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    let server = try await Self.start(hostile.certificates, certificates, hostile.act)
    let uri = server.uri(try certificates.client("client"))
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let ours = try await both.act("hostname")
    #expect(ours.status == 1)
    let lines = ours.errors.split(separator: "\n").map(String.init)
    #expect(lines.first == "error: failed to connect to the hypervisor")
    #expect(hostile.messages.contains { lines.last?.hasSuffix($0) == true }, "\(ours.errors)")
    let shown = try await ProgramRun.run(SideBySide.program, ["-c", uri, "hostname"])
    #expect(shown.errors.contains(hostile.hint), "\(shown.errors)")
    #expect(try await server.waits { $0.openCount == 0 })
    await server.stop()
  }

  /// What comes behind the word that lets us in, in the same record, is the protocol's.
  @Test func theProtocolMayFollowInTheSameRecord() async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    // A sign of life is asked for: length, program, version, procedure, type, serial, status.
    let ping: [UInt8] = [0, 0, 0, 28, 0x6b, 0x65, 0x65, 0x70, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2] + [UInt8](repeating: 0, count: 8)
    let server = try await Self.start(["server"], certificates) { $0.say([1] + ping + ping.prefix(5)) }
    let uri = server.uri(try certificates.client("client"))
    let opening = Task { try await SASLLibvirtd.open(uri) }
    var pong = ping
    pong[15] = 2
    let expected = pong
    #expect(try await server.waits { $0.received.firstRange(of: expected) != nil })
    // Behind authList, and only once: the other was cut off.
    #expect(server.received.count == 28 + 28)
    opening.cancel()
    await #expect(throws: CancellationError.self) { try await opening.value }
    #expect(try await server.waits { $0.openCount == 0 })
    await server.stop()
  }

  struct Endless: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var speaksTLS = false
    let act: @Sendable (any Channel) -> Void
  }

  static let endless: [Endless] = [
    Endless(testDescription: "says nothing", act: { _ in }),
    // A record of 16 KB that begins with a hello, byte for byte.
    Endless(
      testDescription: "handshake without end",
      act: { channel in
        channel.say([0x16, 3, 3, 0x40, 0, 2, 0, 0xff, 0])
        channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(5)) { task in
          channel.isActive ? channel.say([0]) : task.cancel()
        }
      }),
    Endless(testDescription: "says nothing behind the handshake", speaksTLS: true, act: { _ in }),
    Endless(testDescription: "lets in and says nothing", speaksTLS: true, act: { $0.say([1]) }),
  ]

  @Test(arguments: endless) func aServerThatKeepsUsWaiting(_ endless: Endless) async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    let server = try await Self.start(endless.speaksTLS ? ["server"] : nil, certificates, endless.act)
    try await Self.expectPatience(server.uri(try certificates.client("client"))) { try await server.waits(until: $0) }
    await server.stop()
  }

  /// Half of the server's first words, and no more.
  @Test func halfAHandshake() async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    let server = try await Self.start(["server"], certificates) { $0.say([1]) }
    var interference = TCPProxy.Interference()
    interference.change = { Array($0.prefix(300)) }
    let proxy = try await TCPProxy.start(target: UInt16(server.port), interference)
    let pki = try certificates.client("client")
    try await Self.expectPatience("test+tls://localhost:\(proxy.port)/default?pkipath=\(pki)") { try await server.waits(until: $0) }
    // And it hangs up while the certificate is still being judged.
    interference.change = { $0 }
    interference.hangsUp = true
    let hasty = try await TCPProxy.start(target: UInt16(server.port), interference)
    for _ in 0..<50 {
      await #expect(throws: LibvirtError.self) {
        try await SASLLibvirtd.open("test+tls://localhost:\(hasty.port)/default?pkipath=\(pki)", deadline: .now + Patience.limit)
      }
    }
    #expect(try await server.waits { $0.openCount == 0 })
    await proxy.stop()
    await hasty.stop()
    await server.stop()
  }

  /// The deadline, a cancelled task and Ctrl-C each end the attempt, and the connection.
  private static func expectPatience(_ uri: String, _ waits: ((TLSServer) -> Bool) async throws -> Bool) async throws {
    let late = await #expect(throws: LibvirtError.self) { try await SASLLibvirtd.open(uri, deadline: .now + .seconds(8)) }
    #expect(late?.code == .operationTimeout, "\(String(describing: late))")
    #expect(try await waits { $0.connectionCount == 1 && $0.openCount == 0 })
    let given = Task { try await SASLLibvirtd.open(uri) }
    #expect(try await waits { $0.openCount == 1 })
    given.cancel()
    await #expect(throws: CancellationError.self) { try await given.value }
    #expect(try await waits { $0.openCount == 0 })
    let program = try PipedProgram(SideBySide.program, ["-c", uri, "hostname"])
    #expect(try await waits { $0.openCount == 1 })
    kill(program.pid, SIGINT)
    let status = try await program.end()
    #expect(status == nil || status == 130)
    #expect(try await waits { $0.connectionCount == 3 && $0.openCount == 0 })
  }

  /// Whoever gives up in the very moment that the handshake begins leaves no connection.
  @Test func givingUpAtTheHandshake() async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    let server = try await TLSServer.start { _ in }
    let uri = try ConnectionURI(parsing: server.uri(try certificates.client("client")))
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    let context = OpenContext(environment: environment) { stage in
      if stage.hasPrefix("TLS handshake") { withUnsafeCurrentTask { $0?.cancel() } }
    }
    for _ in 0..<50 {
      let attempt = Task { try await RemoteDriver.open(uri, context) }
      await #expect(throws: CancellationError.self) { try await attempt.value }
    }
    #expect(try await server.waits { $0.connectionCount == 50 && $0.openCount == 0 }, "\(server.openCount) are open")
    await server.stop()
  }

  private static func start(
    _ names: [String]?, _ certificates: CertificateFolder, _ act: @escaping @Sendable (any Channel) -> Void
  ) async throws -> TLSServer {
    let files = names.map { $0.map { certificates.file("\($0).pem") } }
    return try await TLSServer.start(files.map { ($0, certificates.file("server.key")) }, act)
  }
}
