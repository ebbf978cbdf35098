import Glibc

/// Why a file was not read.
struct FileFailure: Error, Hashable, CustomStringConvertible {
  let errno: CInt
  var description: String { String(cString: strerror(errno)) }
}

/// Reads whole files of a bounded size.
enum FileContents {
  /// What libvirt reads at most of a certificate's file, in bytes.
  static let certificateLimit = 1 << 16
  /// More than a revocation list of any CA, in bytes.
  static let limit = 1 << 26

  /// Reads a regular file; a larger one fails as it does with libvirt (`EOVERFLOW`).
  static func read(_ path: String, limit: Int = limit) throws(FileFailure) -> [UInt8] {
    // Whoever names a pipe must not make us wait.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFailure(errno: errno) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw FileFailure(errno: EOVERFLOW) }
      bytes += piece.prefix(count)
    }
  }
}
