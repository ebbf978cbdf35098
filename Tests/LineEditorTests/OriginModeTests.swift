import Testing

@testable import LineEditor

@Suite("Origin mode in a guest's bytes")
struct OriginModeTests {
  @Test(arguments: [
    ("", false), ("\u{1b}[?6h", true), ("\u{1b}[?7;6;25h text", true), ("\u{1b}[?6h\u{1b}[?1;6l", false), ("\u{1b}[?6h\u{1b}c", false),
    ("\u{1b}[6h", false), ("\u{1b}[?66h", false), ("?6h", false), ("\u{1b}\u{1b}[?6h", true), ("\u{1b}[?99999999999999999999;6h", true),
  ])
  func isOn(text: String, expected: Bool) {
    var whole = OriginMode()
    whole.read(text.utf8)
    #expect(whole.isOn == expected)
    var pieces = OriginMode()
    for byte in text.utf8 { pieces.read([byte]) }
    #expect(pieces.isOn == expected)
  }
}
