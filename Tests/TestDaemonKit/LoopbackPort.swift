import Glibc

/// TCP ports of 127.0.0.1.
public enum LoopbackPort {
  /// One that nobody listens on.
  public static func findFree() throws -> UInt16 {
    let port = withSocket(at: 0) { descriptor, address, size in
      bind(descriptor, address, size) == 0 ? number(of: descriptor) : nil
    }
    guard let port else { throw NoPort(errno: errno) }
    return port
  }

  /// Whether somebody listens on a port.
  public static func answers(_ port: UInt16) -> Bool { withSocket(at: port) { connect($0, $1, $2) == 0 } }

  private static func number(of descriptor: CInt) -> UInt16? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) == 0 }
    }
    return isKnown ? UInt16(bigEndian: address.sin_port) : nil
  }

  private static func withSocket<Result>(at port: UInt16, _ body: (CInt, UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  /// The system has none.
  public struct NoPort: Error { let errno: CInt }
}
