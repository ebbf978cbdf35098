import Drivers
import LibvirtProtocol
import XDR

/// The calls of a survey that answer for one domain each: sent all together, for the domains of which it is not known yet.
struct SurveyBatches {
  /// Calls for some of the rows.
  private struct Batch<Reply: Sendable> {
    let rows: [Int]
    let replies: PendingBatch<Reply>

    /// Each answer with its row; what failed is left out.
    var answers: [(row: Int, reply: Reply)] {
      get async { zip(rows, await replies.results).compactMap { row, result in (try? result.get()).map { (row, $0) } } }
    }
  }

  private let states: Batch<DomainState>
  private let infos: Batch<DomainInfo>
  private let maxVcpus: Batch<Int32>
  private let autostarts: Batch<Int32>
  private let persistences: Batch<Int32>
  private let managedSaves: Batch<Int32>
  private let definitions: Batch<String>
  private let nextDefinitions: Batch<String>
  private let leases: Batch<Bounded<2048, DomainInterface>>
  private let neighbours: Batch<Bounded<2048, DomainInterface>>

  /// Sends what is still to be known.
  init(_ rows: [SurveyedDomain], _ topics: DomainTopics, on connection: Connection) {
    func ask<Reply, each Rest>(
      _ procedure: Procedure<Reply, DomainRef, repeat each Rest>, _ rest: repeat each Rest, where isWanted: (SurveyedDomain) -> Bool
    ) -> Batch<Reply> {
      let wanted = rows.indices.filter { isWanted(rows[$0]) && !rows[$0].domain.ref.isStandIn }
      return Batch(
        rows: wanted,
        replies: connection.send(procedure, forEach: wanted.map { rows[$0].domain.ref }, window: .everything, repeat each rest))
    }
    states = ask(Remote.domainGetState, 0) { topics.contains(.state) && $0.state == nil }
    infos = ask(Remote.domainGetInfo) {
      topics.contains(.processors) && $0.vcpus == nil || topics.contains(.memory) && ($0.memory == nil || $0.maxMemory == nil)
        || topics.contains(.processorTime) && $0.processorTime == nil && $0.domain.id != nil
        || topics.contains(.state) && $0.state == nil
    }
    maxVcpus = ask(Remote.domainGetMaxVcpus) { topics.contains(.processors) && $0.maxVcpus == nil }
    autostarts = ask(Remote.domainGetAutostart) { topics.contains(.autostart) && $0.isAutostarted == nil }
    persistences = ask(Remote.domainIsPersistent) { topics.contains(.persistence) && $0.isPersistent == nil }
    managedSaves = ask(Remote.domainHasManagedSaveImage, 0) { topics.contains(.managedSave) && $0.hasManagedSave == nil }
    let wantsNext = topics.contains(.nextDefinition)
    definitions = ask(Remote.domainGetXmlDesc, 0) { _ in topics.contains(.definition) || wantsNext }
    nextDefinitions = ask(Remote.domainGetXmlDesc, DomainXMLFlags.inactive.rawValue) {
      wantsNext && $0.domain.id != nil && $0.isPersistent != false
    }
    let wantsAddresses = topics.contains(.addresses)
    leases = ask(Remote.domainInterfaceAddresses, UInt32(DomainInterfaceAddressesSource.lease.rawValue), 0) {
      wantsAddresses && $0.domain.id != nil
    }
    neighbours = ask(Remote.domainInterfaceAddresses, UInt32(DomainInterfaceAddressesSource.arp.rawValue), 0) {
      wantsAddresses && $0.domain.id != nil
    }
  }

  /// Adds all answers but the addresses.
  func fill(_ rows: inout [SurveyedDomain]) async {
    for (row, state) in await states.answers { rows[row].state = state }
    for (row, info) in await infos.answers { rows[row].take(info) }
    for (row, count) in await maxVcpus.answers where count > 0 { rows[row].maxVcpus = UInt32(count) }
    for (row, flag) in await autostarts.answers { rows[row].isAutostarted = flag != 0 }
    for (row, flag) in await persistences.answers { rows[row].isPersistent = flag != 0 }
    for (row, flag) in await managedSaves.answers { rows[row].hasManagedSave = flag != 0 }
    for (row, xml) in await definitions.answers { rows[row].xml = xml }
    for (row, xml) in await nextDefinitions.answers where rows[row].isPersistent == true { rows[row].nextXML = xml }
  }

  /// Adds the addresses that come in time; who was silent, and about whom.
  func fillAddresses(
    _ rows: inout [SurveyedDomain], within patience: Duration
  ) async -> [(source: DomainInterfaceAddressesSource, domains: [Domain])] {
    async let neighbours = neighbours.replies.results(within: patience)
    let answers: [(DomainInterfaceAddressesSource, [Int], [Result<Bounded<2048, DomainInterface>, any Error>])] = [
      (.lease, leases.rows, await leases.replies.results(within: patience)), (.arp, self.neighbours.rows, await neighbours),
    ]
    return answers.compactMap { source, asked, results in
      var silent: [Domain] = []
      for (row, result) in zip(asked, results) { if rows[row].take(result, from: source) { silent.append(rows[row].domain) } }
      return silent.isEmpty ? nil : (source, silent)
    }
  }
}

extension SurveyedDomain {
  /// Takes what the statistics did not tell.
  fileprivate mutating func take(_ info: DomainInfo) {
    state = state ?? info.stateAlone
    vcpus = vcpus ?? UInt32(info.nrVirtCpu.rawValue)
    memory = memory ?? info.memory
    maxMemory = maxMemory ?? info.maxMem
    if domain.id != nil { processorTime = processorTime ?? info.cpuTime }
  }
}
