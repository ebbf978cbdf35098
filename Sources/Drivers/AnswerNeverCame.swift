import LibvirtProtocol

/// A driver's wire was silent for too long, or broke, after a request had left.
///
/// For a call that may have changed something that means ``OutcomeUnknown``; for one that only reads it is the error.
public struct AnswerNeverCame: Error, Sendable {
  /// What is said of a call that only reads.
  public let error: LibvirtError

  /// No answer, with this to say about it.
  public init(_ error: LibvirtError) { self.error = error }

  /// What it means for a call of `procedure`.
  func meaning(for procedure: some AnyProcedure) -> any Error {
    procedure.effect == .changes ? OutcomeUnknown(procedure: procedure.name, reason: error.message) : error
  }
}
