import Glibc
import TestDaemonKit
import Testing

/// A host with the domains `lab`, which runs, and `test`, for the lines of ``CommandsForForms``.
struct FormsHost {
  private let contender: Contender
  /// What stands for the domains here.
  private let names: [String: String]
  /// What does not have to be asked here.
  let unasked: Set<String>

  /// A test host from a file, as every process finds it.
  static func test() throws -> FormsHost {
    FormsHost(contender: try Contender(SideBySide.program, uri: "test://%/forms.xml"), names: [:], unasked: [])
  }

  /// Two guests of QEMU, each with disk, network card, serial console and channel for an agent.
  ///
  /// - Parameter word: what no other test has in its names.
  static func qemu(_ word: String) async throws -> FormsHost {
    let prefix = "forms-\(getpid())-\(word)"
    let contender = try Contender(
      SideBySide.program, uri: "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")", domain: "\(prefix)-lab")
    let names = ["lab": "\(prefix)-lab", "test": "\(prefix)-test", "other": "\(prefix)-other"]
    let host = FormsHost(
      contender: contender,
      names: names.merging(["lab,test": "\(prefix)-lab,\(prefix)-test", "'*'": "'\(prefix)-*'"]) { one, _ in one },
      unasked: CommandsForForms.onlyTestHosts)
    for name in ["lab", "test", "new"] {
      let file = "\(contender.folder)/\(name).xml"
      try BootSectorGuest.definition(
        name: "\(prefix)-\(name)", disk: "\(contender.folder)/disk.raw", elements: "<title>\(name)</title><iothreads>1</iothreads>",
        devices: "<graphics type='vnc' listen='127.0.0.1'/>"
      ).write(to: file)
      guard name != "new" else { continue }
      let defined = try await host.ask("define \(file)")
      #expect(defined.status == 0, "\(defined.errors)")
      // With what it was given: the same can be defined again.
      try await host.ask("dumpxml \(name) --inactive").output.write(to: file)
    }
    let started = try await host.ask("start lab")
    #expect(started.status == 0, "\(started.errors)")
    return host
  }

  private init(contender: Contender, names: [String: String], unasked: Set<String>) {
    self.contender = contender
    self.names = names
    self.unasked = unasked
  }

  /// Asks a line in a form, then lets the domains be again what they were.
  func run(_ line: String, form: String) async throws -> ProgramRun {
    let run = try await ask(line, ["-o", form])
    if !names.isEmpty { try await restore(after: CommandsForForms.command(line)) }
    return run
  }

  @discardableResult
  private func ask(_ line: String, _ options: [String] = []) async throws -> ProgramRun {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { names[String($0)] ?? String($0) }
    return try await ProgramRun.run(
      contender.program, ["-q"] + options + ["-c", contender.uri, contender.filled(words.joined(separator: " "))])
  }

  private func restore(after command: String) async throws {
    if command == "domrename" { try await ask("domrename other test") }
    if command == "undefine" { for name in ["lab", "test"] { try await ask("define %/\(name).xml") } }
    if command == "start" { try await ask("destroy test") }
    if ["destroy", "shutdown", "save", "managedsave", "undefine", "reset", "reboot"].contains(command) { try await ask("start lab") }
    if command == "suspend" { try await ask("resume lab") }
  }

  func remove() async throws {
    if let pattern = names["'*'"] {
      try await ask("destroy \(pattern)")
      try await ask("undefine \(pattern) --managed-save")
    }
    contender.remove()
  }
}
