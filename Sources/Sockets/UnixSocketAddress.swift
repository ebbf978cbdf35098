import ConnectionURI
import Glibc
import LibvirtProtocol
import NIOCore
import NIOPosix

/// A unix socket to connect to.
public struct UnixSocketAddress {
  /// As libvirt writes it in messages.
  public let name: String
  private var address = sockaddr_un()

  /// Throws in libvirt's words for a path that is too long.
  public init(_ path: UnixSocketPath) throws(LibvirtError) {
    name = path.description
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes: [UInt8] =
      switch path {
      case .path(let path): Array(path.utf8)
      case .abstract(let name): [0] + name.utf8
      }
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { buffer in
      guard bytes.count < buffer.count else { return false }
      buffer.copyBytes(from: bytes)
      return true
    }
    guard fits else { throw SocketFailure.system("Path \(name) too long for unix socket", errno: ENOMEM) }
  }

  /// What became of an attempt to connect.
  public enum Attempt: Sendable {
    /// A descriptor that the caller owns.
    case connected(CInt)
    /// The system's number.
    case failed(CInt)
  }

  /// Tries once, without waiting for anybody. A daemon whose queue of connections is full gives `EAGAIN`.
  public func connect() throws(LibvirtError) -> Attempt {
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw SocketFailure.system("Failed to create socket", errno: errno) }
    // The whole of sun_path counts, as with libvirt: an abstract name is padded with zeros.
    let result = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result != 0 else { return .connected(descriptor) }
    let code = errno
    close(descriptor)
    return .failed(code)
  }

  /// A connected socket. A daemon whose queue of connections is full is asked again until the deadline.
  public func connected(by deadline: ContinuousClock.Instant?) async throws -> CInt {
    while true {
      switch try connect() {
      case .connected(let descriptor): return descriptor
      case .failed(let code) where code == EAGAIN || code == EINTR: break
      case .failed(let code): throw SocketFailure.connecting(name, errno: code)
      }
      if let deadline, ContinuousClock.now >= deadline { throw SocketFailure.connecting(name, errno: ETIMEDOUT) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The user whose program listens at the other end; nil where the system does not tell.
  public static func owner(ofPeer descriptor: CInt) -> uid_t? {
    // Linux's `struct ucred`, which the C library shows only on demand: process, user, group.
    var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 ? credentials.1 : nil
  }

  /// A channel on a connected socket, which belongs to it from now on. It doesn't read before it is told to.
  public static func channel(on descriptor: CInt) async throws -> any Channel {
    do {
      return try await ClientBootstrap(group: SocketEventLoops.group)
        .channelOption(.autoRead, value: false)
        .withConnectedSocket(descriptor).get()
    } catch {
      throw SocketFailure.reading(error)
    }
  }
}
