import NIOCore

extension Duration {
  /// Whole nanoseconds, 0 for less than that, about 292 years for more than fit.
  public var clampedNanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    guard seconds < Int64.max / 1_000_000_000 else { return UInt64(Int64.max) }
    return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
  }
}

extension NIODeadline {
  /// The same moment on the event loop's clock.
  public init(_ instant: ContinuousClock.Instant) {
    self = .now() + .nanoseconds(Int64(clamping: ContinuousClock.now.duration(to: instant).clampedNanoseconds))
  }
}
