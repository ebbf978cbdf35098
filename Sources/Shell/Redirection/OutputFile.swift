import CommandLanguage
import Commands
import Glibc

/// A file that takes a command's answer.
///
/// It is opened before the command runs, so that nothing is done for an answer that cannot be kept. An ordinary file keeps what it
/// has until the whole answer is there: that is written to another file beside it, which then takes its name. Where this cannot
/// be (the file is somebody else's, has several names, or its folder takes no new file), the file itself is emptied and
/// written, but only then; devices and pipes are written as they are.
struct OutputFile {
  /// The name as it was typed.
  let path: String
  /// What is written to.
  private(set) var descriptor: Int32 = -1
  /// The file beside it, and the name that this will have.
  private var beside: (path: String, target: String)?
  private var isToBeEmptied = false

  /// Opens the file; throws the system's reason.
  init(_ file: Destination.File) throws(CommandFailure) {
    path = file.path
    var status = stat()
    if file.isAppended {
      descriptor = try opened(O_APPEND | O_CREAT)
    } else if path.hasPrefix("/dev/") {
      // `/dev/stdout` may well be an ordinary file.
      descriptor = try opened(O_APPEND)
    } else if stat(path, &status) == 0 {
      descriptor = try opened(0)
      guard status.st_mode & S_IFMT == S_IFREG else { return }
      isToBeEmptied = true
      guard status.st_uid == geteuid(), status.st_nlink == 1, let target = Self.resolved(path) else { return }
      writeBeside(target, mode: status.st_mode & 0o7777)
    } else if lstat(path, &status) == 0 || !writeBeside(path, mode: nil) {
      // A link that points nowhere, or a folder that says itself what is wrong.
      descriptor = try opened(O_CREAT)
    }
  }

  /// Makes room: what is written from now on is the answer.
  mutating func begin() {
    if isToBeEmptied { ftruncate(descriptor, 0) }
    isToBeEmptied = false
  }

  /// Puts the answer, or as much as there is of it, where the name leads to.
  mutating func publish() throws(CommandFailure) {
    begin()
    guard let beside else { return }
    guard rename(beside.path, beside.target) == 0 else { throw failure("write") }
    self.beside = nil
  }

  /// Closes the file. An answer that was not published is forgotten.
  mutating func close() throws(CommandFailure) {
    guard descriptor >= 0 else { return }
    let isClosed = Glibc.close(descriptor) == 0
    descriptor = -1
    if let beside { unlink(beside.path) }
    beside = nil
    if !isClosed { throw failure("write") }
  }

  /// What the system says about an attempt.
  func failure(_ verb: String) -> CommandFailure {
    CommandFailure("cannot \(verb) '\(path)': \(String(cString: strerror(errno)))")
  }

  private func opened(_ flags: Int32) throws(CommandFailure) -> Int32 {
    // Read and write for all, less what the user's mask takes away.
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags, 0o666)
    guard descriptor >= 0 else { throw failure("open") }
    return descriptor
  }

  @discardableResult
  private mutating func writeBeside(_ target: String, mode: mode_t?) -> Bool {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let name = "\(folder).virtsh-\(String(UInt32.random(in: 0 ... .max), radix: 16))"
    let other = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard other >= 0 else { return false }
    if let mode { fchmod(other, mode) }
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    descriptor = other
    beside = (name, target)
    isToBeEmptied = false
    return true
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
