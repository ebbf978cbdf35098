import CommandLanguage
import Testing

/// Limits and pages, as virsh 9.0.0 reads them.
@Suite struct MemoryLimitTests {
  @Test(
    arguments: [
      ("100M", 102_400), ("1b", 1), ("+1", 1), ("0", 0), ("-0", 0), ("-1", MemoryLimit.unlimited), ("-2", MemoryLimit.unlimited),
      ("-1k", MemoryLimit.unlimited), (" -1", MemoryLimit.unlimited), ("9007199254740991", MemoryLimit.unlimited),
    ])
  func limits(text: String, kibibytes: UInt64) throws {
    #expect(try MemoryLimit.parse(text, option: "hard-limit").kibibytes == kibibytes)
  }

  @Test(
    arguments: [
      ("x", nil), ("", nil), ("99999999999999999999", nil), ("9223372036854775808", nil), ("1Q", "invalid argument: unknown suffix 'Q'"),
      ("16E", "numerical overflow: value too large: 16E"), ("15E", "numerical overflow: value too large: 15E"),
      ("9007199254740992", "numerical overflow: value too large: 9007199254740992"),
    ] as [(String, String?)])
  func refusedLimits(text: String, reason: String?) {
    let lines = ["Unable to parse integer parameter hard-limit"] + (reason.map { [$0] } ?? [])
    #expect(throws: UsageError(lines: lines)) { try MemoryLimit.parse(text, option: "hard-limit") }
  }

  @Test func pages() throws {
    #expect(try PageSize.parse("2M", option: "pagesize").kibibytes == 2048)
    #expect(try PageSize.parse("1b", option: "pagesize").kibibytes == 1)
    #expect(try PageSize.parse("4194304", option: "pagesize").kibibytes == 4_194_304)
    #expect(try CountedPageSize.parse("4194303", option: "pagesize").size.kibibytes == 4_194_303)
    let sentence = "Scaled numeric value '4194304' for <pagesize> option is malformed or out of range"
    #expect(throws: UsageError(lines: [sentence, "numerical overflow: value too large: 4194304"])) {
      try CountedPageSize.parse("4194304", option: "pagesize")
    }
  }
}
