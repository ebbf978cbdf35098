/// How bad it is (`virErrorLevel`).
public struct VirErrorLevel: RawRepresentable, Hashable, Sendable {
  /// The number on the wire and in libvirt's API.
  public let rawValue: Int32

  /// A number, which may be one that a newer libvirt has.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// No error.
  public static let none = Self(rawValue: 0)
  /// It was done all the same.
  public static let warning = Self(rawValue: 1)
  /// It was not done.
  public static let error = Self(rawValue: 2)
}
