import SeededNumbers
import Testing
import XDR

@Suite struct RoundTripTests {
  @Test(arguments: Sample.all)
  func `a value has the wire form that RFC 4506 and libvirt give it`(sample: Sample) throws {
    #expect(try sample.encoded() == sample.bytes)
    #expect(try sample.matches())
  }

  @Test(arguments: Sample.all)
  func `a reader stops behind the value and leaves the rest`(sample: Sample) throws {
    let padded = [9, 9, 9] + sample.bytes + [1, 2, 3, 4, 5]
    var reader = XDRReader(padded[3...])
    #expect(try sample.again(&reader) == sample.bytes)
    #expect(reader.offset == sample.bytes.count)
    #expect(reader.remaining == 5)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 7, 8, 4095, 4096, 4097])
  func `text and opaque data are padded to four bytes`(count: Int) throws {
    let text = String(repeating: "x", count: count)
    let bytes = try text.encoded()
    #expect(bytes.count == 4 + (count + 3) / 4 * 4)
    #expect(try String(decoding: bytes) == text)
    #expect(bytes.suffix(bytes.count - 4 - count).allSatisfy { $0 == 0 })
    #expect(try Opaque<4097>(text.utf8).encoded() == bytes)
  }

  @Test func `every bit pattern of a double survives`() throws {
    var generator = SplitMix(seed: 1)
    for _ in 0..<1000 {
      let pattern = generator.next()
      #expect(try Double(decoding: pattern.encoded()).bitPattern == pattern)
    }
  }

  @Test func `text that is not UTF-8 is repaired`() throws {
    #expect(try String(decoding: [0, 0, 0, 3, 0x61, 0xff, 0x62, 0]) == "a\u{fffd}b")
  }
}
