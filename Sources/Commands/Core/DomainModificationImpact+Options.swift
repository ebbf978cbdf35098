import LibvirtProtocol

extension DomainModificationImpact {
  /// What `--config`, `--live` and `--current` ask for; nil if none was given.
  init?(config: Bool, live: Bool, current: Bool) {
    guard config || live || current else { return nil }
    self = []
    if config { insert(.config) }
    if live { insert(.live) }
  }
}
