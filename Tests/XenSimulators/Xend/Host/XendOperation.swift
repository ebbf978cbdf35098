/// An operation that a POST names.
struct XendOperation: Sendable {
  /// Carries it out on the domain of the uuid; the directory's have none.
  typealias Body = @Sendable (isolated XendHost, String, OperationArguments) async throws -> HTTPReply

  let since: XenRelease
  /// The status with which a thread's failures are told; nil for those that run in none.
  private let failureStatus: Int?
  let run: Body

  private init(_ since: XenRelease = .v3_0_2, threadStatus: Int? = nil, _ run: @escaping Body) {
    self.since = since
    failureStatus = threadStatus
    self.run = run
  }

  /// Whether it answers when it is over, and tells failures as if it had none.
  var isThreaded: Bool { failureStatus != nil }
  var threadStatus: Int { failureStatus ?? 500 }

  /// Those of `/xend/domain`.
  static let ofDirectory: [String: XendOperation] = [
    "create": .init { host, _, arguments in try host.create(arguments) },
    "new": .init(.v3_0_4) { host, _, arguments in try host.define(arguments) },
    "restore": .init(threadStatus: 200) { host, _, arguments in try await host.restore(arguments) },
  ]

  /// Those of a domain.
  static let ofDomain: [String: XendOperation] = [
    "pause": .init { host, uuid, _ in try host.pause(uuid) },
    "unpause": .init { host, uuid, _ in try host.unpause(uuid) },
    "shutdown": .init { host, uuid, arguments in try host.shutdown(uuid, arguments) },
    "destroy": .init { host, uuid, _ in try host.destroy(uuid) },
    "start": .init(.v3_0_4) { host, uuid, _ in try host.start(uuid) },
    "delete": .init(.v3_0_4) { host, uuid, _ in try host.delete(uuid) },
    "rename": .init { host, uuid, arguments in try host.rename(uuid, arguments) },
    "sysrq": .init { host, uuid, arguments in try host.sendKey(uuid, arguments) },
    "reset": .init(.v3_3) { host, uuid, _ in try host.reset(uuid) },
    "wait_for_devices": .init { _, _, _ in .accepted },
    "save": .init(threadStatus: 202) { host, uuid, arguments in try await host.save(uuid, arguments) },
    "dump": .init(.v3_0_4, threadStatus: 202) { host, uuid, arguments in try await host.dump(uuid, arguments) },
    "migrate": .init(threadStatus: 200) { host, uuid, arguments in try await host.migrate(uuid, arguments) },
    "maxmem_set": .init { host, uuid, arguments in try host.setMaximumMemory(uuid, arguments) },
    "mem_target_set": .init { host, uuid, arguments in try host.setMemory(uuid, arguments) },
    "set_vcpus": .init { host, uuid, arguments in try host.setVcpus(uuid, arguments) },
    "pincpu": .init { host, uuid, arguments in try host.pin(uuid, arguments) },
    "domain_sched_credit_get": .init(.v3_0_3) { host, uuid, _ in try host.credit(uuid) },
    "domain_sched_credit_set": .init(.v3_0_3) { host, uuid, arguments in try host.setCredit(uuid, arguments) },
    "cpu_sedf_get": .init { host, uuid, _ in try host.sedf(uuid) },
    "cpu_sedf_set": .init { host, uuid, arguments in try host.setSedf(uuid, arguments) },
    "device_create": .init { host, uuid, arguments in try host.createDevice(uuid, arguments) },
    "device_configure": .init { host, uuid, arguments in try host.configureDevice(uuid, arguments) },
    "device_destroy": .init { host, uuid, arguments in try host.destroyDevice(uuid, arguments) },
    "devices": .init { host, uuid, arguments in try host.devices(uuid, arguments) },
  ]
}
