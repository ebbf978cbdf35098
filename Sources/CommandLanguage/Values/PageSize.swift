/// The size of memory pages that are set aside; a number without a suffix counts KiB.
public struct PageSize: OptionValue, Hashable {
  /// The size in KiB, rounded up.
  public let kibibytes: UInt32

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a size whose plain numbers count KiB; throws virsh's message, and libvirt's reason after it.
  public static func parse(_ text: String, option: String) throws(UsageError) -> PageSize {
    try PageSize(text, option: option, limit: UInt64(UInt32.max) * 1024)
  }

  fileprivate init(_ text: String, option: String, limit: UInt64) throws(UsageError) {
    kibibytes = UInt32(clamping: KiB(bytes: try Scaled.parse(text, option: option, unit: 1024, limit: limit)).kibibytes)
  }
}

/// The size of memory pages that are counted, which virsh keeps below 4 GiB.
public struct CountedPageSize: OptionValue, Hashable {
  /// The size.
  public let size: PageSize

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a size whose plain numbers count KiB; throws virsh's message, and libvirt's reason after it.
  public static func parse(_ text: String, option: String) throws(UsageError) -> CountedPageSize {
    CountedPageSize(size: try PageSize(text, option: option, limit: UInt64(UInt32.max)))
  }
}
