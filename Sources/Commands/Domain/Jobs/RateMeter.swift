import Libvirt

/// How fast a job is, from the figures of the last few seconds.
struct RateMeter {
  private var samples: [(milliseconds: UInt64, bytes: UInt64)] = []
  /// What is older says little about now.
  private static let span: UInt64 = 5000

  /// Bytes a second; nil before two figures with time between them are known.
  mutating func rate(at progress: DomainJobProgress) -> Double? {
    // A job that begins again counts from zero.
    if let last = samples.last, last.milliseconds > progress.elapsed || last.bytes > progress.done { samples = [] }
    samples.append((progress.elapsed, progress.done))
    samples.removeAll { progress.elapsed - $0.milliseconds > Self.span }
    guard let first = samples.first, progress.elapsed > first.milliseconds else {
      return progress.elapsed > 0 && progress.done > 0 ? Double(progress.done) * 1000 / Double(progress.elapsed) : nil
    }
    return Double(progress.done - first.bytes) * 1000 / Double(progress.elapsed - first.milliseconds)
  }
}
