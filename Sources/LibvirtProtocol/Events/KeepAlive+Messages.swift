import XDR

/// All of them.
extension KeepAlive {
  /// Asks the other side for a sign of life.
  public static let ping = EventMessage(1, "ping", Nothing.self, program: .keepAlive)
  /// Answers a `ping`.
  public static let pong = EventMessage(2, "pong", Nothing.self, program: .keepAlive)
}
