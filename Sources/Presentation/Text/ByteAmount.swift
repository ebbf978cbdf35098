/// A number of bytes in the largest unit that leaves at least one whole: virsh's way for pools and volumes.
public struct ByteAmount: Sendable, Hashable {
  /// The amount in that unit.
  public let amount: Double
  /// `B`, `KiB`, `MiB`, `GiB`, `TiB`, `PiB` or `EiB`.
  public let unit: String

  /// Finds the unit.
  public init(_ bytes: UInt64) {
    var amount = Double(bytes)
    var limit: UInt64 = 1024
    var names = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"][...]
    var unit = "B"
    while let next = names.first, bytes >= limit {
      amount = Double(bytes) / Double(limit)
      unit = next
      names.removeFirst()
      if names.isEmpty { break }
      limit <<= 10
    }
    self.amount = amount
    self.unit = unit
  }

  /// Two decimals and the unit: `1.50 GiB`.
  public var text: String { "\(fixedPoint(amount, decimals: 2)) \(unit)" }
}
