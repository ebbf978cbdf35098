import Glibc
import TestDaemonKit
import Testing

/// What tunes guests and tells of processors and memory, on guests of a real libvirtd: our program and then virsh run the same lines on
/// guests that are made anew for each of them.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: LiveLibvirtd.socket != nil && access("/usr/bin/virsh", X_OK) == 0, "needs libvirtd and virsh"))
struct TuningTests {
  /// The guests by the words that stand for them in the lines.
  private static let guests = [
    "RUNNING": "virtsh-tune-running-\(getpid())", "TRANSIENT": "virtsh-tune-transient-\(getpid())", "OFF": "virtsh-tune-off-\(getpid())",
  ]

  private static func definition(_ name: String, vcpus: Int, ioThreads: Bool) -> String {
    """
    <domain type='qemu'><name>\(name)</name><memory unit='KiB'>65536</memory><vcpu placement='static' current='\(vcpus)'>4</vcpu>
    \(ioThreads ? "<iothreads>2</iothreads>" : "")<os><type arch='x86_64'>hvm</type></os>
    <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices></domain>
    """
  }

  enum Topic: CaseIterable {
    case processors, limits, host, order

    var lines: String {
      switch self {
      case .processors: TuningTests.processors
      case .limits: TuningTests.limits
      case .host: TuningTests.host
      case .order: TuningTests.order
      }
    }
  }

  @Test(arguments: Topic.allCases)
  func asVirshDoes(topic: Topic) async throws {
    let both = try SideBySide(uri: "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")")
    let lines = Self.guests.reduce(topic.lines) { $0.replacing($1.key, with: $1.value) }.split(separator: "\n").map(String.init)
    let ours = try await answers(of: both.ours, to: lines, both)
    let virshs = try await answers(of: "/usr/bin/virsh", to: lines, both)
    for (line, (ours, virsh)) in zip(lines, zip(ours, virshs)) {
      #expect(Self.still(ours.output) == Self.still(virsh.output), "\(line)")
      #expect(ours.errors == virsh.errors, "\(line)")
      #expect(ours.status == virsh.status, "\(line)")
    }
    both.remove()
  }

  /// What `program` answers to each line on fresh guests, which are gone afterwards.
  private func answers(of program: String, to lines: [String], _ both: SideBySide) async throws -> [ProgramRun] {
    try await makeGuests(both)
    var answers: [ProgramRun] = []
    for line in lines {
      var (options, line) = (["-c", both.uri], line[...])
      for option in ["-r", "-q"] where line.hasPrefix("\(option) ") {
        options.append(option)
        line = line.dropFirst(3)
      }
      answers.append(try await ProgramRun.run(program, options + [String(line)]))
    }
    try await removeGuests(both)
    return answers
  }

  private func makeGuests(_ both: SideBySide) async throws {
    try await removeGuests(both)
    let folder = try SocketFolder()
    for (word, name) in Self.guests {
      let file = folder.socket("\(word).xml")
      try Self.definition(name, vcpus: word == "RUNNING" ? 2 : word == "OFF" ? 4 : 1, ioThreads: word != "TRANSIENT").write(to: file)
      let line =
        word == "TRANSIENT" ? "create --paused \(file)" : word == "OFF" ? "define \(file)" : "define \(file); start --paused \(name)"
      let made = try await both.act(line)
      #expect(made.status == 0, "\(made.errors)")
    }
    folder.remove("RUNNING.xml", "TRANSIENT.xml", "OFF.xml")
  }

  private func removeGuests(_ both: SideBySide) async throws {
    for name in Self.guests.values {
      _ = try await both.act("destroy \(name)")
      _ = try await both.act("undefine \(name)")
    }
  }

  /// The lines but those about where a guest runs just now and for how long.
  private static func still(_ output: String) -> [Substring] {
    output.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("CPU:  ") && !$0.hasPrefix("CPU time:") }
  }
}
