extension String: XDREncodable, XDRDecodable {
  /// The most bytes of UTF-8 in any string of libvirt's protocols (`REMOTE_STRING_MAX`).
  public static let xdrBound = 4_194_304

  /// Appends the count of UTF-8 bytes, the bytes, and padding.
  /// - Throws: `XDRError` of kind `tooLong` above `xdrBound`.
  public func encode(into writer: inout XDRWriter) throws {
    try writer.append(count: utf8.count, bound: Self.xdrBound)
    writer.appendPadded(utf8)
  }

  /// Reads a string; what is not valid UTF-8 becomes U+FFFD, since a name on a host must not make the host unreadable.
  public init(from reader: inout XDRReader) throws {
    let count = try reader.readCount(bound: Self.xdrBound, stride: 1)
    self.init(decoding: try reader.readPadded(count), as: UTF8.self)
  }
}
