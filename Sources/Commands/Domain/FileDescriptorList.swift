import CommandLanguage

/// The descriptors of `--pass-fds`.
struct FileDescriptorList {
  let descriptors: [Int32]
  var isEmpty: Bool { descriptors.isEmpty }

  /// Reads `N,M,…`; throws virsh's error for what is no number.
  init(_ option: Given<String>) throws {
    guard let text = option.raw, !text.isEmpty else {
      descriptors = []
      return
    }
    descriptors = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let descriptor = Int32(String(part).withoutLeadingBlanks) else { throw CommandFailure("Unable to parse FD number '\(part)'") }
      return descriptor
    }
  }
}
