/// Whether bytes on their way to a terminal leave it in origin mode (DECOM), in which rows count from the scroll margin.
///
/// To switch that off moves the cursor to the top, even where it was off already: so it has to be known.
struct OriginMode {
  private enum Place: Equatable {
    case text, escape, sequence
    /// In the numbers of a private mode: the one being read, and whether 6 was among those before it.
    case modes(number: Int, hasOrigin: Bool)
  }

  private(set) var isOn = false
  private var place = Place.text

  /// Reads what the terminal gets next, in pieces of any size.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where place != .text || byte == 0x1b { place = next(byte) }
  }

  private mutating func next(_ byte: UInt8) -> Place {
    switch (place, byte) {
    case (_, 0x1b): return .escape
    case (.escape, UInt8(ascii: "[")): return .sequence
    case (.escape, UInt8(ascii: "c")): isOn = false
    case (.sequence, UInt8(ascii: "?")): return .modes(number: 0, hasOrigin: false)
    case (.modes(let number, let hasOrigin), UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .modes(number: min(number * 10 + Int(byte & 0xf), 10_000), hasOrigin: hasOrigin)
    case (.modes(let number, let hasOrigin), UInt8(ascii: ";")):
      return .modes(number: 0, hasOrigin: hasOrigin || number == 6)
    case (.modes(let number, let hasOrigin), UInt8(ascii: "h")), (.modes(let number, let hasOrigin), UInt8(ascii: "l")):
      if hasOrigin || number == 6 { isOn = byte == UInt8(ascii: "h") }
    default: break
    }
    return .text
  }
}
