import CLibedit
import Glibc

/// How many columns text takes, by the locale's tables, as libedit sees it: it draws by them, so no table of ours would do.
enum DisplayWidth {
  /// 0 for a mark on the letter before, 2 for wide letters, nil for what cannot be shown as it is.
  static func of(_ letter: Unicode.Scalar) -> Int? {
    let width = cedit_width(wchar_t(bitPattern: letter.value))
    return width < 0 ? nil : Int(width)
  }

  /// The columns of text that holds no control characters.
  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + (of($1) ?? 0) } }

  /// The text with a question mark in the place of what cannot be shown.
  static func showable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { of($0) == nil || $0.isInvisibleControl }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { of($0) == nil || $0.isInvisibleControl ? "?" : $0 }))
  }

  /// libedit counts columns by the locale; without UTF-8 it would show every letter beyond ASCII as an escape.
  static func prepareLocale() {
    setlocale(LC_CTYPE, "")
    if let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}

extension Unicode.Scalar {
  /// Control characters, and those that turn the direction of text so that it reads differently from what it is.
  var isInvisibleControl: Bool {
    switch value {
    case ..<0x20, 0x7f..<0xa0, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
