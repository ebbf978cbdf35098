import LibvirtProtocol

/// An answer that is no answer: the proxy says that it cannot.
enum ProxyRefusal: Int32, Error, Sendable, Hashable {
  /// There is no such domain, or the hypervisor refused.
  case failed = -1
  /// The text does not fit into a message.
  case tooLarge = -2
}

/// Reads the parts of an answer, none beyond its end.
struct ProxyAnswer: Sendable, Hashable {
  let packet: ProxyPacket

  /// Throws ``ProxyRefusal`` where the number says that there is no answer.
  func accepted() throws {
    guard packet.argument < 0 else { return }
    throw ProxyRefusal(rawValue: packet.argument) ?? .failed
  }

  /// Throws ``ProxyViolation`` unless so many bytes follow the header.
  func require(_ count: Int) throws(ProxyViolation) {
    guard packet.extra.count == count else {
      throw violation(6, "\(packet.extra.count) bytes behind the header instead of \(count)")
    }
  }

  /// A number behind the header.
  func integer<Value: FixedWidthInteger>(_ offset: Int, as type: Value.Type = Value.self) throws(ProxyViolation) -> Value {
    ProxyPacket.integer(try bytes(offset, Value.bitWidth / 8))
  }

  func uuid(_ offset: Int) throws(ProxyViolation) -> UUID {
    guard let uuid = UUID(bytes: Array(try bytes(offset, 16))) else { throw violation(ProxyPacket.headerLength + offset, "no UUID") }
    return uuid
  }

  /// The name from `offset` to the zero byte that ends it; the proxy cuts long ones.
  func name(_ offset: Int) throws(ProxyViolation) -> String {
    let name = packet.extra.dropFirst(offset).prefix { $0 != 0 }
    guard !name.isEmpty else { throw violation(ProxyPacket.headerLength + offset, "no name") }
    return String(decoding: name, as: UTF8.self)
  }

  /// All that follows the header, as text. It has no zero byte at its end, but one would end it.
  var text: String { String(decoding: packet.extra.prefix { $0 != 0 }, as: UTF8.self) }

  /// So many bytes behind the header.
  func bytes(_ offset: Int, _ count: Int) throws(ProxyViolation) -> ArraySlice<UInt8> {
    guard offset + count <= packet.extra.count else {
      throw violation(ProxyPacket.headerLength + packet.extra.count, "the message ends, \(offset + count - packet.extra.count) bytes early")
    }
    return packet.extra[offset..<offset + count]
  }

  func violation(_ offset: Int, _ reason: String) -> ProxyViolation {
    ProxyViolation(command: packet.command, offset: offset, reason: reason)
  }
}
