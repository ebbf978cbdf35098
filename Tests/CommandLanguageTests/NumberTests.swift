import CommandLanguage
import Testing

/// Every text was given to virsh 9.0.0 (`setvcpus`, `send-key --holdtime`, `event --timeout`).
@Suite struct NumberTests {
  @Test(arguments: ["0x1", "1k", "1.0", "1 ", "", "abc", "--5", "+ 1", "-", "+", "٣", "1\u{0}", "99999999999999999999999"])
  func malformed(text: String) {
    let message = "Numeric value '\(text)' for <count> option is malformed or out of range"
    #expect(throws: UsageError(message)) { try Int32.parse(text, option: "count") }
    #expect(throws: UsageError(message)) { try UInt64.parse(text, option: "count") }
    #expect(throws: UsageError(message)) { try WrappingUInt64.parse(text, option: "count") }
    #expect(throws: UsageError(message)) { try TimeoutSeconds.parse(text, option: "count") }
  }

  @Test(arguments: [(" 1", 1), ("+1", 1), ("01", 1), ("\n3", 3), ("\t\u{B}7", 7), ("0", 0), ("-5", -5), ("-2147483648", .min)])
  func signed(text: String, value: Int32) throws {
    #expect(try Int32.parse(text, option: "x") == value)
    #expect(try Int64.parse(text, option: "x") == Int64(value))
  }

  @Test(arguments: ["2147483648", "-2147483649", "4294967296"]) func tooLargeForInt32(text: String) {
    #expect(throws: UsageError.self) { try Int32.parse(text, option: "x") }
  }

  @Test func limits() throws {
    #expect(try Int64.parse("-9223372036854775808", option: "x") == .min)
    #expect(try Int64.parse("9223372036854775807", option: "x") == .max)
    #expect(throws: UsageError.self) { try Int64.parse("9223372036854775808", option: "x") }
    #expect(throws: UsageError.self) { try Int64.parse("-9223372036854775809", option: "x") }
    #expect(try UInt64.parse("18446744073709551615", option: "x") == .max)
    #expect(throws: UsageError.self) { try UInt64.parse("18446744073709551616", option: "x") }
    #expect(try UInt32.parse("4294967295", option: "x") == .max)
    #expect(throws: UsageError.self) { try UInt32.parse("4294967296", option: "x") }
  }

  @Test(arguments: ["-1", "-0", " -1"]) func unsignedRefusesAnyMinus(text: String) {
    #expect(throws: UsageError.self) { try UInt32.parse(text, option: "x") }
    #expect(throws: UsageError.self) { try UInt64.parse(text, option: "x") }
  }

  @Test func wrapping() throws {
    #expect(try WrappingUInt64.parse("-1", option: "x").value == .max)
    #expect(try WrappingUInt64.parse("-18446744073709551615", option: "x").value == 1)
    #expect(try WrappingUInt64.parse("-0", option: "x").value == 0)
    #expect(try WrappingUInt32.parse("-4294967295", option: "x").value == 1)
    #expect(throws: UsageError.self) { try WrappingUInt32.parse("-4294967296", option: "x") }
  }

  @Test func timeouts() throws {
    #expect(try TimeoutSeconds.parse("1", option: "timeout").seconds == 1)
    #expect(try TimeoutSeconds.parse("2147483", option: "timeout").duration == .seconds(2_147_483))
    for text in ["0", "2147484", "-1", "4294967295"] {
      #expect(throws: UsageError("Numeric value '\(text)' for <timeout> option is malformed or out of range")) {
        try TimeoutSeconds.parse(text, option: "timeout")
      }
    }
  }

  @Test func kinds() {
    #expect(Int32.isNumber && KiB.isNumber && Bytes.isNumber && TimeoutSeconds.isNumber && WrappingUInt64.isNumber)
    #expect(!String.isNumber && !VolumeSize.isNumber)
  }
}
