import Drivers
import LibvirtProtocol
import XDR

/// The calls of a survey that each answer for all domains at once.
struct BulkAnswers {
  private typealias Names = PendingReply<Listing<16384, DomainRef, UInt32>>
  private typealias Statistics = PendingReply<Bounded<16384, DomainStatsRecord>>
  private typealias Mark = WritableKeyPath<SurveyedDomain, Bool?> & Sendable

  private let connection: Connection
  private let statistics: Statistics?
  /// Listings of the domains that have something, with what they have.
  private let marked: [(mark: Mark, names: Names)]

  init(on connection: Connection, _ topics: DomainTopics) {
    self.connection = connection
    let types = Self.types(topics)
    // A domain that is busy is not waited for.
    statistics =
      types.isEmpty
      ? nil
      : connection.send(
        Remote.connectGetAllDomainStats, [], types.rawValue,
        types == .state ? 0 : ConnectGetAllDomainStatsFlags.nowait.rawValue)
    var marks: [(Mark, ConnectListAllDomainsFlags)] = []
    if topics.contains(.autostart) { marks.append((\.isAutostarted, .autostart)) }
    if topics.contains(.persistence) || topics.contains(.nextDefinition) { marks.append((\.isPersistent, .persistent)) }
    if topics.contains(.managedSave) { marks.append((\.hasManagedSave, .managedsave)) }
    if topics.contains(.snapshots) { marks.append((\.hasSnapshots, .hasSnapshot)) }
    marked = marks.map { ($0, connection.send(Remote.connectListAllDomains, 1, $1.rawValue)) }
  }

  private static func types(_ topics: DomainTopics) -> DomainStatsTypes {
    var types: DomainStatsTypes = []
    if topics.contains(.state) { types.insert(.state) }
    if topics.contains(.processors) { types.insert(.vcpu) }
    if topics.contains(.memory) { types.insert(.balloon) }
    if topics.contains(.processorTime) { types.insert(.cpuTotal) }
    return types
  }

  /// Nobody wants to know any more.
  func abandon() {
    statistics?.abandon()
    for (_, names) in marked { names.abandon() }
  }

  /// Adds what the server said; what it did not say stays nil.
  func fill(_ rows: inout [SurveyedDomain]) async {
    var records: [UUID: DomainStatsRecord] = [:]
    for record in (try? await statistics?.value) ?? [] { records[record.dom.uuid] = record }
    for index in rows.indices {
      if let record = records[rows[index].domain.uuid] { rows[index].take(record.params) }
    }
    for (mark, names) in marked {
      guard let having = try? await names.value else { continue }
      let uuids = Set(having.elements.map(\.uuid))
      for index in rows.indices where !rows[index].domain.ref.isStandIn {
        rows[index][keyPath: mark] = uuids.contains(rows[index].domain.uuid)
      }
    }
  }
}

extension SurveyedDomain {
  /// Takes the statistics that it has a place for.
  fileprivate mutating func take(_ parameters: some Sequence<TypedParameter>) {
    var reason: Int32 = 0
    var number: Int32?
    for parameter in parameters {
      switch (parameter.field, parameter.value) {
      case ("state.state", .int(let value)): number = value
      case ("state.reason", .int(let value)): reason = value
      case ("vcpu.current", .uint(let value)): vcpus = value
      case ("vcpu.maximum", .uint(let value)): maxVcpus = value
      case ("balloon.current", .ullong(let value)): memory = value
      case ("balloon.maximum", .ullong(let value)): maxMemory = value
      // What remains of a domain that has ended is no time of its own.
      case ("cpu.time", .ullong(let value)) where domain.id != nil: processorTime = value
      default: continue
      }
    }
    state = number.map { DomainState(state: $0, reason: reason) }
  }
}
