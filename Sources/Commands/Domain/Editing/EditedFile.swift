import Glibc

/// The file that a user edits: readable by nobody else, and there until it is removed.
struct EditedFile {
  let path: String

  /// Makes a file with this text in `$TMPDIR`, or `/tmp`; throws virsh's words.
  init(_ text: String) throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/virshXXXXXX.xml".utf8CString)
    // Nobody but the user can read what this makes.
    let descriptor = mkstemps(&name, 4)
    guard descriptor >= 0 else {
      throw CommandFailure("g_mkstemp_full: failed to create temporary file: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = String(cString: strerror(errno))
        close(descriptor)
        remove()
        throw CommandFailure("write: \(path): failed to write to temporary file: \(reason)")
      }
      rest = rest.dropFirst(count)
    }
    close(descriptor)
  }

  /// What the user has made of it, up to a zero byte.
  func read() async throws -> [UInt8] {
    do {
      return Array(try await DefinitionFile.read(path).prefix { $0 != 0 })
    } catch let error as CommandFailure {
      let reason = error.lines.first?.split(separator: ": ").last ?? ""
      throw CommandFailure("\(path): failed to read temporary file: \(reason)", cause: error)
    }
  }

  /// Whether the user has left anything by that name.
  var exists: Bool { access(path, F_OK) == 0 }

  func remove() { unlink(path) }
}
