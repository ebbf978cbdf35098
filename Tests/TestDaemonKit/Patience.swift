import Glibc

/// How long tests wait for what must come: longer than any machine is slow, so that only what hangs is given up.
public enum Patience {
  /// The limit of everything that is waited for.
  public static let limit = Duration.seconds(300)

  /// Waits until something is so; false when it does not come to be.
  public static func waits(
    every pause: Duration = .milliseconds(10), until isSo: () async throws -> Bool
  ) async throws -> Bool {
    let end = ContinuousClock.now + limit
    while try await !isSo() {
      guard .now < end else { return false }
      try await Task.sleep(for: pause)
    }
    return true
  }

  /// The fewest round trips of several tries, of which the first that needs no more than `wanted` is the last.
  ///
  /// Who does not get the processor for a round trip's time says the next word too late, which counts as one trip more. So each
  /// try has longer trips: `count` is given the delay of one way, in milliseconds.
  public static func fewestRoundTrips(wanted: Int, _ count: (_ delay: Int) async throws -> Int) async throws -> Int {
    var fewest = Int.max
    for delay in [20, 50, 100, 200, 400, 800] where fewest > wanted { fewest = min(fewest, try await count(delay)) }
    return fewest
  }
}
