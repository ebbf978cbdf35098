/// One of several things with which a command failed.
public struct FailedPart: Sendable {
  /// Its name.
  public let name: String
  /// What came of the command for it.
  public let outcome: Outcome

  /// What came of a command for the thing of that name.
  public init(name: String, outcome: Outcome) {
    self.name = name
    self.outcome = outcome
  }
}
