import CLibedit
import Glibc

/// Ends a wait in `poll` from another thread.
final class WakeUp: Sendable {
  /// Readable once the wait is to end.
  let descriptor = cedit_eventfd()

  deinit { close(descriptor) }

  func fire() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }
}
