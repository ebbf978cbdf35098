import Glibc

extension String {
  /// Writes the text to a file of its own.
  public func write(to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CannotWrite(path: path) }
    defer { close(descriptor) }
    let bytes = Array(utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw CannotWrite(path: path) }
  }

  /// What the file of this path holds; empty if there is none.
  public var contents: String {
    let descriptor = open(self, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while case let count = read(descriptor, &piece, piece.count), count > 0 { bytes += piece.prefix(count) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A file could not be written.
  public struct CannotWrite: Error {
    let path: String
  }
}
