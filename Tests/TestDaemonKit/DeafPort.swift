import Glibc

/// A TCP port of 127.0.0.1 whose queue is full: nobody who connects is answered, or refused.
public final class DeafPort: Sendable {
  /// The port.
  public let number: UInt16
  private let descriptors: [CInt]

  /// Makes a port deaf; throws when the system does not play along.
  public init() throws {
    var descriptors = [socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)]
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = Self.withGeneric(&address) {
      bind(descriptors[0], $0, size) == 0 && listen(descriptors[0], 0) == 0 && getsockname(descriptors[0], $0, &size) == 0
    }
    guard isBound else { throw NotDeaf(errno: errno) }
    number = UInt16(bigEndian: address.sin_port)
    // Linux takes one more than was asked for; a few more make sure.
    for _ in 0..<4 {
      let client = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
      _ = Self.withGeneric(&address) { connect(client, $0, size) }
      descriptors.append(client)
    }
    self.descriptors = descriptors
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  private static func withGeneric<Result>(_ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result) -> Result {
    withUnsafeMutablePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
  }

  /// Why the port answers.
  public struct NotDeaf: Error {
    let errno: CInt
  }
}
