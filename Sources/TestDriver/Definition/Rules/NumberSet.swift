import LibvirtProtocol

/// A set of small numbers such as `1-4,^3,6`, as libvirt reads and writes CPU and node sets.
typealias NumberSet = CPUSet

extension NumberSet {
  /// Ranges joined by commas; empty for the empty set.
  var text: String { description }
}
