import Glibc

/// An open file that is nothing but a file: opening it never waits, as it might for a pipe or a device.
final class RegularFile {
  let descriptor: Int32

  /// Nil if it cannot be opened so, or is something else. A new file is readable by its owner alone from the first byte on.
  init?(_ path: String, _ flags: Int32) {
    descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard descriptor >= 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  var status: stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }

  var size: Int { Int(status.st_size) }

  /// The last `count` bytes, or all there are.
  func read(last count: Int) -> [UInt8] {
    let size = size
    var offset = max(0, size - count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size - offset)
    var block = [UInt8](repeating: 0, count: 65536)
    while offset < size {
      let got = pread(descriptor, &block, min(block.count, size - offset), off_t(offset))
      if got <= 0 { break }
      bytes += block.prefix(got)
      offset += got
    }
    return bytes
  }

  /// Adds bytes at the end; on a full disk none of them.
  func append(_ bytes: [UInt8]) -> Bool {
    let before = size
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      ftruncate(descriptor, off_t(before))
      return false
    }
    return true
  }
}
