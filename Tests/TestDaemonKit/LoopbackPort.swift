import Glibc
import Synchronization

/// TCP ports of 127.0.0.1.
public enum LoopbackPort {
  /// Below those that the system gives to whoever connects (`net.ipv4.ip_local_port_range`), and above those of services.
  private static let range: Range<UInt16> = 10_000..<32_000

  /// The port to be tried next. Another run of tests begins elsewhere.
  private static let next = Mutex(UInt16.random(in: range))

  /// One that nobody listens on, and that nobody else is given in the time until somebody does.
  public static func findFree() throws -> UInt16 {
    for _ in range {
      let port = next.withLock { next in
        next = next + 1 < range.upperBound ? next + 1 : range.lowerBound
        return next
      }
      if withSocket(at: port, { bind($0, $1, $2) == 0 }) { return port }
    }
    throw NoPort()
  }

  /// Whether somebody listens on a port.
  public static func answers(_ port: UInt16) -> Bool { withSocket(at: port) { connect($0, $1, $2) == 0 } }

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

  /// Somebody listens on each.
  public struct NoPort: Error {}
}
