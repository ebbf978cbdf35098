import ConnectionURI
import Glibc
import LibvirtProtocol
import Processes
import Sockets

/// Connects to the user's own daemon, and starts it where it does not run.
///
/// In step with libvirt's own clients: whoever has the lock starts the daemon and waits for it, the others wait for the lock.
struct SessionDaemonStart {
  /// How often a daemon that was started is tried, and how long lies between.
  private static let tries = 500
  private static let pause = Duration.milliseconds(10)
  /// How many tries are left once the daemon has ended: another one may have been faster, and be about to listen.
  private static let lastTries = 20

  let daemon: SessionDaemon
  let address: UnixSocketAddress
  let progress: @Sendable (String) -> Void

  init(_ daemon: SessionDaemon, _ address: UnixSocketAddress, _ progress: @escaping @Sendable (String) -> Void) {
    self.daemon = daemon
    self.address = address
    self.progress = progress
  }

  /// A connected socket, until `deadline` at the latest; throws in libvirt's words.
  func connected(by deadline: ContinuousClock.Instant?) async throws -> CInt {
    // Most often it runs already, and nothing has to be locked.
    if case .connected(let descriptor) = try address.connect() { return descriptor }
    if let code = Folders.make(daemon.folder) {
      throw SocketFailure.system("Cannot create user runtime directory '\(daemon.folder)'", errno: code)
    }
    var isTold = false
    while true {
      if let lock = try SessionDaemonLock(daemon.lockFile) {
        let outcome: Result<CInt, any Error>
        do { outcome = .success(try await started(by: deadline)) } catch { outcome = .failure(error) }
        lock.release()
        return try outcome.get()
      }
      if case .connected(let descriptor) = try address.connect() { return descriptor }
      if !isTold { progress("another program starts the daemon: it holds \(daemon.lockFile)") }
      isTold = true
      if let deadline, ContinuousClock.now >= deadline {
        throw SocketFailure.connecting(address.name, errno: ETIMEDOUT)
          .noting("another program starts the daemon, and is not done: it holds \(daemon.lockFile)")
      }
      try await Task.sleep(for: Self.pause)
    }
  }

  /// Holding the lock: connects, and starts the daemon if nobody listens.
  private func started(by deadline: ContinuousClock.Instant?) async throws -> CInt {
    var process: DetachedProgram?
    var code: CInt = ENOENT
    var tries = Self.tries
    while tries > 0 {
      switch try address.connect() {
      case .connected(let descriptor): return descriptor
      case .failed(let failure): code = failure
      }
      guard code == ENOENT || code == ECONNREFUSED || code == EAGAIN else { throw SocketFailure.connecting(address.name, errno: code) }
      if let deadline, ContinuousClock.now >= deadline { break }
      if let process {
        if process.hasEnded { tries = min(tries, Self.lastTries) }
      } else if code != EAGAIN {
        process = try start()
      }
      tries -= 1
      try await Task.sleep(for: Self.pause)
    }
    let how = process?.hasEnded == true ? "has ended" : "does not listen"
    throw SocketFailure.connecting(address.name, errno: code)
      .noting("\(commandLine) was started for it and \(how); what is wrong it says when you run it yourself")
  }

  private func start() throws -> DetachedProgram {
    guard let path = programPath else { throw SocketFailure.system("Cannot find '\(daemon.program)' in path", errno: ENOENT) }
    progress("starting \(commandLine)")
    do throws(ProgramFailure) {
      return try DetachedProgram([path] + daemon.arguments, variables: daemon.variables)
    } catch {
      // libvirt waits five seconds all the same for what cannot be.
      throw SocketFailure.connecting(address.name, errno: ENOENT)
        .noting("\(path), which would be started for it, cannot be run: \(error)")
    }
  }

  /// Where the program is, as libvirt looks for it: a whole path stands for itself, whatever is there; `PATH` is the daemon's, and an
  /// empty folder in it is none. A relative path counts from here, where the daemon will not be. Nil when it is nowhere.
  private var programPath: String? {
    if daemon.program.hasPrefix("/") { return daemon.program }
    let folders = daemon.variables.first { $0.hasPrefix("PATH=") }?.dropFirst("PATH=".count) ?? ""
    guard let path = try? ProgramPath.find(daemon.program, in: folders.split(separator: ":")) else { return nil }
    guard let whole = path.hasPrefix("/") ? strdup(path) : realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }

  private var commandLine: String { ([daemon.program] + daemon.arguments).joined(separator: " ") }
}

/// Folders that are made on the way.
private enum Folders {
  /// Makes a folder and those above it for the user alone; what is there stays as it is. The system's number when it cannot be.
  static func make(_ path: String) -> CInt? {
    var status = stat()
    var end = path.startIndex
    repeat {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let part = String(path[..<end])
      guard !part.isEmpty, mkdir(part, 0o700) != 0 else { continue }
      let code = errno
      guard stat(part, &status) == 0 else { return code }
      guard status.st_mode & S_IFMT == S_IFDIR else { return ENOTDIR }
    } while end != path.endIndex
    return nil
  }
}
