import Glibc
import TestDaemonKit
import Testing

/// What a process has of the system.
struct Holdings: Equatable, CustomStringConvertible {
  let descriptors: Int
  let threads: Int
  let children: Int

  /// What the process with this number has now.
  init(of process: pid_t) {
    descriptors = Self.entries(of: "/proc/\(process)/fd").count
    let tasks = Self.entries(of: "/proc/\(process)/task")
    threads = tasks.count
    children = tasks.reduce(0) { $0 + "/proc/\(process)/task/\($1)/children".contents.split(separator: " ").count }
  }

  var description: String { "\(descriptors) descriptors, \(threads) threads, \(children) children" }

  private static func entries(of path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

/// One process connects hundreds of times, in vain or not: nothing of that stays.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs VIRTSH_TEST_LIBVIRTD_SOCKET"))
struct LeakTests {
  @Test(arguments: ["unix", "tcp"]) func connectionsLeaveNothing(_ transport: String) async throws {
    let proxy = try await RoundTripProxy.startOnTCP(target: LiveLibvirtd.socket ?? "")
    let uri =
      transport == "unix" ? "test+unix:///default?socket=\(LiveLibvirtd.socket ?? "")" : "test+tcp://localhost:\(proxy.port)/default"
    try await Self.check(uri, answer: "test")
    await proxy.stop()
  }

  @Test(arguments: [
    "test+unix:///default?socket=/nowhere/sock", "test+tcp://127.0.0.1:1/default", "test+tcp://localhost:1/default",
    "test+tcp://no..name/default", "nosuch+unix:///x?socket=LIVE", "test+unix:///nowhere/node.xml?socket=LIVE", "bad uri",
  ]) func attemptsInVainLeaveNothing(_ uri: String) async throws {
    let live = LiveLibvirtd.socket ?? ""
    try await Self.check(uri.replacing("LIVE", with: live), answer: nil)
  }

  /// Connects `times` times, after a tenth of that to let the process take what it needs once. `answer` is what `list --name` says.
  /// `program` is the command line that becomes our program.
  static func check(_ uri: String, answer: String?, times: Int = 500, program: [String] = [SideBySide.program]) async throws {
    let session = try PipedProgram(program[0], program.dropFirst() + ["--keep-going"])
    let warmUp = times / 10
    for _ in 0..<warmUp { session.send("connect '\(uri)'") }
    session.send("echo warm.")
    try #require(await session.waits(for: "warm."))
    let before = Holdings(of: session.pid)
    for _ in 0..<times {
      session.send("connect '\(uri)'")
      if answer != nil { session.send("list --name") }
    }
    session.send("echo done.")
    try #require(await session.waits(for: "done."))
    // What ends by itself may need a moment.
    var after = Holdings(of: session.pid)
    let isLet = try await Patience.waits(every: .milliseconds(20)) {
      after = Holdings(of: session.pid)
      return before.covers(after)
    }
    #expect(isLet, "\(uri): \(before) before, \(after) after")
    let output = session.output
    if let answer {
      #expect(output.split(separator: "\n").count { $0 == answer } == times)
      #expect(try await session.end() == 0)
    } else {
      #expect(output.split(separator: "\n").count { $0.contains("error: failed to connect to the hypervisor") } == warmUp + times)
      #expect(try await session.end() != 0)
    }
  }
}

extension Holdings {
  /// Whether another has no more. A pool's threads start one by one, so a few more are none that stayed.
  func covers(_ other: Holdings) -> Bool {
    other.descriptors <= descriptors + 1 && other.threads <= threads + 4 && other.children <= children
  }
}
