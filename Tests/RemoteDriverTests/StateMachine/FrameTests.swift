import LibvirtProtocol
import RemoteDriver
import Testing

@Suite struct FrameTests {
  @Test func `a message is 28 bytes and its payload, most significant byte first`() throws {
    let bytes = try message(.reply, 0x0102_0304, .error, procedure: 212, [9, 8])
    #expect(
      bytes == [0, 0, 0, 30, 0x20, 0, 0x80, 0x86, 0, 0, 0, 1, 0, 0, 0, 212, 0, 0, 0, 1, 1, 2, 3, 4, 0, 0, 0, 1, 9, 8])
  }

  @Test func `messages are found however the bytes are cut`() throws {
    let stream = try message(.reply, 1, [1, 2, 3]) + message(.message, 2) + message(.stream, 3, .continue, Array(repeating: 7, count: 99))
    for size in 1...stream.count {
      var decoder = FrameDecoder()
      var serials: [UInt32] = []
      var payloads: [[UInt8]] = []
      for start in Swift.stride(from: 0, to: stream.count, by: size) {
        decoder.append(stream[start..<min(start + size, stream.count)])
        while let frame = try decoder.next() {
          serials.append(frame.header.serial)
          payloads.append(Array(frame.payload))
        }
      }
      #expect(serials == [1, 2, 3])
      #expect(payloads == [[1, 2, 3], [], Array(repeating: 7, count: 99)])
      #expect(decoder.bufferedCount == 0)
    }
  }

  @Test(
    arguments: [
      (0, FrameError.tooShort(0)), (3, .tooShort(3)), (27, .tooShort(27)), (33_554_437, .tooLong(33_554_437)),
      (0x7fff_ffff, .tooLong(0x7fff_ffff)), (0xffff_ffff, .tooLong(0xffff_ffff)), (0x5468_6973, .text), (0x0d0a_1b5b, .text),
      (0x4772_c3bc, .text),
      (0xc39c_6265, .text), (0x4141_4180, .tooLong(0x4141_4180)), (0xc341_4141, .tooLong(0xc341_4141)), (0x1503_0100, .tls),
      (0x1603_0402, .tls), (0x1603_0502, .tooLong(0x1603_0502)),
    ] as [(UInt32, FrameError)])
  func `a wrong length is refused before anything is allocated`(length: UInt32, error: FrameError) {
    var decoder = FrameDecoder()
    decoder.append(rawMessage([], length: length))
    #expect(throws: error) { try decoder.next() }
    #expect(throws: error) { try decoder.next() }
    #expect(decoder.capacity < 200)
  }

  @Test(
    arguments: [
      ([0x2000_8086, 1, 23, 7, 1, 0], FrameError.unknownType(program: 0x2000_8086, version: 1, procedure: 23, type: 7)),
      ([0x2000_8086, 1, 23, 0xffff_ffff, 1, 0], .unknownType(program: 0x2000_8086, version: 1, procedure: 23, type: -1)),
      ([0x2000_8086, 1, 23, 1, 1, 3], .unknownStatus(3)),
    ] as [([UInt32], FrameError)])
  func `a header without meaning is refused`(words: [UInt32], error: FrameError) {
    var decoder = FrameDecoder()
    decoder.append(rawMessage(words))
    #expect(throws: error) { try decoder.next() }
  }

  @Test func `the longest message passes and one byte more does not`() throws {
    let longest = Array(repeating: UInt8(5), count: MessageLimits.payload)
    var decoder = FrameDecoder()
    decoder.append(try message(.reply, 1, longest))
    #expect(try decoder.next()?.payload.count == MessageLimits.payload)
    #expect(try decoder.next() == nil)
    #expect(decoder.capacity == 0)
    #expect(throws: FrameWriter.PayloadTooLong.self) { try message(.reply, 1, longest + [0]) }
  }

  @Test func `an announced length allocates nothing`() throws {
    var decoder = FrameDecoder()
    decoder.append(rawMessage([0x2000_8086, 1], length: UInt32(MessageLimits.payload)))
    #expect(try decoder.next() == nil)
    #expect(decoder.capacity < 1000)
  }

  @Test func `the buffer stays small over many messages, cut at bad places`() throws {
    let stream = try (0..<2000).flatMap { try message(.reply, $0, Array(repeating: 1, count: 50)) }
    var decoder = FrameDecoder()
    var count = 0
    for start in Swift.stride(from: 0, to: stream.count, by: 77) {
      decoder.append(stream[start..<min(start + 77, stream.count)])
      while try decoder.next() != nil { count += 1 }
      #expect(decoder.bufferedCount < 78)
    }
    #expect(count == 2000)
    #expect(decoder.capacity < 2000)
  }

  @Test func `bytes that come with descriptors are passed over, also when they are late`() throws {
    var decoder = FrameDecoder()
    decoder.append(try message(.replyWithFDs, 1))
    #expect(try decoder.next()?.header.serial == 1)
    decoder.skip(3)
    decoder.append([0, 0])
    #expect(try decoder.next() == nil)
    decoder.append(try [0] + message(.reply, 2))
    #expect(try decoder.next()?.header.serial == 2)
  }
}
