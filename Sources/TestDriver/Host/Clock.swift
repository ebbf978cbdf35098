import Glibc

/// The time since 1970, which most figures of the test host are made of.
enum Clock {
  /// In microseconds.
  static var microseconds: UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return UInt64(clamping: now.tv_sec) * 1_000_000 + UInt64(clamping: now.tv_nsec / 1000)
  }
}
