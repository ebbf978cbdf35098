// libvirt's C library writes `char`, `unsigned char`, `short` and `unsigned short` as four bytes each, in arrays too; RFC 4506 has
// none of them. A signed one is sign-extended. A reader keeps the low bits only, since peers differ in the others.

/// libvirt's `char`: 8 bits, signed, in four bytes.
@frozen
public struct XDRChar: RawRepresentable, XDREncodable, XDRDecodable, Hashable, Sendable {
  /// The number: -128 to 127.
  public var rawValue: Int8

  /// A wire form for a number.
  @inlinable public init(rawValue: Int8) { self.rawValue = rawValue }

  /// Reads four bytes and keeps the low 8 bits.
  @inlinable
  public init(from reader: inout XDRReader) throws { rawValue = Int8(truncatingIfNeeded: try reader.readWord()) }

  /// Appends the sign-extended number.
  @inlinable
  public func encode(into writer: inout XDRWriter) { writer.append(UInt32(bitPattern: Int32(rawValue))) }
}

/// libvirt's `unsigned char`: 8 bits in four bytes.
@frozen
public struct XDRUChar: RawRepresentable, XDREncodable, XDRDecodable, Hashable, Sendable {
  /// The number: 0 to 255.
  public var rawValue: UInt8

  /// A wire form for a number.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads four bytes and keeps the low 8 bits.
  @inlinable
  public init(from reader: inout XDRReader) throws { rawValue = UInt8(truncatingIfNeeded: try reader.readWord()) }

  /// Appends the number.
  @inlinable
  public func encode(into writer: inout XDRWriter) { writer.append(UInt32(rawValue)) }
}

/// libvirt's `short`: 16 bits, signed, in four bytes.
@frozen
public struct XDRShort: RawRepresentable, XDREncodable, XDRDecodable, Hashable, Sendable {
  /// The number: -32768 to 32767.
  public var rawValue: Int16

  /// A wire form for a number.
  @inlinable public init(rawValue: Int16) { self.rawValue = rawValue }

  /// Reads four bytes and keeps the low 16 bits.
  @inlinable
  public init(from reader: inout XDRReader) throws { rawValue = Int16(truncatingIfNeeded: try reader.readWord()) }

  /// Appends the sign-extended number.
  @inlinable
  public func encode(into writer: inout XDRWriter) { writer.append(UInt32(bitPattern: Int32(rawValue))) }
}

/// libvirt's `unsigned short`: 16 bits in four bytes.
@frozen
public struct XDRUShort: RawRepresentable, XDREncodable, XDRDecodable, Hashable, Sendable {
  /// The number: 0 to 65535.
  public var rawValue: UInt16

  /// A wire form for a number.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Reads four bytes and keeps the low 16 bits.
  @inlinable
  public init(from reader: inout XDRReader) throws { rawValue = UInt16(truncatingIfNeeded: try reader.readWord()) }

  /// Appends the number.
  @inlinable
  public func encode(into writer: inout XDRWriter) { writer.append(UInt32(rawValue)) }
}
