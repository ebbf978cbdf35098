import Testing
import XDR

@Suite struct SmallIntegerTests {
  @Test(arguments: [[0xff, 0xff, 0xff, 0x80], [0, 0, 0, 0x80], [0x12, 0x34, 0x56, 0x80]] as [[UInt8]])
  func `only the low 8 bits of a char count`(bytes: [UInt8]) throws {
    #expect(try XDRChar(decoding: bytes).rawValue == -128)
    #expect(try XDRUChar(decoding: bytes).rawValue == 128)
    #expect(try BoundedChars<1>(decoding: [0, 0, 0, 1] + bytes).bytes == [128])
    #expect(try FixedChars<1>(decoding: bytes).bytes == [128])
  }

  @Test(arguments: [[0xff, 0xff, 0x80, 0x01], [0, 0, 0x80, 0x01], [0x12, 0x34, 0x80, 0x01]] as [[UInt8]])
  func `only the low 16 bits of a short count`(bytes: [UInt8]) throws {
    #expect(try XDRShort(decoding: bytes).rawValue == -32767)
    #expect(try XDRUShort(decoding: bytes).rawValue == 32769)
  }

  @Test func `characters read as a C string`() {
    #expect(FixedChars<32>("x86_64").text == "x86_64")
    #expect(FixedChars<4>("x86_64").text == "x86")
    #expect(FixedChars<4>("x86_64").bytes.count == 4)
    #expect(BoundedChars<257>(cString: "selinux").text == "selinux")
    #expect(BoundedChars<257>(cString: "selinux").bytes.count == 8)
    #expect(BoundedChars<8>([0x61, 0, 0x62]).text == "a")
    #expect(BoundedChars<8>([]).text == "")
  }
}
