import LibvirtProtocol
import XDR

/// A question for the proxy, and how its answer is read.
struct ProxyQuestion<Answer: Sendable>: Sendable {
  let command: ProxyCommand
  var argument: Int32 = 0
  var extra: [UInt8] = []
  /// Throws ``ProxyViolation`` for what cannot be an answer, ``ProxyRefusal`` where the proxy has none.
  let read: @Sendable (ProxyAnswer) throws -> Answer

  /// The question as it is sent.
  func packet(serial: UInt16) -> ProxyPacket {
    // The upper half of the number stays zero.
    ProxyPacket(command: command.rawValue, serial: serial, number: UInt64(UInt32(bitPattern: argument)), extra: extra)
  }
}

extension ProxyQuestion where Answer == Void {
  /// Asks for nothing but an answer: the greeting.
  static var none: Self { Self(command: .none) { try $0.require(0) } }
}

extension ProxyQuestion where Answer == UInt64 {
  /// The hypervisor's version: major * 1,000,000 + minor * 1,000 + release.
  static var version: Self { Self(command: .version) { try positive($0) } }

  /// The most memory that a domain may have, in KiB.
  static func maxMemory(_ id: Int32) -> Self { Self(command: .maxMemory, argument: id) { try positive($0) } }

  /// A number of 64 bits, which has no other way to say that there is none but to be nothing.
  private static func positive(_ answer: ProxyAnswer) throws -> UInt64 {
    try answer.require(0)
    let number = Int64(bitPattern: answer.packet.number)
    guard number > 0 else { throw ProxyRefusal.failed }
    return UInt64(number)
  }
}

extension ProxyQuestion where Answer == NodeInfo {
  static var nodeInfo: Self {
    Self(command: .nodeInfo) { answer in
      try answer.accepted()
      try answer.require(64)
      let model = try answer.bytes(0, 32).prefix { $0 != 0 }
      func count(_ offset: Int) throws -> Int32 { Int32(clamping: try answer.integer(offset, as: UInt32.self)) }
      return NodeInfo(
        model: FixedChars(String(decoding: model, as: UTF8.self)), memory: try answer.integer(32), cpus: try count(40), mhz: try count(44),
        nodes: try count(48), sockets: try count(52), cores: try count(56), threads: try count(60))
    }
  }
}

extension ProxyQuestion where Answer == [Int32] {
  /// The numbers of the domains that run. None is also what a proxy answers that could not find out.
  static var list: Self {
    Self(command: .list) { answer in
      try answer.accepted()
      try answer.require(4 * Int(answer.packet.argument))
      return try (0..<Int(answer.packet.argument)).map { try answer.integer(4 * $0) }
    }
  }
}

extension ProxyQuestion where Answer == Int32 {
  static var numberOfDomains: Self {
    Self(command: .numberOfDomains) { answer in
      try answer.accepted()
      try answer.require(0)
      return answer.packet.argument
    }
  }
}

extension ProxyQuestion where Answer == DomainRef {
  static func lookup(id: Int32) -> Self {
    Self(command: .lookupID, argument: id) { answer in
      try answer.accepted()
      return DomainRef(name: try answer.name(16), uuid: try answer.uuid(0), id: id)
    }
  }

  static func lookup(uuid: UUID) -> Self {
    Self(command: .lookupUUID, extra: uuid.bytes) { answer in
      try answer.accepted()
      return DomainRef(name: try answer.name(0), uuid: uuid, id: answer.packet.argument)
    }
  }

  /// Nil for a name that is too long to be asked for, or that no domain can have.
  static func lookup(name: String) -> Self? {
    let bytes = Array(name.utf8)
    guard (1..<1000).contains(bytes.count), !bytes.contains(0) else { return nil }
    return Self(command: .lookupName, extra: bytes + [0]) { answer in
      try answer.accepted()
      try answer.require(16)
      return DomainRef(name: name, uuid: try answer.uuid(0), id: answer.packet.argument)
    }
  }
}

extension ProxyQuestion where Answer == DomainInfo {
  static func info(_ id: Int32) -> Self {
    Self(command: .domainInfo, argument: id) { answer in
      try answer.accepted()
      try answer.require(40)
      return DomainInfo(
        state: XDRUChar(rawValue: try answer.integer(0)), maxMem: try answer.integer(8), memory: try answer.integer(16),
        nrVirtCpu: XDRUShort(rawValue: try answer.integer(24)), cpuTime: try answer.integer(32))
    }
  }
}

extension ProxyQuestion where Answer == String {
  static func xml(_ id: Int32) -> Self { text(.domainXML, id) }
  static func osType(_ id: Int32) -> Self { text(.osType, id) }
  static var capabilities: Self { text(.capabilities, 0) }

  private static func text(_ command: ProxyCommand, _ id: Int32) -> Self {
    Self(command: command, argument: id) { answer in
      try answer.accepted()
      guard !answer.text.isEmpty else { throw answer.violation(ProxyPacket.headerLength, "no text") }
      return answer.text
    }
  }
}
