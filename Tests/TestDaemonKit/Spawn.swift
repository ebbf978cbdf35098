import Glibc

/// Starts programs for tests: with these standard streams and no other descriptor of ours, and no signal blocked or ignored.
///
/// The threads of a test runner block signals, and a socket of another test that a program inherits would never be closed.
public enum Spawn {
  /// What one of the program's standard streams is.
  public enum Stream: Sendable {
    /// A file, opened with these flags.
    case file(String, Int32)
    /// A descriptor of ours.
    case descriptor(Int32)
    /// The same as one of its streams before.
    case same(Int32)
  }

  /// The number of the new process, which the caller has to wait for. `words` begin with the program's path; `streams` are its input,
  /// output and errors. With a session of its own, the terminal that it opens first is its controlling one.
  public static func start(
    _ words: [String], variables: [String], streams: [Stream], hasOwnSession: Bool = false
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in zip(Int32(0)..., streams) {
      switch stream {
      case .file(let path, let flags): posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      case .descriptor(let other), .same(let other): posix_spawn_file_actions_adddup2(&actions, other, number)
      }
    }
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let newSession: Int32 = hasOwnSession ? 0x80 : 0
    posix_spawnattr_setflags(&attributes, Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &environment)
    guard code == 0 else { throw CannotSpawn(program: words[0], errno: code) }
    return process
  }

  /// Why a program does not run.
  public struct CannotSpawn: Error {
    let program: String
    let errno: Int32
  }
}
