extension XenDisk {
  /// The number by which xend knows the device, from its name in the guest; nil for names without one.
  var deviceNumber: UInt32? {
    let letters = target.prefix { $0.isASCII && $0.isLetter }
    let digits = target.dropFirst(letters.count)
    guard digits.count <= 2, let partition = digits.isEmpty ? 0 : UInt32(digits), digits.first != "0" else { return nil }
    switch letters {
    case "hda": return Self.number(768, partition, 63)
    case "hdb": return Self.number(832, partition, 63)
    case "hdc": return Self.number(5632, partition, 63)
    case "hdd": return Self.number(5696, partition, 63)
    case let name where name.hasPrefix("sd"):
      guard let index = Self.index(name.dropFirst(2)), index < 16 else { return nil }
      return Self.number(2048 + 16 * index, partition, 15)
    case let name where name.hasPrefix("xvd"):
      guard let index = Self.index(name.dropFirst(3)), index < 1 << 20 else { return nil }
      return index < 16 ? Self.number(51712 + 16 * index, partition, 15) : Self.number(1 << 28 + 256 * index, partition, 255)
    default: return nil
    }
  }

  private static func number(_ base: UInt32, _ partition: UInt32, _ most: UInt32) -> UInt32? {
    partition <= most ? base + partition : nil
  }

  /// `a` is 0, `z` 25, `aa` 26.
  private static func index(_ letters: Substring) -> UInt32? {
    guard (1...4).contains(letters.count) else { return nil }
    var index: UInt32 = 0
    for letter in letters.utf8 {
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { return nil }
      index = index * 26 + UInt32(letter - UInt8(ascii: "a")) + 1
    }
    return index - 1
  }
}
