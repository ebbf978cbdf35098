import Testing

@testable import LineEditor

@Suite("Keys from bytes")
struct KeyDecoderTests {
  /// All steps of some bytes that come in pieces.
  private func steps(_ pieces: [String]) -> [KeyDecoder.Step] { steps(pieces.map { Array($0.utf8) }) }

  private func steps(_ pieces: [[UInt8]]) -> [KeyDecoder.Step] {
    var decoder = KeyDecoder()
    var steps: [KeyDecoder.Step] = []
    for piece in pieces {
      decoder.append(piece)
      while case let step = decoder.next(), step != .empty {
        if step == .undecided { break }
        steps.append(step)
      }
    }
    if decoder.next() == .undecided {
      while case let step = decoder.next(hasWaited: true), step != .empty { steps.append(step) }
    }
    return steps
  }

  private func pasted(_ text: String) -> PastedText {
    var paste = PastedText()
    for byte in text.utf8 { paste.append(byte) }
    return paste
  }

  @Test("letters, whole and in pieces, and what is none")
  func letters() {
    #expect(steps(["aä漢😀"]) == [.letter("a"), .letter("ä"), .letter("漢"), .letter("😀")])
    #expect(steps([[0xe6, 0xbc], [0xa2]]) == [.letter("漢")])
    #expect(steps([[0xe6, 0x41, 0xff, 0xc0, 0x80]]) == [.letter("\u{fffd}"), .letter("A")] + [.letter("\u{fffd}")] * 3)
    #expect(steps(["\u{1b}[A"]) == [.letter("\u{1b}"), .letter("["), .letter("A")])
    #expect(steps(["\u{1b}"]) == [.letter("\u{1b}")])
  }

  @Test("a paste, however it is cut", arguments: 0...16)
  func paste(cut: Int) {
    let bytes = Array("\u{1b}[200~a\tb\u{1b}[201~c".utf8)
    #expect(steps([Array(bytes.prefix(cut)), Array(bytes.dropFirst(cut))]) == [.paste(pasted("a\tb")), .letter("c")])
  }

  @Test("Ctrl-C ends a paste that has no end")
  func interrupted() {
    #expect(steps(["\u{1b}[200~abc\u{3}d"]) == [.letter("\u{3}"), .letter("d")])
  }

  @Test("keys that wait can be handed on")
  func rest() {
    var decoder = KeyDecoder()
    decoder.append(Array("ab\u{3}".utf8))
    #expect(decoder.next() == .letter("a"))
    #expect(decoder.holdsInterrupt)
    #expect(decoder.takeAll() == [0x62, 3])
    #expect(decoder.next() == .empty)
    #expect(!decoder.holdsInterrupt)
  }

  @Test(
    "pasted text is harmless",
    arguments: [
      ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\n\n", "a"), ("a\tb", "a\tb"), ("\u{1b}[2J", "\u{fffd}[2J"),
      ("\u{9b}x\u{7f}", "\u{fffd}x\u{fffd}"),
      ("\u{202e}", "\u{fffd}"), ("", ""),
    ])
  func cleaned(bytes: String, text: String) { #expect(pasted(bytes).text == text) }

  @Test("too much is nothing")
  func tooLong() {
    var paste = PastedText()
    for _ in 0..<PastedText.limit { paste.append(0x61) }
    #expect(!paste.isTooLong)
    #expect(paste.text.utf8.count == PastedText.limit)
    paste.append(0x61)
    paste.append(0x61)
    #expect(paste.isTooLong)
    #expect(paste.text == "")
  }
}

private func * <Element>(elements: [Element], count: Int) -> [Element] { Array(repeatElement(elements, count: count).joined()) }
