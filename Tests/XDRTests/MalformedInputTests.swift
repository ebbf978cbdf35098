import SeededNumbers
import Testing
import XDR

@Suite struct MalformedInputTests {
  @Test(arguments: Sample.all)
  func `input cut off anywhere is an error`(sample: Sample) {
    for length in 0..<sample.bytes.count {
      var reader = XDRReader(sample.bytes[..<length])
      #expect(throws: XDRError.self, "after \(length) bytes") { _ = try sample.again(&reader) }
      #expect(reader.offset <= length)
    }
  }

  @Test func `random input is a value or an error, and never a trap`() {
    var generator = SplitMix(seed: 2)
    var values = 0
    var errors = 0
    for round in 0..<100_000 {
      let sample = Sample.all[round % Sample.all.count]
      let length = Int(generator.next() % 40)
      // Mostly small bytes, so that counts and booleans often make sense.
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next() % (generator.next() & 3 == 0 ? 256 : 2)) }
      var reader = XDRReader(bytes)
      do {
        _ = try sample.again(&reader)
        values += 1
      } catch is XDRError {
        errors += 1
      } catch {
        Issue.record("\(error) is no XDRError")
      }
    }
    #expect(values > 10_000)
    #expect(errors > 10_000)
  }

  @Test func `a count that the input cannot hold fails before any element is read or room is made`() {
    let bytes: [UInt8] = [0x00, 0x40, 0, 0, 0, 0, 0, 1]
    #expect(throws: XDRError(.truncated(needed: 4 * 0x40_0000, remaining: 4), offset: 4)) {
      try Bounded<0x100_0000, UInt32>(decoding: bytes)
    }
    #expect(throws: XDRError(.truncated(needed: 4 * 0x40_0000, remaining: 4), offset: 4)) { try BoundedChars<0x100_0000>(decoding: bytes) }
    #expect(throws: XDRError(.truncated(needed: 0x40_0000, remaining: 4), offset: 4)) { try Opaque<0x100_0000>(decoding: bytes) }
    #expect(throws: XDRError(.truncated(needed: 0x40_0000, remaining: 4), offset: 4)) { try String(decoding: bytes) }
  }

  @Test func `a count above the bound fails when reading`() {
    let bytes: [UInt8] = [0, 0, 0, 3] + Array(repeating: 0, count: 12)
    let expected = XDRError(.tooLong(count: 3, bound: 2), offset: 0)
    #expect(throws: expected) { try Bounded<2, UInt32>(decoding: bytes) }
    #expect(throws: expected) { try Opaque<2>(decoding: bytes) }
    #expect(throws: expected) { try BoundedChars<2>(decoding: bytes) }
    #expect(throws: XDRError(.tooLong(count: 4_194_305, bound: 4_194_304), offset: 0)) { try String(decoding: [0, 0x40, 0, 1]) }
    #expect(throws: XDRError(.tooLong(count: 4_294_967_295, bound: 2), offset: 0)) { try Opaque<2>(decoding: [255, 255, 255, 255]) }
  }

  @Test func `a count above the bound fails when writing`() {
    let expected = XDRError(.tooLong(count: 3, bound: 2), offset: 0)
    #expect(throws: expected) { try Bounded<2, UInt32>([1, 2, 3]).encoded() }
    #expect(throws: expected) { try Opaque<2>([1, 2, 3]).encoded() }
    #expect(throws: expected) { try BoundedChars<2>([1, 2, 3]).encoded() }
    #expect(throws: XDRError.self) { try String(repeating: "x", count: String.xdrBound + 1).encoded() }
    #expect(throws: Never.self) { try String(repeating: "x", count: String.xdrBound).encoded() }
  }

  @Test(arguments: [2, 0xff, 0xffff_ffff] as [UInt32])
  func `presence is 0 or 1`(word: UInt32) throws {
    let bytes = try word.encoded()
    #expect(throws: XDRError(.badBoolean(word), offset: 0)) { try Int32?(decoding: bytes) }
  }

  @Test func `an error says what and where`() {
    #expect(XDRError(.truncated(needed: 4, remaining: 1), offset: 8).description == "4 bytes needed at offset 8, 1 remain")
    #expect(XDRError(.tooLong(count: 3, bound: 2), offset: 0).description == "count 3 at offset 0 exceeds the bound 2")
    #expect(XDRError(.badBoolean(7), offset: 4).description == "7 at offset 4 is no boolean")
    #expect(XDRError(.badDiscriminant(-1), offset: 4).description == "-1 at offset 4 is no known discriminant")
  }

  @Test func `a failed write leaves what was written`() throws {
    var writer = XDRWriter()
    writer.append(7 as UInt32)
    #expect(throws: XDRError(.tooLong(count: 1, bound: 0), offset: 4)) { try Opaque<0>([1]).encode(into: &writer) }
    #expect(writer.bytes == [0, 0, 0, 7])
  }
}
