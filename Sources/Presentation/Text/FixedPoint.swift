import Glibc

/// A number with a fixed count of decimals, rounded as C's `printf` rounds. At most 17 decimals.
public func fixedPoint(_ value: Double, decimals: Int) -> String {
  var buffer = [CChar](repeating: 0, count: 350)
  let places = Int32(clamping: min(max(decimals, 0), 17))
  let length = withVaList([places, value]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
  let digits = buffer.prefix(min(max(Int(length), 0), buffer.count - 1))
  return String(decoding: digits.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
