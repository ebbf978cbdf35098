import CommandLanguage
import Drivers
import Libvirt
import LibvirtProtocol

/// Domains by their states, and what belongs to one. The server filters.
extension Completer {
  static let domains: [String: CompletionSource] = [
    "domain": named([]),
    "domain-active": named(.active),
    "domain-active+has-checkpoint": named([.active, .hasCheckpoint]),
    "domain-has-checkpoint": named(.hasCheckpoint),
    "domain-has-snapshot": named(.hasSnapshot),
    "domain-inactive": named(.inactive),
    "domain-managedsave": named(.managedsave),
    "domain-other": named(.other),
    "domain-paused": named(.paused),
    "domain-persistent": named(.persistent),
    "domain-running": named(.running),
    "domain-shutoff": named(.shutoff),
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

  private static func named(_ flags: ConnectListAllDomainsFlags) -> CompletionSource {
    .asking { completer, _ in try await completer.connection.domains(flags).map(\.name) }
  }

  /// The domain that the line names; throws when it names none, or one that is not there.
  func domain(_ question: CompletionQuestion) async throws -> Domain {
    try await connection.domain(Given(question.raw("domain"), option: "domain"))
  }

  /// The numbers from 0 on. A count that no host has is not believed.
  static func numbers(below count: Int) -> [String] { (0..<min(max(0, count), 4096)).map(String.init) }
}
