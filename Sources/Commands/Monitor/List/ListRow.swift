import Libvirt

/// A domain in a wide list: what the survey found, and what its XML says.
struct ListRow: Sendable {
  let domain: SurveyedDomain
  let outline: DomainOutline?
  /// What waits for the next start; nil where nothing can wait, or it is not known.
  let pending: [String]?
  /// Whether a saved state shows as the state.
  let marksSaved: Bool

  init(_ domain: SurveyedDomain, outline: DomainOutline?, wantsPending: Bool, marksSaved: Bool = false) {
    self.domain = domain
    self.marksSaved = marksSaved
    self.outline = outline
    pending =
      if wantsPending, let running = domain.xml, let next = domain.nextXML {
        PendingChanges.between(running: running, next: next)
      } else {
        nil
      }
  }
}
