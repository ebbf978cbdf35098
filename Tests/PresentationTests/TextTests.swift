import Presentation
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("plain é日本", "plain é日本"), ("a\nb\tc", "a\nb\tc"), ("a\rb", "a\\x0db"), ("\u{0}\u{1B}", "\\x00\\x1b"), ("\u{7F}", "\\x7f"),
    ("\u{80}\u{9F}\u{A0}", "\\u{80}\\u{9f}\u{A0}"), ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202a}\\u{202e}\\u{2066}\\u{2069}"),
    ("\u{200E}\u{200F}\u{61C}", "\\u{200e}\\u{200f}\\u{61c}"), ("\u{200D}\u{FEFF}", "\u{200D}\u{FEFF}"), ("\\x41", "\\x41"),
    ("\r\n", "\\x0d\n"),
  ])
  func sanitizing(text: String, shown: String) {
    #expect(sanitized(text) == shown)
  }

  @Test func linesCanBeRefused() {
    #expect(sanitized("a\nb\tc", allowing: .none) == "a\\x0ab\\x09c")
  }

  @Test(arguments: [
    ("abc", 3), ("", 0), ("日本", 4), ("e\u{301}", 1), ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 6), ("가", 2), ("ｶ", 1), ("\u{1B}", 4),
    ("a\\x", 6), ("a\\", 2), ("\u{A0}", 1), ("\u{115F}\u{1160}", 2), ("\u{303F}", 1), ("\u{20000}", 2), ("\u{3134A}", 2), ("\u{FF01}", 2),
  ])
  func widths(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  /// As C's printf rounds.
  @Test(arguments: [
    (0.0, 2, "0.00"), (1.005, 2, "1.00"), (2.675, 2, "2.67"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (-1.5, 0, "-2"), (2.5, 0, "2"),
    (99.999, 2, "100.00"), (1e20, 1, "100000000000000000000.0"), (.infinity, 2, "inf"), (0.1, 17, "0.10000000000000001"), (1.5, -3, "2"),
  ])
  func decimals(value: Double, places: Int, text: String) {
    #expect(fixedPoint(value, decimals: places) == text)
  }

  @Test func largestNumberFits() {
    #expect(fixedPoint(-.greatestFiniteMagnitude, decimals: 99).utf8.count == 1 + 309 + 1 + 17)
  }

  @Test(
    arguments: [
      (0, "0.00 B"), (1023, "1023.00 B"), (1024, "1.00 KiB"), (1_048_575, "1024.00 KiB"), (1_048_576, "1.00 MiB"),
      (1_610_612_736, "1.50 GiB"),
      (1 << 40, "1.00 TiB"), (1 << 50, "1.00 PiB"), (1 << 60, "1.00 EiB"), (.max, "16.00 EiB"),
    ] as [(UInt64, String)])
  func amounts(bytes: UInt64, text: String) {
    #expect(ByteAmount(bytes).text == text)
  }

  @Test(arguments: [
    (CellValue.null, "-", ""), (true, "yes", "true"), (false, "no", "false"), ("x", "x", "x"), (-3, "-3", "-3"),
    (.uint(.max), "18446744073709551615", "18446744073709551615"),
    (.list(["a", nil, 2]), "a, -, 2", "a,,2"), (.double(0.5), "0.5", "0.5"),
  ])
  func cells(value: CellValue, text: String, plain: String) {
    #expect(value.text == text)
    #expect(value.plain == plain)
  }

  @Test func integersOfAnySize() {
    #expect(CellValue.integer(UInt8(7)) == .int(7))
    #expect(CellValue.integer(UInt64.max) == .uint(.max))
    #expect(CellValue.integer(Int64.min) == .int(.min))
    #expect(CellValue.integer(Int?.none) == .null)
    #expect(CellValue.string(orNull: nil) == .null)
  }

  @Test func pages() {
    var page = Page(PageOptions(isQuiet: true))
    page.write("a")
    page.write("b", .extra)
    page.line("c", .extra)
    page.line("d")
    #expect(page.text == "ad\n")
  }

  @Test func padding() {
    #expect("日本".padded(to: 6) == "日本  ")
    #expect("abc".padded(to: 2) == "abc")
  }
}
