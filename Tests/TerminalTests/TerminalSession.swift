import Glibc
import TestDaemonKit
import Testing

/// The built program on a pseudo-terminal of its own, with a screen in front of it.
final class TerminalSession {
  /// How the program ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  private(set) var screen: Screen
  private let terminal: PseudoTerminal
  private let process: pid_t
  let home: TemporaryFolder
  private let modesAtStart: [UInt8]
  private var end: End?

  /// Starts a program: `virtsh`, the same as `virsh`, or one of the tests' own. With `inShell` an interactive shell is started
  /// in its place, which finds the program in its home. `command` is a command that runs the program, with the words that follow it.
  init(
    _ name: String = "virtsh", _ arguments: [String] = ["-c", "test:///default"], terminalName: String = "xterm",
    columns: Int = 80, rows: Int = 24, home: TemporaryFolder? = nil, variables: [String] = [], inShell: Bool = false,
    by command: [String] = []
  ) throws {
    terminal = try PseudoTerminal(columns: UInt16(columns), rows: UInt16(rows))
    screen = Screen(columns: columns, rows: rows)
    self.home = try home ?? TemporaryFolder()
    let program = "\(self.home.path)/\(name)"
    let isLinked = symlink("\(Self.buildFolder)/\(name == "virsh" ? "virtsh" : name)", program) == 0
    guard isLinked || errno == EEXIST else { throw PseudoTerminal.Failure(step: "symlink") }
    modesAtStart = terminal.modes.bytes
    let environment =
      ["TERM=\(terminalName)", "LC_ALL=C.UTF-8", "HOME=\(self.home.path)", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"] + variables
    process = try Self.spawn(
      inShell ? ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"] : command + [program] + arguments, environment,
      on: terminal.name)
  }

  deinit {
    guard end == nil else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Whether the terminal's modes are those from before the program was started.
  var modesAreRestored: Bool { terminal.modes.bytes == modesAtStart }

  var modes: termios { terminal.modes }

  func type(_ text: String) throws { try terminal.type(Array(text.utf8)) }

  /// Types as much as the terminal takes at once, and tells how much that was.
  func offer(_ bytes: ArraySlice<UInt8>) -> Int { terminal.offer(bytes) }

  /// The most memory that the program has ever had, in KiB.
  var peakMemory: Int {
    let line = "/proc/\(process)/status".contents.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.drop { !$0.isNumber }.prefix { $0.isNumber }) } ?? 0
  }

  func send(signal: Int32) { kill(process, signal) }

  /// Makes the terminal another size, its contents first.
  func resize(columns: Int, rows: Int) {
    screen.write(terminal.readAvailable())
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
  }

  /// Waits until something holds; a test that waits in vain fails with what is on the screen.
  func wait(
    for what: Comment, sourceLocation: SourceLocation = #_sourceLocation, until holds: (TerminalSession) -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + Patience.limit
    while true {
      screen.write(terminal.readAvailable())
      if holds(self) { return }
      try #require(ContinuousClock.now < deadline, "\(what); the screen is\n\(screen.text)", sourceLocation: sourceLocation)
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Waits until the cursor stands behind an empty prompt and keys are read one by one, then checks the line above it.
  func waitForPrompt(
    _ prompt: String = "virtsh test:///default # ", below line: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait(for: "prompt '\(prompt)' below '\(line ?? "anything")'", sourceLocation: sourceLocation) {
      guard $0.screen.lineToCursor == prompt, !$0.modes.isCooked else { return false }
      guard let line else { return true }
      let text = $0.screen.lines.dropLast().last { !$0.isEmpty }
      // The terminal may have shown the key that ended a command.
      return text == line || text == "^C" + line
    }
  }

  /// Waits for the program's end.
  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) async throws -> End {
    try await wait(for: "the program's end", sourceLocation: sourceLocation) { $0.hasEnded }
    return try #require(end)
  }

  private var hasEnded: Bool {
    var status: Int32 = 0
    guard end == nil, waitpid(process, &status, WNOHANG) == process else { return end != nil }
    end = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: status & 0x7f)
    return true
  }

  /// Where the tests' own program lies, and `virtsh` beside it.
  static let buildFolder: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let text = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
  }()

  /// A session of its own whose first descriptor opens the terminal by name: that makes it the controlling terminal.
  private static func spawn(_ arguments: [String], _ environment: [String], on terminal: String) throws -> pid_t {
    try Spawn.start(
      arguments, variables: environment, streams: [.file(terminal, O_RDWR), .same(0), .same(0)], hasOwnSession: true)
  }
}
