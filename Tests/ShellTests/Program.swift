import Glibc

/// What a program has printed, and how it ended.
struct ProgramRun: Equatable, Sendable {
  /// The exit status; 128 and the number of the signal that ended it.
  var status: Int32
  var output: String
  var errors: String
}

/// A program, run in a folder of its own with our fixtures and nothing of the user's.
struct Program: Sendable {
  /// The name it is called by, which decides about its ways.
  let name: String
  /// Where it is.
  let path: String

  /// The program under test by the name `virtsh`, and by `virsh`.
  static let virtsh = Program(name: "virtsh", path: Self.folder + "/virtsh")
  static let asVirsh = Program(name: "virsh", path: Self.folder + "/virtsh")
  /// libvirt's own.
  static let virsh = Program(name: "virsh", path: "/usr/bin/virsh")

  /// Where the tests' own program lies, and `virtsh` beside it.
  private static let folder: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let text = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
  }()

  /// Runs it with arguments as they are.
  func run(_ arguments: [String], input: String = "", fixtures: [String: [UInt8]] = [:]) async throws -> ProgramRun {
    let folder = try WorkFolder(fixtures: fixtures, programs: [name: path])
    defer { folder.remove() }
    return try await run(folder.path + "/bin/" + name, arguments, input: input, in: folder)
  }

  /// Runs it on `test:///default` with a line of arguments as a shell reads them.
  func run(line: String, input: String = "", fixtures: [String: [UInt8]] = [:]) async throws -> ProgramRun {
    let folder = try WorkFolder(fixtures: fixtures, programs: [name: path])
    defer { folder.remove() }
    let command = "exec \(folder.path)/bin/\(name) -c test:///default \(line)"
    return try await run("/bin/sh", ["-c", command], input: input, in: folder)
  }

  private func run(_ program: String, _ arguments: [String], input: String, in folder: WorkFolder) async throws -> ProgramRun {
    let (stdin, stdout, stderr) = (folder.path + "/stdin", folder.path + "/stdout", folder.path + "/stderr")
    try folder.write(Array(input.utf8), to: "stdin")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, stderr, O_WRONLY | O_CREAT, 0o600)
    // What other tests have open is none of its business.
    for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // A shell goes to the folder first: spawning has no way to.
    var words = Self.copies(["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path + "/work", program] + arguments)
    var variables = Self.copies(["LC_ALL=C.UTF-8", "TERM=dumb", "TZ=UTC", "HOME=\(folder.path)", "PATH=/usr/bin:/bin"])
    defer { for pointer in words + variables { free(pointer) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, "/bin/sh", &actions, nil, &words, &variables)
    guard code == 0 else { throw WorkFolder.Failure(step: "spawn \(program)", errno: code) }
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 { try await Task.sleep(for: .milliseconds(5)) }
    let number = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
    return ProgramRun(status: number, output: folder.read("stdout"), errors: folder.read("stderr"))
  }

  /// Words as C has them, to be freed, with the nil that ends them.
  private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] { words.map { strdup($0) } + [nil] }
}
