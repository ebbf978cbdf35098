import XDR

/// Sets of host CPUs as bits, as calls carry them: the first CPU is the lowest bit of the first byte.
enum CPUMap {
  /// The most bytes of one map that a caller may ask for.
  static let longest = 2048

  /// The CPUs of a map.
  static func cpus(_ map: Opaque<2048>) -> NumberSet {
    NumberSet(
      map.bytes.enumerated().flatMap { index, byte in (0..<8).filter { byte >> $0 & 1 == 1 }.map { index * 8 + $0 } })
  }

  /// The map of some CPUs in so many bytes; those that do not fit are left out.
  static func bytes(_ cpus: NumberSet, length: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(length, longest)))
    for cpu in cpus.numbers where cpu / 8 < bytes.count { bytes[cpu / 8] |= 1 << (cpu % 8) }
    return bytes
  }
}
