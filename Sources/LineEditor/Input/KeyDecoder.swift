/// Cuts what the terminal sends into letters and pastes.
///
/// Bytes stay here until they are asked for, so what is typed ahead waits for the next line.
struct KeyDecoder {
  /// What comes next.
  enum Step: Equatable {
    case letter(Unicode.Scalar)
    case paste(PastedText)
    /// The beginning of a paste, or just the Escape key: more will come at once, or not at all.
    case undecided
    /// More bytes are needed.
    case empty
  }

  private var bytes: [UInt8] = []
  private var head = 0
  private var paste: PastedText?

  private static let pasteBegin = Array("\u{1b}[200~".utf8)
  private static let pasteEnd = Array("\u{1b}[201~".utf8)
  static let interrupt: UInt8 = 3

  /// Whether Ctrl-C is among the keys that wait.
  var holdsInterrupt: Bool { bytes[head...].contains(Self.interrupt) }

  mutating func append(_ more: some Sequence<UInt8>) {
    if head == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      head = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Lets the key that was just handed out, which is one byte, come again.
  mutating func putBack() { head = max(0, head - 1) }

  /// Whether no bytes wait.
  var isEmpty: Bool { head == bytes.count }

  /// Hands out the bytes that wait.
  mutating func takeAll() -> [UInt8] {
    defer {
      bytes = []
      head = 0
      paste = nil
    }
    return Array(bytes[head...])
  }

  /// The next letter or paste. `hasWaited` settles what is ``Step/undecided``.
  mutating func next(hasWaited: Bool = false) -> Step {
    if paste != nil { return collectPaste() }
    guard head < bytes.count else { return .empty }
    let rest = bytes[head...]
    if rest.starts(with: Self.pasteBegin) {
      head += Self.pasteBegin.count
      paste = PastedText()
      return collectPaste()
    }
    if !hasWaited, Self.pasteBegin.starts(with: rest) { return .undecided }
    return letter()
  }

  private mutating func letter() -> Step {
    let first = bytes[head]
    let length =
      switch first {
      case 0xc2..<0xe0: 2
      case 0xe0..<0xf0: 3
      case 0xf0..<0xf5: 4
      default: 1
      }
    let wanted = bytes[head...].prefix(length)
    let whole = wanted.prefix(1) + wanted.dropFirst().prefix { $0 & 0xc0 == 0x80 }
    if whole.count < length, whole.endIndex == bytes.endIndex { return .empty }
    head += whole.count
    return .letter(String(decoding: whole, as: UTF8.self).unicodeScalars.first ?? "\u{fffd}")
  }

  /// Gathers bytes up to the end of the paste. Ctrl-C gives a paste up whose end never came.
  private mutating func collectPaste() -> Step {
    while head < bytes.count {
      let rest = bytes[head...]
      if rest.first == Self.interrupt {
        paste = nil
        return letter()
      }
      if rest.starts(with: Self.pasteEnd) {
        head += Self.pasteEnd.count
        defer { paste = nil }
        return paste.map(Step.paste) ?? .empty
      }
      if Self.pasteEnd.starts(with: rest) { return .empty }
      paste?.append(bytes[head])
      head += 1
    }
    return .empty
  }
}
