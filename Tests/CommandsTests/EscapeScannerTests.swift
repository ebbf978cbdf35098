import Testing

@testable import Commands

/// The ways out of a console among the keys for the guest.
@Suite struct EscapeScannerTests {
  private static func scan(_ pieces: [String], hasTilde: Bool = true) -> [EscapeScanner.Found] {
    var scanner = EscapeScanner(escape: 0x1d, hasTilde: hasTilde)
    return pieces.flatMap { scanner.scan(Array($0.utf8)) }
  }

  private static func keys(_ text: String) -> EscapeScanner.Found { .keys(Array(text.utf8)) }

  @Test(arguments: [
    (["abc"], [keys("abc")]), (["ab\u{1d}cd"], [keys("ab"), .leave(rest: Array("cd".utf8))]),
    (["~."], [.leave(rest: [])]), (["a~."], [keys("a~.")]), (["a\r", "~", ".x"], [keys("a\r"), .leave(rest: Array("x".utf8))]),
    (["\n~~."], [keys("\n~.")]), (["~x~."], [keys("~x~.")]), (["\r~?~."], [keys("\r"), .help, .leave(rest: [])]),
    (["\r~\u{1d}"], [keys("\r"), .leave(rest: [])]), (["~\r~."], [keys("~\r"), .leave(rest: [])]),
  ])
  func keysAreToldFromWaysOut(pieces: [String], found: [EscapeScanner.Found]) {
    #expect(Self.scan(pieces) == found)
  }

  @Test func withoutTheTildeAllButTheEscapeIsTheGuests() {
    #expect(Self.scan(["\r~.~~~?"], hasTilde: false) == [Self.keys("\r~.~~~?")])
  }

  @Test func everyOtherByteIsPassedOn() {
    var scanner = EscapeScanner(escape: 0x1d, hasTilde: true)
    let bytes = (UInt8.min...UInt8.max).filter { $0 != 0x1d }
    #expect(scanner.scan(bytes) == [.keys(bytes)])
  }
}
