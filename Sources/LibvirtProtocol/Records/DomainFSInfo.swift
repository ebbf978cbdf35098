import XDR

/// A file system that a guest has mounted (`virDomainFSInfo`).
public struct DomainFSInfo: Hashable, Sendable {
  /// Where it is mounted.
  public var mountpoint: String
  /// Its device in the guest.
  public var name: String
  /// Its type, such as `xfs`.
  public var fstype: String
  /// The disks it lies on, by their targets or aliases.
  public var devAliases: Bounded<256, String>

  /// A record of its fields.
  public init(mountpoint: String, name: String, fstype: String, devAliases: Bounded<256, String>) {
    self.mountpoint = mountpoint
    self.name = name
    self.fstype = fstype
    self.devAliases = devAliases
  }
}

extension DomainFSInfo: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try mountpoint.encode(into: &writer)
    try name.encode(into: &writer)
    try fstype.encode(into: &writer)
    try devAliases.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    mountpoint = try reader.read()
    name = try reader.read()
    fstype = try reader.read()
    devAliases = try reader.read()
  }
}
