import Glibc

/// A folder that is gone, with what it holds, when nobody needs it any more.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/virtsh-terminal-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw PseudoTerminal.Failure(step: "mkdtemp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    // A link is removed, never what it points at.
    guard unlink(path) != 0, let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { removeAll("\(path)/\(name)") }
    }
    closedir(directory)
    rmdir(path)
  }
}

extension TemporaryFolder {
  /// Writes a file in it, replacing what was there.
  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw PseudoTerminal.Failure(step: "open \(name)") }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw PseudoTerminal.Failure(step: "write \(name)") }
  }

  /// What a file in it holds; nil if there is none.
  func read(_ name: String) -> String? {
    let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while case let count = Glibc.read(file, &block, block.count), count > 0 { bytes += block.prefix(count) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A file's or folder's permissions.
  func mode(of name: String) -> mode_t {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
