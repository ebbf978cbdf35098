import Glibc

/// A program that writes to a pseudo-terminal, both its answers and its messages, and reads its lines from a file.
struct TerminalRun {
  /// All it wrote, as it came to the terminal.
  let bytes: [UInt8]
  /// The exit status; nil when a signal ended it.
  let status: Int32?

  /// Runs `virtsh` under a name to its end. `meanwhile` is called again and again as long as it runs.
  init(
    as name: String = "virtsh", _ arguments: [String], input: String = "", variables: [String] = [], meanwhile: () async -> Void = {}
  ) async throws {
    let home = try TemporaryFolder()
    let terminal = try PseudoTerminal()
    let program = "\(home.path)/\(name)"
    guard symlink("\(TerminalSession.buildFolder)/virtsh", program) == 0 else { throw PseudoTerminal.Failure(step: "symlink") }
    try Self.write(input, to: "\(home.path)/input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "\(home.path)/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, terminal.name, O_RDWR | O_NOCTTY, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // What other tests have open is none of its business.
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    let environment = ["LC_ALL=C.UTF-8", "HOME=\(home.path)", "PATH=/usr/bin:/bin"] + variables
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, nil, &argv, &envp) == 0 else { throw PseudoTerminal.Failure(step: "posix_spawn") }
    var bytes: [UInt8] = []
    var status: Int32 = 0
    while true {
      let hasEnded = waitpid(process, &status, WNOHANG) == process
      bytes += terminal.readAvailable()
      if hasEnded { break }
      await meanwhile()
      try await Task.sleep(for: .milliseconds(2))
    }
    self.bytes = bytes
    self.status = status & 0x7f == 0 ? status >> 8 & 0xff : nil
  }

  /// What was written, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  private static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw PseudoTerminal.Failure(step: "open \(path)") }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw PseudoTerminal.Failure(step: "write \(path)") }
      rest = rest.dropFirst(count)
    }
  }
}
