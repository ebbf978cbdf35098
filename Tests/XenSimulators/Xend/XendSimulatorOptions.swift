/// How a simulated xend is to be.
public struct XendSimulatorOptions: Sendable {
  /// Where the unix socket is; none without.
  public var unixPath: String?
  /// The TCP port on ``address``, 0 for any that is free; none without.
  public var port: Int?
  /// An address of this machine.
  public var address = "127.0.0.1"
  /// Which Xen it is, and so what it can and how it says it.
  public var release = XenRelease.v3_4
  /// How many made-up domains run from the start, beside Domain-0.
  public var domains = 0
  /// Decides the order of keys and header lines, which clients must not rely on.
  public var seed: UInt64 = 1
  /// `credit` or `sedf`; nil for what the release has as its own.
  public var scheduler: String?
  /// What the node says its name is.
  public var host = "dom0.lab.example"
  /// Memory of the node in MiB.
  public var memory = 16_384
  /// CPUs of the node.
  public var cpus = 4
  /// How long save, restore, dump and migrate take before they answer.
  public var longOperations = Duration.milliseconds(20)
  /// How long a guest takes to shut down after it was asked to.
  public var guestShutdown = Duration.milliseconds(100)
  /// How long each answer takes at least.
  public var latency = Duration.zero
  /// How many connections may wait to be accepted. xend has 5: with more of them a client that connects to its unix socket without
  /// waiting gets `EAGAIN`.
  public var backlog: Int32 = 5
  /// Told of each request that comes, before it is answered.
  public var heard: @Sendable (XendRequestRecord) -> Void = { _ in }
  /// What goes wrong from the start.
  public var faults: [XendFault] = []

  /// A xend of Xen 3.4 that listens nowhere yet.
  public init(unixPath: String? = nil, port: Int? = nil, release: XenRelease = .v3_4, domains: Int = 0) {
    self.unixPath = unixPath
    self.port = port
    self.release = release
    self.domains = domains
  }
}
