/// The number that a guest knows a disk by.
struct BlockDeviceNumber: Sendable {
  let value: Int

  /// Reads `xvda1`, `hdc:cdrom`, `ioemu:sdb`, `/dev/xvda`, or the number itself.
  init?(_ text: String) {
    var name = text[...]
    if name.hasPrefix("ioemu:") { name = name.dropFirst("ioemu:".count) }
    name = name.prefix { $0 != ":" }
    if name.hasPrefix("/dev/") { name = name.dropFirst("/dev/".count) }
    if let number = Int(name), number >= 0 {
      value = number
      return
    }
    guard let kind = ["xvd", "hd", "sd"].first(where: { name.hasPrefix($0) }) else { return nil }
    let letters = name.dropFirst(kind.count).prefix { $0.isASCII && $0.isLowercase }
    let digits = name.dropFirst(kind.count + letters.count)
    guard (1...2).contains(letters.count), digits.isEmpty || Int(digits).map({ 0..<256 ~= $0 }) == true else { return nil }
    let index = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 96 } - 1
    let partition = Int(digits) ?? 0
    switch kind {
    case "xvd" where index < 16: value = 202 << 8 + 16 * index + partition
    case "xvd": value = 1 << 28 + 256 * index + partition
    case "hd" where index < 2: value = 3 << 8 + 64 * index + partition
    case "hd" where index < 4: value = 22 << 8 + 64 * (index - 2) + partition
    case "sd" where index < 16: value = 8 << 8 + 16 * index + partition
    default: return nil
    }
  }
}
