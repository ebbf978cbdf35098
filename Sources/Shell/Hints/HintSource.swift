/// Knows what a user can do about one kind of failure, beyond libvirt's own words.
///
/// A hint states only what its source has checked. Most failures are nobody's: ``concerns(_:in:)`` decides that without asking anyone.
protocol HintSource: Sendable {
  /// Whether the failure is of the kind that the source knows. Must be quick and have no effects.
  func concerns(_ failure: Failure, in scene: Scene) -> Bool

  /// One line, or nil where there is nothing to add. Whatever it throws means the same.
  func hint(about failure: Failure, in scene: Scene) async throws -> String?
}
