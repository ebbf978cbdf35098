import Drivers
import LibvirtProtocol
import XDR

extension Connection {
  /// Surveys the domains that `flags` let through.
  ///
  /// What the server has bulk calls for goes out first, together; then, together again, what is asked of each domain: two round
  /// trips, whatever the number of domains and topics. Throws when the domains cannot be listed, or the task is cancelled; what else
  /// fails is left out.
  ///
  /// - Parameter patience: how long the host may look for addresses.
  public func survey(
    _ flags: ConnectListAllDomainsFlags, _ topics: DomainTopics, patience: Duration = .seconds(3)
  ) async throws -> DomainSurvey {
    let listing = send(Remote.connectListAllDomains, 1, flags.rawValue)
    let bulk = BulkAnswers(on: self, topics)
    let domains: [Domain]
    do { domains = try await Self.listed(listing, on: self, flags) } catch {
      bulk.abandon()
      throw error
    }
    var rows = domains.sorted(by: Self.precedes).map { SurveyedDomain($0) }
    await bulk.fill(&rows)
    let batches = SurveyBatches(rows, topics, on: self)
    await batches.fill(&rows)
    let silent = topics.contains(.addresses) ? await batches.fillAddresses(&rows, within: patience) : []
    try Task.checkCancellation()
    return DomainSurvey(domains: rows, silent: silent)
  }
}
