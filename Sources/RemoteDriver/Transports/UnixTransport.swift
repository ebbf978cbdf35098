import ConnectionURI
import Glibc
import LibvirtProtocol
import NIOCore
import NIOPosix

/// A daemon's unix socket on this host, in the file system or in the abstract name space.
struct UnixTransport: Transport {
  let path: UnixSocketPath

  var target: String { path.description }

  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    let descriptor = try await descriptor(by: deadline)
    do {
      return try await ClientBootstrap(group: RemoteEventLoops.group)
        .channelOption(.autoRead, value: false)
        .withConnectedSocket(descriptor).get()
    } catch {
      throw SocketFailure.reading(error)
    }
  }

  /// A connected socket. A daemon whose queue of connections is full is asked again until the deadline.
  private func descriptor(by deadline: ContinuousClock.Instant?) async throws -> CInt {
    var address = try address()
    while true {
      let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
      guard descriptor >= 0 else { throw SocketFailure.system("Failed to create socket", errno: errno) }
      // The whole of sun_path counts, as with libvirt: an abstract name is padded with zeros.
      let result = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      guard result != 0 else { return descriptor }
      let failure = errno
      Glibc.close(descriptor)
      guard failure == EAGAIN || failure == EINTR else { throw SocketFailure.connecting(target, errno: failure) }
      if let deadline, ContinuousClock.now >= deadline { throw SocketFailure.connecting(target, errno: ETIMEDOUT) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func address() throws -> sockaddr_un {
    var address = sockaddr_un()
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
    guard fits else { throw SocketFailure.system("Path \(target) too long for unix socket", errno: ENOMEM) }
    return address
  }
}
