import Glibc
import LibvirtProtocol

/// The file of a saved guest of the test driver: a mark, the length of the definition (32 bits, little-endian), the definition.
enum SavedGuest {
  private static let mark = Array("TestGuestMagic\0".utf8)
  /// The longest definition that is read.
  private static let limit = 8192

  /// Writes a guest's definition. Only the owner may read the file.
  ///
  /// - Throws: libvirt's errors, with the system's reason.
  static func write(_ xml: String, of name: String, to path: String) throws {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("saving domain '\(name)' to '\(path)': open failed") }
    let length = UInt32(clamping: xml.utf8.count)
    let bytes = mark + (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(xml.utf8)
    guard put(bytes, on: descriptor) else {
      let error = failure("saving domain '\(name)' to '\(path)': write failed")
      close(descriptor)
      unlink(path)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure("saving domain '\(name)' to '\(path)': write failed") }
  }

  /// The definition in a file, however large the file may be.
  ///
  /// - Throws: libvirt's errors for a file that cannot be read, is cut short, or is none of a saved guest.
  static func read(_ path: String) throws -> String {
    // Whoever names a pipe must not make us wait.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure("cannot read domain image '\(path)'") }
    defer { close(descriptor) }
    guard let start = get(mark.count, from: descriptor) else { throw failure("incomplete save header in '\(path)'") }
    guard start == mark else { throw LibvirtError.internalError("mismatched header magic", .test) }
    guard let word = get(4, from: descriptor) else { throw failure("failed to read metadata length in '\(path)'") }
    let length = word.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard (1...limit).contains(length) else { throw LibvirtError.internalError("length of metadata out of range", .test) }
    guard let bytes = get(length, from: descriptor) else { throw failure("incomplete metadata in '\(path)'") }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Writes what a guest's memory looks like on the test host: nothing but the mark.
  static func dump(_ name: String, to path: String) throws {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("domain '\(name)' coredump: failed to open \(path)") }
    let isWritten = put(mark, on: descriptor)
    let error = failure("domain '\(name)' coredump: failed to write header to \(path)")
    guard close(descriptor) == 0, isWritten else { throw error }
  }

  private static func put(_ bytes: [UInt8], on descriptor: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// So many bytes; nil where there are fewer, with the system's reason in `errno`, 0 for the end of the file.
  private static func get(_ count: Int, from descriptor: CInt) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while bytes.count < count {
      errno = 0
      let got = Glibc.read(descriptor, &buffer, count - bytes.count)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      bytes += buffer.prefix(got)
    }
    return bytes
  }

  private static func failure(_ text: String) -> LibvirtError {
    LibvirtError(code: .systemError, domain: .test, message: "\(text): \(String(cString: strerror(errno)))")
  }
}
