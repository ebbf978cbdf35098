import Drivers
import Glibc
import Synchronization

/// A user who may be asked, and remembers what was said.
final class Listener: Dialogue {
  private struct State {
    var lines: [String] = []
    var lendings = 0
    var isLent = false
  }

  private let state = Mutex(State())

  var isPossible: Bool { true }
  var lines: [String] { state.withLock(\.lines) }
  var lendings: Int { state.withLock(\.lendings) }
  var isLent: Bool { state.withLock(\.isLent) }

  func answer(_ question: String, isSecret: Bool) async -> String? { nil }

  func lendTerminal<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
    state.withLock {
      $0.lendings += 1
      $0.isLent = true
    }
    defer { state.withLock { $0.isLent = false } }
    return try await body()
  }

  func show(_ text: String) { state.withLock { $0.lines.append(text) } }
}

/// The ordinary user of the tests.
enum Tester {
  static let name = getenv("VIRTSH_TEST_USER").map { String(cString: $0) }
  static let password = getenv("VIRTSH_TEST_PASSWORD").map { String(cString: $0) }
}

/// What a process has: descriptors, threads and children.
struct Leftovers: Equatable {
  var descriptors = 0
  var threads = 0
  var children = 0

  static func now() -> Leftovers {
    var children = 0
    for thread in names("/proc/self/task") {
      children += text("/proc/self/task/\(thread)/children").split(separator: " ").count
    }
    return Leftovers(descriptors: names("/proc/self/fd").count, threads: names("/proc/self/task").count, children: children)
  }

  /// Waits until no more is there than was; fails after 20 seconds.
  static func wait(for before: Leftovers) async throws {
    for _ in 0..<1000 {
      let now = now()
      if now.descriptors <= before.descriptors, now.threads <= before.threads, now.children <= before.children { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw TooMuch(before: before, now: now())
  }

  private static func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private static func names(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
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

  struct TooMuch: Error {
    let before: Leftovers
    let now: Leftovers
  }
}
