import Commands
import Glibc
import LineEditor
import Synchronization

/// A program that takes part in the end of a line such as `list | sort -r | head -1`.
actor RunningProgram {
  /// How a program ended.
  enum End: Sendable, Hashable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// The name it was started by, for messages.
  nonisolated let name: String
  private nonisolated let executor = ThreadExecutor(startsLazily: true)
  /// The process as long as it is ours to wait for; nobody else can have its number until then.
  private nonisolated let process: Mutex<pid_t?>
  private var known: End?

  /// The thread that waits.
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Starts a program, found as `execvp` finds it and by no shell. It has our standard output where `output` is nil, our
  /// standard error, and nothing else of ours: all other descriptors close by themselves.
  init(_ words: [String], input: Int32, output: Int32?) throws {
    name = words.first ?? ""
    process = Mutex(try Self.spawn(words, input: input, output: output))
  }

  deinit { executor.stop() }

  /// Waits for the end.
  func end() -> End {
    if let known { return known }
    let number = process.withLock { $0 }
    // First without taking the process away, so that `signal` can rely on its number.
    var info = siginfo_t()
    if let number { while waitid(P_PID, id_t(number), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {} }
    var status: Int32 = 0
    process.withLock { process in
      if let number { waitpid(number, &status, 0) }
      process = nil
    }
    let end: End = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: status & 0x7f)
    known = end
    return end
  }

  /// Sends a signal if it still runs.
  nonisolated func signal(_ number: Int32) {
    process.withLock { process in
      if let process { _ = kill(process, number) }
    }
  }

  /// Whether there is such a program and we may run it; throws the system's reason. A look ahead, so that a mistyped name
  /// is told before anything is done.
  static func check(_ name: String) throws(CommandFailure) {
    if name.utf8.contains(UInt8(ascii: "/")) {
      guard let code = refusal(of: name) else { return }
      throw failure(name, code)
    }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    var code = ENOENT
    for folder in folders.split(separator: ":", omittingEmptySubsequences: false) {
      guard let refusal = refusal(of: folder.isEmpty ? name : "\(folder)/\(name)") else { return }
      if refusal == EACCES { code = refusal }
    }
    throw failure(name, code)
  }

  private static func refusal(of path: String) -> Int32? {
    var status = stat()
    guard stat(path, &status) == 0, access(path, X_OK) == 0 else { return errno }
    return status.st_mode & S_IFMT == S_IFREG ? nil : EACCES
  }

  private static func failure(_ name: String, _ code: Int32) -> CommandFailure {
    CommandFailure("cannot run '\(name)': \(String(cString: strerror(code)))")
  }

  private static func spawn(_ words: [String], input: Int32, output: Int32?) throws(CommandFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE and listen to others; a program expects to find them as a shell leaves them.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words.first ?? "", &actions, &attributes, &arguments, environ)
    guard code == 0 else { throw failure(words.first ?? "", code) }
    return process
  }
}
