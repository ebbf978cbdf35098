import ConnectionURI
import Glibc
import LibvirtProtocol
import NIOPosix
import Sockets
import Synchronization
import TestDaemonKit

@testable import XenDriver

/// A server of plain system calls that does with each connection what a test says.
final class RawServer: Sendable {
  enum Transport: String, Sendable, CaseIterable {
    case unix, tcp
  }

  enum Step: Sendable {
    /// Reads a request to its end.
    case read
    /// Reads the head of a request, and leaves its body in the socket.
    case readHead
    case send([UInt8])
    case sendSlowly([UInt8])
    /// Waits until the client hangs up.
    case hang
    /// Hangs up so that the client's system says "connection reset" (TCP).
    case reset

    static func send(_ text: String) -> Self { .send(Array(text.utf8)) }
    static func sendSlowly(_ text: String) -> Self { .sendSlowly(Array(text.utf8)) }
  }

  let address: XendAddress
  private let listener: CInt
  private let folder: SocketFolder?
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let state = Mutex((requests: [String](), connections: 0, hangUps: 0))

  var requests: [String] { state.withLock { $0.requests } }
  var connections: Int { state.withLock { $0.connections } }
  /// How many clients were seen to hang up while the server waited.
  var hangUps: Int { state.withLock { $0.hangUps } }

  init(_ transport: Transport, _ script: [Step]) throws {
    switch transport {
    case .unix:
      let folder = try SocketFolder()
      self.folder = folder
      let path = folder.socket("xend")
      address = .unix(.path(path))
      listener = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      var name = sockaddr_un()
      name.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
      try Self.listen(listener, &name)
    case .tcp:
      folder = nil
      let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      listener = descriptor
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
      try Self.listen(descriptor, &name)
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      _ = withUnsafeMutablePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
      }
      address = .tcp(TCPEndpoint(host: "127.0.0.1", port: UInt16(bigEndian: name.sin_port)))
    }
    thread.start()
    thread.submit { [self] _ in
      while case let client = accept(listener, nil, nil), client >= 0 { serve(client, script) }
    }
  }

  /// Ends it. Clients must have hung up.
  func stop() {
    shutdown(listener, CInt(SHUT_RDWR))
    thread.shutdownGracefully { [listener, folder] _ in
      close(listener)
      folder?.remove("xend")
    }
  }

  private func serve(_ client: CInt, _ script: [Step]) {
    state.withLock { $0.connections += 1 }
    defer { close(client) }
    var on: CInt = 1
    setsockopt(client, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
    for step in script {
      switch step {
      case .read: read(client, wholeBody: true)
      case .readHead: read(client, wholeBody: false)
      case .send(let bytes): write(client, bytes)
      case .sendSlowly(let bytes):
        for byte in bytes {
          write(client, [byte])
          usleep(100)
        }
      case .hang:
        var byte: UInt8 = 0
        while recv(client, &byte, 1, 0) > 0 {}
        state.withLock { $0.hangUps += 1 }
      case .reset:
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(client, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
      }
    }
  }

  private func read(_ client: CInt, wholeBody: Bool) {
    var request: [UInt8] = []
    var byte: UInt8 = 0
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8), recv(client, &byte, 1, 0) == 1 { request.append(byte) }
    let text = String(decoding: request, as: UTF8.self)
    if wholeBody, let length = text.firstMatch(of: /Content-Length: (\d+)/).flatMap({ Int($0.1) }) {
      let end = request.count + length
      while request.count < end, recv(client, &byte, 1, 0) == 1 { request.append(byte) }
    }
    state.withLock { $0.requests.append(String(decoding: request, as: UTF8.self)) }
  }

  private func write(_ client: CInt, _ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.send(client, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func listen<Name>(_ descriptor: CInt, _ name: inout Name) throws {
    let isListening = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<Name>.size)) == 0 }
    }
    guard isListening, Glibc.listen(descriptor, 5) == 0 else { throw CannotListen(errno: errno) }
  }

  struct CannotListen: Error { let errno: CInt }
}

extension RawServer {
  /// What comes of a request to a server with a script.
  static func outcome(
    _ transport: Transport, _ script: [Step], _ request: XendRequest = .node, quickLimit: Duration? = .seconds(20)
  ) async throws -> Result<XendAnswer, any Error> {
    let server = try RawServer(transport, script)
    defer { server.stop() }
    do { return .success(try await XendClient(server.address, quickLimit: quickLimit).send(request)) } catch { return .failure(error) }
  }
}

extension Result where Success == XendAnswer {
  var answer: XendAnswer? { try? get() }
  var refusal: LibvirtError? { failure as? LibvirtError }
  var silence: XendSilence? { failure as? XendSilence }

  private var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
