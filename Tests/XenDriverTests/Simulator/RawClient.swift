import Glibc
import NIOCore
import NIOPosix

/// Sends bytes and takes what comes, without any idea of what either means.
struct RawClient: Sendable {
  enum Address: Sendable {
    case unix(String)
    case tcp(Int)
  }

  let address: Address

  /// What came until the other side was done.
  struct Received: Sendable {
    var bytes: [UInt8] = []
    /// Whether the connection ended with an error rather than with an end.
    var wasReset = false
  }

  /// Sends the bytes on a connection of their own and reads to its end.
  func send(_ bytes: [UInt8]) async throws -> Received {
    let connection = try await connect()
    return try await connection.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(bytes: bytes))
      var received = Received()
      do {
        for try await buffer in inbound { received.bytes += buffer.readableBytesView }
      } catch is IOError {
        received.wasReset = true
      }
      return received
    }
  }

  func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    let wrap: @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> = { channel in
      channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
    }
    switch address {
    case .unix(let path):
      while true {
        do {
          return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
        } catch let error as IOError where error.errnoCode == EAGAIN {
          // Its queue of connections is full.
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    case .tcp(let port): return try await bootstrap.connect(host: "127.0.0.1", port: port, channelInitializer: wrap)
    }
  }

  /// A GET of a path, as libvirt sent it.
  func get(_ target: String) async throws -> RawAnswer {
    try RawAnswer(await send(Array("GET \(target) HTTP/1.1\r\n\(Self.headers)\r\n".utf8)).bytes)
  }

  /// A POST of a form, which is sent as it is.
  func post(_ target: String, _ form: String) async throws -> RawAnswer {
    let head = "POST \(target) HTTP/1.1\r\n\(Self.headers)Content-Length: \(form.utf8.count)\r\n\r\n"
    return try RawAnswer(await send(Array((head + form).utf8)).bytes)
  }

  static let headers = """
    Host: localhost:8000\r
    Accept-Encoding: identity\r
    Content-Type: application/x-www-form-urlencoded\r

    """
}

/// An answer, taken apart just enough for tests.
struct RawAnswer: Sendable {
  let status: Int
  let reason: String
  /// As they came.
  let lines: [String]
  let body: String

  struct Malformed: Error {
    let bytes: [UInt8]
  }

  init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { throw Malformed(bytes: bytes) }
    var lines = text[..<end.lowerBound].split(separator: "\r\n").map(String.init)
    let words = lines.removeFirst().split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, words[0] == "HTTP/1.1", let status = Int(words[1]) else { throw Malformed(bytes: bytes) }
    (self.status, self.lines, reason) = (status, lines, words[2])
    body = String(text[end.upperBound...])
  }

  /// The value of a header of exactly this spelling.
  func header(_ name: String) -> String? { lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) } }
}
