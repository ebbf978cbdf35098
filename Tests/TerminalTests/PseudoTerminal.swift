import Glibc

/// The master's end of a pseudo-terminal, 80 by 24.
final class PseudoTerminal {
  struct Failure: Error {
    let step: String
    let number = errno
  }

  /// Reading from it gives what the program writes; what is written to it is typed.
  let descriptor: Int32
  /// The path of the program's end.
  let name: String

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(step: "open /dev/ptmx") }
    // What unlockpt and ptsname do; Swift's module of the C library hides those.
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(descriptor, 0x4004_5431, &unlocked) == 0, ioctl(descriptor, 0x8004_5430, &number) == 0,
      ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0
    else {
      close(descriptor)
      throw Failure(step: "ioctl")
    }
    name = "/dev/pts/\(number)"
  }

  deinit { close(descriptor) }

  /// The modes that programs see. On Linux the master's end tells them too, even when nobody has the other end open.
  var modes: termios {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    return modes
  }

  /// What is there to read now.
  func readAvailable() -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &block, block.count), count > 0 { bytes += block.prefix(count) }
    return bytes
  }

  /// Another size, which the program hears of.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Types as much as the terminal takes at once, and tells how much that was.
  func offer(_ bytes: ArraySlice<UInt8>) -> Int { max(0, bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }) }

  func type(_ bytes: [UInt8]) throws {
    guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure(step: "write") }
  }
}

extension termios {
  /// All of it, in a form that can be compared.
  var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

  /// Whether the terminal itself edits lines, as it does for ordinary programs.
  var isCooked: Bool { c_lflag & UInt32(ICANON) != 0 && c_lflag & UInt32(ECHO) != 0 && c_lflag & UInt32(ISIG) != 0 }
}
