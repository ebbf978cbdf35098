import CommandLanguage
import Glibc

/// The file of `-l`: every message with the time and the process, appended.
public final class LogFile: Sendable {
  private let descriptor: Int32
  private let name: String

  /// Opens the file for appending, making it (0644) if need be; throws virsh's words.
  public init(path: String, programName: String) throws(UsageError) {
    name = programName
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw UsageError("failed to open the log file. check the log file path") }
  }

  deinit { close(descriptor) }

  /// Appends a message.
  func append(_ message: [UInt8]) {
    var time = time(nil)
    var parts = tm()
    localtime_r(&time, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900).\(two(parts.tm_mon + 1)).\(two(parts.tm_mday))"
    let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    var text = String(decoding: message, as: UTF8.self)
    if text.hasPrefix("error: ") { text.removeFirst(7) }
    if !text.hasSuffix("\n") { text += "\n" }
    let line = Array("[\(date) \(clock) \(name) \(getpid())] ERROR \(text)".utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
