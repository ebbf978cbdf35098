import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol

/// Domains by their states, and what belongs to one. The server filters.
extension Completer {
  static let domains: [String: CompletionSource] = named.merging(inDomains) { one, _ in one }

  /// Which domains a command makes sense for, by what is declared at its option.
  static let domainKinds: [String: ConnectListAllDomainsFlags] = [
    "domain": [],
    "domain-active": .active,
    "domain-active+has-checkpoint": [.active, .hasCheckpoint],
    "domain-has-checkpoint": .hasCheckpoint,
    "domain-has-snapshot": .hasSnapshot,
    "domain-inactive": .inactive,
    "domain-managedsave": .managedsave,
    "domain-other": .other,
    "domain-paused": .paused,
    "domain-persistent": .persistent,
    "domain-running": .running,
    "domain-shutoff": .shutoff,
  ]

  private static let named = domainKinds.mapValues { flags -> CompletionSource in
    .asking { completer, _ in try await completer.connection.domains(fitting: flags).map(\.name) }
  }

  private static let inDomains: [String: CompletionSource] = [
    "domain-uuid": .asking { completer, _ in
      try await completer.connection.domains().map { "\($0.uuid)" }
    },
    "snapshot": .asking("domain") { completer, question in
      let domain = try await completer.domain(question)
      return try await domain.connection.call(Remote.domainListAllSnapshots, domain.ref, 1, 0).elements.map(\.name)
    },
    "checkpoint": .asking("domain") { completer, question in
      let domain = try await completer.domain(question)
      return try await domain.connection.call(Remote.domainListAllCheckpoints, domain.ref, 1, 0).elements.map(\.name)
    },
    "domain-fs-mountpoints": .asking("domain") { completer, question in
      let domain = try await completer.domain(question)
      return try await domain.connection.call(Remote.domainGetFsinfo, domain.ref, 0).elements.map(\.mountpoint)
    },
    "domain-io-thread-id": .asking("domain") { completer, question in
      let domain = try await completer.domain(question)
      return try await domain.connection.call(Remote.domainGetIothreadInfo, domain.ref, 0).elements.map { "\($0.iothreadId)" }
    },
    "domain-vcpulist-via-agent": .asking("domain", isList: true) { completer, question in
      let domain = try await completer.domain(question)
      let count = try await domain.connection.call(Remote.domainGetVcpusFlags, domain.ref, DomainVcpuFlags.guest.rawValue)
      return numbers(below: Int(count))
    },
  ]

  /// The domain that the line names; throws when it names none, or one that is not there.
  func domain(_ question: CompletionQuestion) async throws -> Domain {
    try await connection.domain(Given(question.raw("domain"), option: "domain"))
  }

  /// The numbers from 0 on. A count that no host has is not believed.
  static func numbers(below count: Int) -> [String] { (0..<min(max(0, count), 4096)).map(String.init) }
}
