import Glibc

/// Why a file was not read.
public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system's number.
  public let errno: CInt
  /// Whether it was opened before it failed.
  public let isOpen: Bool

  /// In the system's words.
  public var description: String { String(cString: strerror(errno)) }
}

/// Reads whole files of a bounded size.
public enum FileContents {
  /// Reads a file of at most `limit` bytes; a larger one fails as it does with libvirt (`EOVERFLOW`).
  public static func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    // Whoever names a pipe must not make us wait.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(errno: errno, isOpen: false) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFailure(errno: errno, isOpen: true) }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw FileFailure(errno: EOVERFLOW, isOpen: true) }
      bytes += piece.prefix(count)
    }
  }

  /// The names in a folder, sorted; empty where it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether there is a regular file at a path.
  public static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
