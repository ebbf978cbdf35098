import Glibc

/// Starts a program with no descriptor of ours but one, and no signal blocked or ignored.
struct ProgramStart {
  /// POSIX_SPAWN_SETSID of glibc and musl, which their headers hide.
  private static let newSession: CInt = 0x80
  /// Who started us may have left descriptors open; those that we open ourselves close by themselves.
  private static let lastDescriptor: CInt = 1024

  /// The program and what it is called with. Without a slash it is looked for in `PATH`.
  var words: [String]
  /// Its environment, `NAME=value`; nil for ours.
  var variables: [String]?
  /// A descriptor of ours that it gets, and the number it has there. Its standard streams are `/dev/null` otherwise.
  var descriptor: (ours: CInt, theirs: CInt)
  /// Whether it leaves our session, process group and terminal.
  var hasOwnSession: Bool

  /// Starts it. It is our child: somebody must wait for it. Gives the system's number when it cannot be started.
  func run(_ process: inout pid_t) -> CInt {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptor.ours, descriptor.theirs)
    for stream: CInt in 0...2 where stream != descriptor.theirs {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    for other in 3..<Self.lastDescriptor where other != descriptor.theirs { posix_spawn_file_actions_addclose(&actions, other) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = CInt(POSIX_SPAWN_SETSIGMASK) | CInt(POSIX_SPAWN_SETSIGDEF) | (hasOwnSession ? Self.newSession : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = (variables ?? []).map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    guard variables != nil else { return posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ) }
    return posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &environment)
  }

  /// A pipe whose ends are for us alone and block nobody; nil when there is none to be had.
  static func makePipe() -> (reading: CInt, writing: CInt)? {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }
}
