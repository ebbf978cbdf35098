extension Int32: XDREncodable, XDRDecodable {
  /// Appends `int`: four bytes.
  @inlinable
  public func encode(into writer: inout XDRWriter) {
    writer.append(UInt32(bitPattern: self))
  }

  /// Reads `int`: four bytes.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    self.init(bitPattern: try reader.readWord())
  }
}

extension UInt32: XDREncodable, XDRDecodable {
  /// Appends `unsigned int`: four bytes.
  @inlinable
  public func encode(into writer: inout XDRWriter) {
    writer.append(self)
  }

  /// Reads `unsigned int`: four bytes.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    self = try reader.readWord()
  }
}

extension Int64: XDREncodable, XDRDecodable {
  /// Appends `hyper`: eight bytes.
  @inlinable
  public func encode(into writer: inout XDRWriter) {
    writer.append(UInt64(bitPattern: self))
  }

  /// Reads `hyper`: eight bytes.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    self.init(bitPattern: try reader.readLongWord())
  }
}

extension UInt64: XDREncodable, XDRDecodable {
  /// Appends `unsigned hyper`: eight bytes.
  @inlinable
  public func encode(into writer: inout XDRWriter) {
    writer.append(self)
  }

  /// Reads `unsigned hyper`: eight bytes.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    self = try reader.readLongWord()
  }
}

extension Double: XDREncodable, XDRDecodable {
  /// Appends `double`: the eight bytes of IEEE 754.
  @inlinable
  public func encode(into writer: inout XDRWriter) {
    writer.append(bitPattern)
  }

  /// Reads `double`; every bit pattern is kept, those of NaN too.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    self.init(bitPattern: try reader.readLongWord())
  }
}
