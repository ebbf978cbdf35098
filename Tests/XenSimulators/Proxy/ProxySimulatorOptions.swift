/// How a simulated proxy behaves.
public struct ProxySimulatorOptions: Sendable {
  /// The abstract name, without the zero byte in front. By default as the program's code spells it.
  public var name = "/tmp/livirt_proxy_conn"
  /// An early proxy: it knows neither OSTYPE nor CAPABILITIES.
  public var isOld = false
  /// There are no domains at all.
  public var hasNoDomains = false
  /// Answers go out in pieces of so many bytes, with a pause between them; 0 for whole ones.
  public var pieces = 0
  /// How many messages with other serials come before each answer.
  public var strays = 0
  /// Commands that are never answered.
  public var silent: Set<UInt16> = []
  /// Commands that fail.
  public var failing: Set<UInt16> = []
  /// Told of each message that comes, before it is answered.
  public var heard: @Sendable (ProxySimulatorRequest) -> Void = { _ in }
  /// Changes what is sent.
  public var rewrite: @Sendable ([UInt8]) -> [UInt8] = { $0 }

  /// A recent proxy without faults.
  public init() {}
}

/// What a simulated proxy tells about.
public struct ProxySimulatorHost: Sendable {
  /// A domain that runs.
  public struct Domain: Sendable {
    /// The number it runs under.
    public var id: Int32
    /// 16 bytes.
    public var uuid: [UInt8]
    /// Its name; answers have no more than 1000 bytes of it.
    public var name: String
    /// Its `virDomainState`.
    public var state: UInt8
    /// The most memory it may have, in KiB.
    public var maxMemory: UInt64
    /// Memory it has now, in KiB.
    public var memory: UInt64
    /// Its virtual CPUs.
    public var vcpus: UInt16
    /// CPU time used, in nanoseconds.
    public var cpuTime: UInt64
    /// What DOMAIN_XML answers.
    public var xml: String
    /// What OSTYPE answers.
    public var osType: String

    /// A domain; memory is in KiB.
    public init(
      id: Int32, uuid: [UInt8], name: String, state: UInt8 = 1, maxMemory: UInt64 = 524_288, memory: UInt64 = 393_216, vcpus: UInt16 = 2,
      cpuTime: UInt64 = 12_345_678_912, xml: String? = nil, osType: String = "linux"
    ) {
      self.id = id
      self.uuid = uuid
      self.name = name
      self.state = state
      self.maxMemory = maxMemory
      self.memory = memory
      self.vcpus = vcpus
      self.cpuTime = cpuTime
      self.xml = xml ?? "<domain type='xen' id='\(id)'>\n  <name>\(name)</name>\n</domain>\n"
      self.osType = osType
    }
  }

  /// The hypervisor's: major * 1,000,000 + minor * 1,000 + release.
  public var version: UInt64 = 3_001_000
  /// The CPU's model.
  public var model = "x86_64"
  /// The host's memory, in KiB.
  public var memory: UInt64 = 4_193_280
  /// CPUs, MHz, nodes, sockets, cores, threads.
  public var counts: [UInt32] = [4, 2400, 1, 2, 2, 1]
  /// What CAPABILITIES answers.
  public var capabilities = "<capabilities>\n  <host><cpu><arch>x86_64</arch></cpu></host>\n</capabilities>\n"
  /// All that runs.
  public var domains: [Domain] = [
    Domain(id: 0, uuid: Array(repeating: 0, count: 16), name: "Domain-0", state: 1, vcpus: 4),
    Domain(
      id: 7, uuid: [0x5a, 0x8b, 0, 1, 0x11, 0x11, 0x42, 0x22, 0x83, 0x33, 0x44, 0x44, 0x44, 0x44, 0x44, 0x44], name: "web1", state: 2),
    Domain(id: 9, uuid: Array(repeating: 9, count: 16), name: "win", state: 3, osType: "hvm"),
  ]

  /// A host with three domains.
  public init() {}
}

/// A message that reached a simulated proxy.
public struct ProxySimulatorRequest: Sendable, Hashable {
  /// Its number in the protocol.
  public var command: UInt16
  /// What the answer is to have too.
  public var serial: UInt16
  /// The 8 bytes at offset 8.
  public var data: [UInt8]
  /// What follows the header.
  public var extra: [UInt8]
  /// The whole message.
  public var bytes: [UInt8]
}
