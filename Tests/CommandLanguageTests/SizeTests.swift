import CommandLanguage
import Testing

/// Every text was given to virsh 9.0.0 (`setmem test X`, `vol-create-as`).
@Suite struct SizeTests {
  @Test(
    arguments: [
      ("1", 1024), ("1b", 1), ("1B", 1), ("1byte", 1), ("1BYTES", 1), ("1k", 1024), ("1kib", 1024), ("1KIB", 1024),
      ("1KB", 1000), ("1M", 1 << 20), ("2mb", 2_000_000), ("1G", 1 << 30), ("1gB", 1_000_000_000), ("1T", 1 << 40),
      ("1PIb", 1 << 50), ("1eB", 1_000_000_000_000_000_000), ("15E", 15 << 60), ("0E", 0), ("010", 10240), ("+1", 1024),
      (" 1", 1024), ("\t5", 5120), ("0", 0), ("18446744073709551615b", .max), ("18014398509481983", 18_014_398_509_481_983 * 1024),
    ] as [(String, UInt64)])
  func sizes(text: String, bytes: UInt64) throws {
    #expect(try KiB.parse(text, option: "size").bytes == bytes)
  }

  @Test(arguments: [
    ("1x", "x"), ("1X", "X"), ("1KI", "KI"), ("1bytesx", "bytesx"), ("1.5G", ".5G"), ("1 G", " G"), ("0x10", "x10"),
    ("1e3", "e3"), ("1 ", " "), ("1Z", "Z"), ("1é", "é"), ("0z", "z"), ("1kibb", "kibb"),
  ])
  func unknownSuffix(text: String, suffix: String) {
    let error = #expect(throws: UsageError.self) { try KiB.parse(text, option: "size") }
    #expect(
      error?.lines == [
        "Scaled numeric value '\(text)' for <size> option is malformed or out of range",
        "invalid argument: unknown suffix '\(suffix)'",
      ])
  }

  @Test(arguments: [
    ("16E", "16E"), ("16384P", "16384P"), ("18014398509481984", "18014398509481984"), ("+016E", "16E"),
    ("18446744073709551615", "18446744073709551615"), ("18446744073709551615k", "18446744073709551615k"),
  ])
  func tooLarge(text: String, shown: String) {
    let error = #expect(throws: UsageError.self) { try KiB.parse(text, option: "size") }
    #expect(error?.lines.last == "numerical overflow: value too large: \(shown)")
    #expect(error?.lines.count == 2)
  }

  @Test(arguments: ["", "x", "-0", "-1", "+-1", "++1", "- 1", "18446744073709551616", "99999999999999999999999x"])
  func malformed(text: String) {
    #expect(throws: UsageError("Scaled numeric value '\(text)' for <size> option is malformed or out of range")) {
      try KiB.parse(text, option: "size")
    }
  }

  @Test func kibibytesRoundUp() {
    #expect(KiB(bytes: 1).kibibytes == 1)
    #expect(KiB(bytes: 1024).kibibytes == 1)
    #expect(KiB(bytes: 0).kibibytes == 0)
    #expect(KiB(bytes: .max).kibibytes == 1 << 54)
  }

  @Test func plainBytes() throws {
    #expect(try Bytes.parse("1", option: "size").count == 1)
    #expect(try Bytes.parse("18446744073709551615", option: "size").count == .max)
  }

  @Test func volumesHaveTheirOwnWords() throws {
    #expect(try VolumeSize.parse("1k", option: "capacity").bytes == 1024)
    #expect(throws: UsageError(lines: ["Malformed size 1Z", "invalid argument: unknown suffix 'Z'"])) {
      try VolumeSize.parse("1Z", option: "capacity")
    }
    #expect(throws: UsageError("Malformed size abc")) { try VolumeSize.parse("abc", option: "capacity") }
    let empty = Given<VolumeSize>("", option: "capacity")
    #expect(throws: UsageError("Failed to get option 'capacity': Option argument is empty")) { try empty.value() }
  }
}
