/// A text as a table shows it, with its width on the screen.
struct TableText {
  /// UTF-8, safe for a terminal.
  let bytes: [UInt8]
  /// In columns.
  let width: Int

  /// Escapes what cannot be shown as `\xNN`, byte for byte, and the two characters backslash-x as `\x5cx`, so that an escape
  /// cannot be forged.
  init(_ text: String, _ escapes: TableEscapes = .exact) {
    let utf8 = text.utf8
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }) {
      bytes = Array(utf8)
      width = bytes.count
      return
    }
    var bytes: [UInt8] = []
    var width = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let isShown = scalar.isPrintable && !(scalar == "\\" && rest.first == "x") && (scalar.isASCII || escapes != .virshASCII)
      if isShown || scalar.isASCII || escapes == .exact {
        bytes.append(scalar, escaped: !isShown)
      } else {
        for _ in 0..<UTF8.width(scalar) { bytes.appendEscape(0xFF) }
      }
      width += isShown ? scalar.displayWidth : 4 * UTF8.width(scalar)
    }
    self.bytes = bytes
    self.width = width
  }
}

/// The columns of a terminal that a text takes, once it is escaped as in a table.
public func displayWidth(of text: String) -> Int {
  TableText(text).width
}
