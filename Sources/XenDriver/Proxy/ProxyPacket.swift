/// A message of the proxy's protocol, a question or its answer.
///
/// A header of 16 bytes, then up to 4080 more. Both sides are on one host and use its own layout, here that of 64-bit x86 and ARM:
/// little-endian, `long` has 8 bytes.
struct ProxyPacket: Sendable, Hashable {
  /// The version of the protocol; there was only one.
  static let version: UInt16 = 1
  static let headerLength = 16
  /// The longest message, its header included.
  static let maximumLength = 4096

  var command: UInt16
  /// Tells answers apart: the answer has the question's.
  var serial: UInt16
  /// The 8 bytes that hold a number, of 32 bits (``argument``) or of 64.
  var number: UInt64 = 0
  var extra: [UInt8] = []

  /// The number as one of 32 bits. The other half is whatever the sender had there.
  var argument: Int32 { Int32(truncatingIfNeeded: number) }

  /// The whole message. `extra` must not be longer than the protocol allows.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headerLength + extra.count)
    for half in [Self.version, command, serial, UInt16(clamping: Self.headerLength + extra.count)] { Self.append(half, to: &bytes) }
    Self.append(number, to: &bytes)
    return bytes + extra
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// A number in little-endian order. There must be as many bytes.
  static func integer<Value: FixedWidthInteger>(_ bytes: some Sequence<UInt8>) -> Value {
    bytes.reversed().reduce(into: Value.zero) { $0 = $0 << 8 | Value(truncatingIfNeeded: $1) }
  }
}

/// The proxy broke its protocol: which answer, where in it, and how.
struct ProxyViolation: Error, Sendable, Hashable, CustomStringConvertible {
  /// The command that the message names.
  let command: UInt16
  /// The byte of the message, from 0.
  let offset: Int
  let reason: String

  var description: String {
    let name = ProxyCommand(rawValue: command).map { "\($0)" } ?? "\(command)"
    return "answer of the proxy to command \(name), byte \(offset): \(reason)"
  }
}
