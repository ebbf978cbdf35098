import Glibc

/// A file for the time of a test.
enum TemporaryFile {
  struct CannotWrite: Error {}

  static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw CannotWrite() }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw CannotWrite() }
  }

  static func remove(_ path: String) { unlink(path) }
}
