import SeededNumbers

/// Makes wire bytes from the facts' type definitions alone: no code under test takes part.
struct PayloadGenerator {
  private(set) var bytes: [UInt8] = []
  private var generator: SplitMix
  /// Which bounded thing, in the order of the payload, gets one more than its bound; everything behind it is left out.
  private let poisoned: Int?
  private var bounded = 0
  /// The bound that was exceeded, once it was.
  private(set) var exceeded: Int?

  init(seed: UInt64, poisoned: Int? = nil) {
    generator = SplitMix(seed: seed)
    self.poisoned = poisoned
  }

  mutating func structure(_ name: String) {
    for field in Facts.types[name]?.fields ?? [] { self.field(field) }
  }

  mutating func field(_ field: Facts.Field) {
    guard exceeded == nil else { return }
    switch field.array {
    case "optional":
      let present = poisoned != nil || generator.next() & 1 == 0
      word(present ? 1 : 0)
      if present { self.field(field.single) }
    case "fixed":
      let count = field.max ?? 0
      if field.type == "opaque" { raw(count) } else { for _ in 0..<count { self.field(field.single) } }
    case "variable":
      guard let count = count(bound: field.max ?? 0, most: 3) else { return }
      if field.type == "opaque" { raw(count) } else { for _ in 0..<count { self.field(field.single) } }
    default:
      value(field)
    }
  }

  private mutating func value(_ field: Facts.Field) {
    switch field.type {
    case "int", "uint", "RemoteAuthType": word(UInt32(truncatingIfNeeded: generator.next()))
    case "char": word(UInt32(bitPattern: Int32(Int8(truncatingIfNeeded: generator.next()))))
    case "uchar": word(UInt32(generator.next() & 0xff))
    case "short": word(UInt32(bitPattern: Int32(Int16(truncatingIfNeeded: generator.next()))))
    case "ushort": word(UInt32(generator.next() & 0xffff))
    case "hyper", "uhyper", "double": longWord(generator.next())
    case "string": text(bound: field.elementMax ?? 0)
    case "RemoteTypedParamValue": union(field.type)
    case "VirNetMessageType": word(UInt32(generator.next() % 7))
    case "VirNetMessageStatus": word(UInt32(generator.next() % 3))
    default: structure(field.type)
    }
  }

  private mutating func union(_ name: String) {
    guard let cases = Facts.types[name]?.cases, !cases.isEmpty else { return }
    let index = poisoned == nil ? Int(generator.next() % UInt64(cases.count)) : cases.count - 1
    let choice = cases[index]
    word(UInt32(bitPattern: choice.value))
    if choice.label.hasSuffix("BOOLEAN") {
      word(UInt32(generator.next() & 1))
    } else {
      value(Facts.Field(name: choice.name, type: choice.type, kind: "primitive", array: "none", max: nil, elementMax: choice.elementMax))
    }
  }

  private mutating func text(bound: Int) {
    guard let count = count(bound: bound, most: 9) else { return }
    let letters = Array("abcXYZ019-_./".utf8)
    for _ in 0..<count { bytes.append(letters[Int(generator.next() % UInt64(letters.count))]) }
    pad(count)
  }

  /// A count within the bound, or nil after one beyond it was written.
  private mutating func count(bound: Int, most: UInt64) -> Int? {
    defer { bounded += 1 }
    guard bounded != poisoned else {
      exceeded = bound
      word(UInt32(bound + 1))
      return nil
    }
    let count = poisoned == nil ? min(bound, Int(generator.next() % (most + 1))) : 1
    word(UInt32(count))
    return count
  }

  private mutating func raw(_ count: Int) {
    for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: generator.next())) }
    pad(count)
  }

  private mutating func pad(_ count: Int) {
    for _ in 0..<(4 - count % 4) % 4 { bytes.append(0) }
  }

  private mutating func word(_ value: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  private mutating func longWord(_ value: UInt64) {
    word(UInt32(truncatingIfNeeded: value >> 32))
    word(UInt32(truncatingIfNeeded: value))
  }
}
