import Glibc

/// The other side of a guest's console, in the test's hands: a socket that the hypervisor connects to, and libvirtd for who opens the
/// console. So a guest may say as much as it likes, as fast as it likes.
final class SocketConsole {
  private let path: String
  private let listener: Int32
  private var peers: [Int32] = []

  /// Listens at a path.
  init(at path: String) throws {
    self.path = path
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes.prefix($0.count - 1)) }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isBound, listen(listener, 8) == 0 else { throw PseudoTerminal.Failure(step: "listen") }
  }

  deinit { for descriptor in peers + [listener] { close(descriptor) } }

  /// The device, for a guest's definition.
  var device: String { "<serial type='unix'><source mode='connect' path='\(path)'/><target port='1'/></serial>" }

  /// Takes whoever has connected; how many they are in all.
  func accept() -> Int {
    while case let peer = Glibc.accept(listener, nil, nil), peer >= 0 {
      _ = fcntl(peer, F_SETFL, O_NONBLOCK)
      _ = fcntl(peer, F_SETFD, FD_CLOEXEC)
      peers.append(peer)
    }
    return peers.count
  }

  /// Says as much to the last who has connected as goes at once; how much that was.
  func say(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let peer = peers.last else { return 0 }
    return max(0, bytes.withUnsafeBytes { send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) })
  }

  /// What the last who has connected has typed.
  func heard() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    guard let peer = peers.last, case let count = read(peer, &bytes, bytes.count), count > 0 else { return [] }
    return Array(bytes.prefix(count))
  }
}
