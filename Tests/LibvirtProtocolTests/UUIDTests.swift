import LibvirtProtocol
import Testing
import XDR

@Suite struct UUIDTests {
  private static let text = "6695eb01-f6a4-8304-79aa-97f2502e193f"
  private static let bytes: [UInt8] = [
    0x66, 0x95, 0xeb, 0x01, 0xf6, 0xa4, 0x83, 0x04, 0x79, 0xaa, 0x97, 0xf2, 0x50, 0x2e, 0x19, 0x3f,
  ]

  @Test(arguments: [
    "6695eb01-f6a4-8304-79aa-97f2502e193f", "6695eb01f6a4830479aa97f2502e193f", "6695EB01-F6A4-8304-79AA-97F2502E193F",
    "  6695eb01-f6a4-8304-79aa-97f2502e193f \n", "-66-95--eb01f6a4830479aa97f2502e193f",
  ])
  func `text is read as leniently as libvirt does`(text: String) throws {
    let uuid = try #require(UUID(text))
    #expect(uuid.bytes == Self.bytes)
    #expect(uuid.description == Self.text)
  }

  @Test(arguments: [
    "", "6695eb01", "6695eb01-f6a4-8304-79aa-97f2502e193", "6695eb01-f6a4-8304-79aa-97f2502e193f0", "6695eb01-f6a4-8304-79aa-97f2502e193g",
    "6-695eb01f6a4830479aa97f2502e193f", "6695eb01-f6a4-8304-79aa-97f2502e193f x", "test", "é695eb01f6a4830479aa97f2502e193f",
  ])
  func `anything else is no UUID`(text: String) {
    #expect(UUID(text) == nil)
  }

  @Test func `bytes go to the wire as they are`() throws {
    let uuid = try #require(UUID(bytes: Self.bytes))
    #expect(try uuid.encoded() == Self.bytes)
    #expect(try UUID(decoding: Self.bytes) == uuid)
    #expect(UUID(bytes: Array(Self.bytes.dropLast())) == nil)
    #expect(UUID().bytes == Array(repeating: 0, count: 16))
    #expect(UUID(high: 1, low: 2).description == "00000000-0000-0001-0000-000000000002")
  }
}
