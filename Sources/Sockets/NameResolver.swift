import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// Why a host name has no address, as the system says.
struct LookupFailure: Error, CustomStringConvertible {
  /// What `getaddrinfo` returned.
  let code: CInt
  var description: String { String(cString: gai_strerror(code)) }
}

/// Looks a host up once for both kinds of addresses, and keeps the system's reason where there are none.
///
/// NIO's own resolver tells no reasons.
final class NameResolver: Resolver, Sendable {
  private let eventLoop: any EventLoop
  private let lookup = Mutex<EventLoopFuture<[SocketAddress]>?>(nil)
  private let reason = Mutex<LookupFailure?>(nil)

  init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

  /// Why the name has no address, if that was so.
  var failure: LookupFailure? { reason.withLock(\.self) }

  func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { addresses(host, port, .inet) }

  func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { addresses(host, port, .inet6) }

  /// The system's lookup can't be cancelled; nobody waits for it any more.
  func cancelQueries() {}

  private func addresses(_ host: String, _ port: Int, _ family: NIOBSDSocket.ProtocolFamily) -> EventLoopFuture<[SocketAddress]> {
    let all = lookup.withLock { lookup in
      if let lookup { return lookup }
      let begun = begin(host, port)
      lookup = begun
      return begun
    }
    return all.map { $0.filter { $0.protocol == family } }
  }

  private func begin(_ host: String, _ port: Int) -> EventLoopFuture<[SocketAddress]> {
    // An address needs no name server, and no thread to wait for one.
    if let addresses = try? Self.lookUp(host, port, AI_NUMERICHOST) { return eventLoop.makeSucceededFuture(addresses) }
    // A thread of its own for any other: a lookup cannot be cancelled, and one that nobody waits for any more must hold up none.
    let thread = NIOThreadPool(numberOfThreads: 1)
    thread.start()
    let addresses = thread.runIfActive(eventLoop: eventLoop) { [self] in
      do throws(LookupFailure) { return try Self.lookUp(host, port, 0) } catch {
        reason.withLock { $0 = error }
        throw error
      }
    }
    addresses.whenComplete { _ in thread.shutdownGracefully { _ in } }
    return addresses
  }

  private static func lookUp(_ host: String, _ port: Int, _ flags: CInt) throws(LookupFailure) -> [SocketAddress] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
    hints.ai_flags = flags | AI_NUMERICSERV
    var first: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, "\(port)", &hints, &first)
    guard code == 0 else { throw LookupFailure(code: code) }
    defer { freeaddrinfo(first) }
    var addresses: [SocketAddress] = []
    var next = first
    while let entry = next {
      defer { next = entry.pointee.ai_next }
      guard let address = entry.pointee.ai_addr else { continue }
      switch entry.pointee.ai_family {
      case AF_INET: address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { addresses.append(SocketAddress($0.pointee)) }
      case AF_INET6: address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { addresses.append(SocketAddress($0.pointee)) }
      default: break
      }
    }
    return addresses
  }
}
