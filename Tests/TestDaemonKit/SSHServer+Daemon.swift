import Glibc

extension SSHServer {
  /// Runs a test with an sshd and a daemon behind it, which every user may connect to.
  public static func withDaemon(
    isKnown: Bool = true, domains: Int = 0, _ body: (SSHServer, TestDaemon) async throws -> Void
  ) async throws {
    let server = try await SSHServer(isKnown: isKnown)
    defer { server.remove() }
    let folder = try SocketFolder()
    chmod(folder.path, 0o755)
    var options = TestDaemonOptions()
    options.madeUpDomains = domains
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    chmod(daemon.path, 0o777)
    let result: Result<Void, any Error>
    do { result = .success(try await body(server, daemon)) } catch { result = .failure(error) }
    await daemon.stop()
    folder.remove("daemon")
    try result.get()
  }

  /// Waits until something holds; false when it does not within a minute.
  public func waits(until holds: (SSHServer) async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + Patience.limit
    while try await !holds(self) {
      guard .now < end else { return false }
      try await Task.sleep(for: .milliseconds(10))
    }
    return true
  }

  /// The processes of ssh that know this server, by their numbers.
  public var clients: [pid_t] {
    guard let processes = opendir("/proc") else { return [] }
    defer { closedir(processes) }
    var clients: [pid_t] = []
    while let entry = readdir(processes) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let number = pid_t(name) else { continue }
      let words = "/proc/\(number)/cmdline".contents.split(separator: "\0")
      if words.first?.hasSuffix("ssh") == true, words.contains(path("config")[...]) { clients.append(number) }
    }
    return clients
  }
}
