import Glibc

/// A libvirtd of a test's own, which can be killed and started again. Its guests and definitions outlive it.
public final class RestartableLibvirtd {
  /// Its folder: sockets, definitions, logs.
  public let folder: String
  private let ports: [UInt16]
  private var pid: pid_t = 0

  /// Where it listens.
  public var socket: String { "\(folder)/libvirt-sock" }

  /// Starts a daemon in a new folder, and waits until it answers.
  ///
  /// `settings` are lines for its libvirtd.conf. With `ports` it also serves TCP or TLS, as they say. `prepare` puts what else it
  /// needs into its folder.
  public init(settings: [String] = [], ports: [UInt16] = [], prepare: (String) async throws -> Void = { _ in }) async throws {
    self.ports = ports
    folder = try SocketFolder().path
    try await prepare(folder)
    if !settings.isEmpty { try settings.map { $0 + "\n" }.joined().write(to: "\(folder)/settings") }
    if !ports.isEmpty { try "".write(to: "\(folder)/listens") }
    try await start()
  }

  /// Starts the daemon again.
  public func start() async throws {
    pid = try Spawn.start(
      ["\(Self.root)/Tests/private-libvirtd", folder], variables: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"],
      streams: [.file("/dev/null", O_RDWR), .same(0), .same(0)])
    // It listens at its unix socket first.
    guard try await Patience.waits(every: .milliseconds(50), until: { answers() && ports.allSatisfy(LoopbackPort.answers) }) else {
      throw CannotStart()
    }
  }

  /// Ends the daemon without a warning.
  public func kill() {
    guard pid > 0 else { return }
    Glibc.kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    pid = 0
  }

  deinit { kill() }

  /// Whether somebody listens at the socket.
  private func answers() -> Bool {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(socket.utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.prefix($0.count - 1)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  private static let root = String(#filePath.prefix(#filePath.count - "/Tests/TestDaemonKit/RestartableLibvirtd.swift".count))

  /// It does not come up.
  public struct CannotStart: Error {}
}
