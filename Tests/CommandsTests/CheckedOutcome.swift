import Glibc
import Presentation

extension Outcome {
  /// The outcome itself, unless it failed.
  func checked() throws -> Outcome {
    guard succeeded else { throw Failed(texts: diagnostics.map(\.text)) }
    return self
  }

  struct Failed: Error {
    let texts: [String]
  }
}

struct CannotWrite: Error {}

/// Writes a new file.
func write(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
  guard descriptor >= 0 else { throw CannotWrite() }
  defer { close(descriptor) }
  guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw CannotWrite() }
}

/// Removes a file.
func remove(_ path: String) { unlink(path) }
