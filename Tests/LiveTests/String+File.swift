import Glibc

extension String {
  /// Writes the text to a file of its own.
  func write(to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw LiveLibvirtd.CannotWrite(path: path) }
    defer { close(descriptor) }
    let bytes = Array(utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw LiveLibvirtd.CannotWrite(path: path) }
  }
}
