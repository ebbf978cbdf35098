import Testing
import XDR

/// A value of every type that the module can carry, with its wire form written out by hand.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// Reads the type and writes it again.
  let again: @Sendable (inout XDRReader) throws -> [UInt8]
  /// Writes the value.
  let encoded: @Sendable () throws -> [UInt8]
  /// Whether the bytes read as the value.
  let matches: @Sendable () throws -> Bool

  init<Value: XDRCodable & Equatable & Sendable>(_ value: Value, _ bytes: [UInt8]) {
    name = "\(Value.self) \(bytes.count) bytes"
    self.bytes = bytes
    again = { reader in try Value(from: &reader).encoded() }
    encoded = { try value.encoded() }
    matches = { try Value(decoding: bytes) == value }
  }

  var testDescription: String { name }

  static let all: [Sample] = [
    Sample(Int32(-2), [0xff, 0xff, 0xff, 0xfe]),
    Sample(Int32.min, [0x80, 0, 0, 0]),
    Sample(UInt32(0x0102_0304), [1, 2, 3, 4]),
    Sample(UInt32.max, [0xff, 0xff, 0xff, 0xff]),
    Sample(Int64(-1), [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    Sample(UInt64(0x0102_0304_0506_0708), [1, 2, 3, 4, 5, 6, 7, 8]),
    Sample(1.5, [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]),
    Sample(-Double.infinity, [0xff, 0xf0, 0, 0, 0, 0, 0, 0]),
    Sample("", [0, 0, 0, 0]),
    Sample("four", [0, 0, 0, 4, 0x66, 0x6f, 0x75, 0x72]),
    Sample("fünf", [0, 0, 0, 5, 0x66, 0xc3, 0xbc, 0x6e, 0x66, 0, 0, 0]),
    Sample(String?.none, [0, 0, 0, 0]),
    Sample(String?("a"), [0, 0, 0, 1, 0, 0, 0, 1, 0x61, 0, 0, 0]),
    Sample(Int32??.some(nil), [0, 0, 0, 1, 0, 0, 0, 0]),
    Sample([] as Bounded<2, UInt32>, [0, 0, 0, 0]),
    Sample([1, 2] as Bounded<2, UInt32>, [0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]),
    Sample(["a", "bc"] as Bounded<4, String>, [0, 0, 0, 2, 0, 0, 0, 1, 0x61, 0, 0, 0, 0, 0, 0, 2, 0x62, 0x63, 0, 0]),
    Sample([[1], []] as Bounded<2, Bounded<1, Int32>>, [0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]),
    Sample([1, 2, 3, 4, 5] as Opaque<8>, [0, 0, 0, 5, 1, 2, 3, 4, 5, 0, 0, 0]),
    Sample(BoundedChars<4>([0x41, 0x80]), [0, 0, 0, 2, 0, 0, 0, 0x41, 0xff, 0xff, 0xff, 0x80]),
    Sample(FixedChars<3>("xy"), [0, 0, 0, 0x78, 0, 0, 0, 0x79, 0, 0, 0, 0]),
    Sample(XDRChar(rawValue: -1), [0xff, 0xff, 0xff, 0xff]),
    Sample(XDRUChar(rawValue: 255), [0, 0, 0, 0xff]),
    Sample(XDRShort(rawValue: -2), [0xff, 0xff, 0xff, 0xfe]),
    Sample(XDRUShort(rawValue: 65535), [0, 0, 0xff, 0xff]),
    Sample(Nothing(), []),
  ]
}
