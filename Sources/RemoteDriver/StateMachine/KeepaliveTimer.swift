/// When to send a sign of life and when to give a peer up: libvirt's rule.
///
/// After each interval of silence a ping goes out, `count` of them at most; one more interval of silence is the end. The
/// time is measured from the last ping when a tick comes late, so that a suspended host does not end its connections.
struct KeepaliveTimer: Sendable {
  enum Step: Sendable { case wait, ping, dead }

  private let interval: Duration
  private let count: Int
  private var since: Duration
  private var unanswered = 0

  /// A timer that starts `now`.
  init(interval: Duration, count: Int, now: Duration) {
    self.interval = interval
    self.count = count
    since = now
  }

  /// When the next step is due.
  var due: Duration { since + interval }

  /// The peer has sent something.
  mutating func heard(now: Duration) {
    since = now
    unanswered = 0
  }

  /// What to do `now`.
  mutating func tick(now: Duration) -> Step {
    guard now >= due else { return .wait }
    guard unanswered < count else { return .dead }
    unanswered += 1
    since = now
    return .ping
  }
}
