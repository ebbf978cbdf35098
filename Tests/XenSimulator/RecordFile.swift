import Glibc

/// Where a line is written for each request that comes: for the proxy its number, for xend method, path and operation.
struct RecordFile: Sendable {
  private let descriptor: CInt

  /// Adds to a file, which is there from now on.
  init(_ path: String) throws(UsageError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw UsageError(reason: "--record: \(path) cannot be written") }
  }

  /// Writes a line.
  func add(_ line: String) { say(line, on: descriptor) }
}
