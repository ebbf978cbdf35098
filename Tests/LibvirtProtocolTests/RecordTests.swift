import LibvirtProtocol
import Testing
import XDR

@Suite struct RecordTests {
  private static let domains = (0..<3).map { DomainRef(name: "d\($0)", uuid: UUID(low: UInt64($0)), id: $0) }

  @Test func `a listing gives the count, and the elements only when asked`() {
    let all = Listing<16384, DomainRef, UInt32>(Self.domains)
    #expect(all.elements.elements == Self.domains)
    #expect(all.ret == 3)
    let count = Listing<16384, DomainRef, UInt32>(Self.domains, needResults: 0)
    #expect(count.elements.isEmpty)
    #expect(count.ret == 3)
  }

  @Test func `parameters are counted first and told then`() {
    let parameters = [TypedParameter(field: "a", value: .int(1)), TypedParameter(field: "b", value: .string("x"))]
    #expect(CountedParameters<16, TypedParameter>(parameters, asked: 0) == .init(params: [], nparams: 2))
    #expect(CountedParameters<16, TypedParameter>(parameters, asked: 2).params.elements == parameters)
  }

  @Test func `a typed parameter of no known type is an error`() {
    #expect(throws: XDRError(.badDiscriminant(8), offset: 0)) { try TypedParameterValue(decoding: [0, 0, 0, 8, 0, 0, 0, 0]) }
    #expect(throws: XDRError(.badDiscriminant(0), offset: 0)) { try TypedParameterValue(decoding: [0, 0, 0, 0, 0, 0, 0, 0]) }
  }

  @Test func `any number but 0 is true`() throws {
    #expect(try TypedParameterValue(decoding: [0, 0, 0, 6, 0, 0, 0, 7]) == .boolean(true))
    #expect(try TypedParameterValue(decoding: [0, 0, 0, 6, 0, 0, 0, 0]) == .boolean(false))
  }

  @Test func `a header has the words in order`() throws {
    let header = MessageHeader(program: .remote, procedure: 212, type: .call, serial: 7)
    let bytes = try header.encoded()
    #expect(bytes == [0x20, 0, 0x80, 0x86, 0, 0, 0, 1, 0, 0, 0, 212, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0])
    #expect(bytes.count == MessageLimits.header)
    #expect(try MessageHeader(decoding: bytes) == header)
  }

  @Test func `a header of no known type or status is an error`() throws {
    var bytes = try MessageHeader(program: .remote, procedure: 1, type: .call, serial: 0).encoded()
    bytes[15] = 7
    #expect(throws: XDRError(.badDiscriminant(7), offset: 12)) { try MessageHeader(decoding: bytes) }
    bytes[15] = 0
    bytes[23] = 3
    #expect(throws: XDRError(.badDiscriminant(3), offset: 20)) { try MessageHeader(decoding: bytes) }
  }

  @Test func `a call is encoded as its arguments one after another`() throws {
    let bytes = try Remote.domainGetState.encode(Self.domains[1], 5)
    #expect(bytes == (try Self.domains[1].encoded()) + [0, 0, 0, 5])
    var reader = XDRReader(bytes)
    let (domain, flags) = try Remote.domainGetState.decodeArguments(&reader)
    #expect(domain == Self.domains[1])
    #expect(flags == 5)
    #expect(try Remote.connectClose.encode() == [])
    #expect(throws: XDRError.self) { try Remote.domainSendKey.encode(Self.domains[0], 0, 0, Bounded(repeatElement(1, count: 17)), 0) }
  }
}
