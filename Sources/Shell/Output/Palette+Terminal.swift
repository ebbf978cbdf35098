import CommandLanguage
import Glibc
import Presentation

extension Palette {
  /// The palette for a descriptor of this process: as the terminal and the user's variables have it, and plain in virsh's ways.
  init(for descriptor: Int32, _ dialect: Dialect) {
    guard dialect == .virtsh else {
      self = .plain
      return
    }
    self.init(isTerminal: isatty(descriptor) == 1) { name in getenv(name).map { String(cString: $0) } }
  }
}
