import CSASL
import Glibc
import LibvirtProtocol

/// A conversation of Cyrus SASL; one thread at a time may use it.
struct SASLConnection: ~Copyable {
  /// The most bytes of one block of the security layer, as libvirt has it.
  static let largestBlock = 65536

  private let pointer: OpaquePointer
  private var questions: UnsafeMutablePointer<sasl_interact_t>?
  private var answers: [UnsafeMutableBufferPointer<UInt8>] = []
  /// The mechanism that was chosen.
  private(set) var mechanism = ""

  /// Begins a conversation with the daemon of a host. The addresses are for Kerberos; channels without any have none.
  init(host: String, addresses: SASLAddresses?, security: ChannelSecurity) throws(LibvirtError) {
    var created: OpaquePointer?
    var code = csasl_client_new("libvirt", host, addresses?.local, addresses?.remote, &created)
    guard code == SASL_OK, let created else { throw .sasl("Failed to create SASL client context", code) }
    let (least, most) = security.layerBits
    // Where nobody listens, a password may be said as it is, and anonymous users are the daemon's affair.
    let flags = security == .plain ? UInt32(SASL_SEC_NOPLAINTEXT | SASL_SEC_NOANONYMOUS) : 0
    code = csasl_set_security(created, least, most, UInt32(Self.largestBlock), flags, security.ownBits)
    guard code == SASL_OK else {
      csasl_dispose(created)
      throw .sasl("cannot set security props", code)
    }
    pointer = created
  }

  deinit {
    csasl_dispose(pointer)
    for answer in answers { Self.destroy(answer) }
  }

  /// Chooses a mechanism from a list with commas, and begins.
  mutating func start(_ mechanisms: String) throws(LibvirtError) -> SASLMove {
    var output: UnsafePointer<CChar>?
    var count: UInt32 = 0
    var name: UnsafePointer<CChar>?
    let code = csasl_client_start(pointer, mechanisms, &questions, &output, &count, &name)
    if let name { mechanism = String(cString: name) }
    return try move(code, output, count, "Failed to start SASL negotiation")
  }

  /// Goes on with what the server has said; nil is less than nothing said.
  mutating func step(_ input: [UInt8]?) throws(LibvirtError) -> SASLMove {
    var output: UnsafePointer<CChar>?
    var count: UInt32 = 0
    // The zero behind the input is not counted; mechanisms may look for it.
    let bytes = input.map { $0.map(CChar.init(bitPattern:)) + [0] }
    let code = csasl_client_step(pointer, bytes, UInt32(input?.count ?? 0), &questions, &output, &count)
    return try move(code, output, count, "Failed to step SASL negotiation")
  }

  /// Answers the questions of the last move, in their order.
  mutating func answer(_ texts: [String]) {
    guard let questions else { return }
    for (index, text) in texts.enumerated() {
      guard questions[index].id != SASL_CB_LIST_END else { return }
      let bytes = Array(text.utf8)
      // Cyrus SASL keeps the address until the step is done; the zero is for mechanisms that look for it.
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count + 1)
      _ = buffer.initialize(from: bytes + [0])
      answers.append(buffer)
      questions[index].result = UnsafeRawPointer(buffer.baseAddress)
      questions[index].len = UInt32(bytes.count)
    }
  }

  /// Forgets the answers, once the negotiation is over; until then a mechanism may come back to them.
  mutating func forgetAnswers() {
    for answer in answers { Self.destroy(answer) }
    answers = []
  }

  /// The bits of the key of the security layer; 0 when there is none.
  func strength() throws(LibvirtError) -> UInt32 {
    var bits: UInt32 = 0
    let code = csasl_number(pointer, SASL_SSF, &bits)
    guard code == SASL_OK else { throw .sasl("cannot query SASL ssf on connection", code) }
    return bits
  }

  /// The most bytes that may be encoded at a time.
  func largestPiece() throws(LibvirtError) -> Int {
    var size: UInt32 = 0
    let code = csasl_number(pointer, SASL_MAXOUTBUF, &size)
    guard code == SASL_OK, size > 0 else { throw .sasl("cannot get security props", code) }
    return min(Int(size), Self.largestBlock)
  }

  /// The mechanisms that are installed here and strong enough.
  func installedMechanisms() -> String { csasl_mechanisms(pointer).map { String(cString: $0) } ?? "" }

  /// Encrypts at most ``largestPiece()`` bytes, and appends what is to be sent.
  func encode(_ piece: ArraySlice<UInt8>, into result: inout [UInt8]) throws(LibvirtError) {
    try transform(piece, csasl_encode, "failed to encode SASL data", into: &result)
  }

  /// Decrypts a piece of what was received, wherever it was cut, and appends it; the rest of a block is kept.
  func decode(_ piece: ArraySlice<UInt8>, into result: inout [UInt8]) throws(LibvirtError) {
    try transform(piece, csasl_decode, "failed to decode SASL data", into: &result)
  }

  private typealias Transformation =
    (
      OpaquePointer?, UnsafePointer<CChar>?, UInt32, UnsafeMutablePointer<UnsafePointer<CChar>?>?, UnsafeMutablePointer<UInt32>?
    ) -> CInt

  private func transform(
    _ piece: ArraySlice<UInt8>, _ function: Transformation, _ failure: String, into result: inout [UInt8]
  ) throws(LibvirtError) {
    var output: UnsafePointer<CChar>?
    var count: UInt32 = 0
    let code = piece.withUnsafeBytes { bytes in
      function(pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count), &output, &count)
    }
    guard code == SASL_OK else { throw .saslLayer(failure, code) }
    guard let output, count > 0 else { return }
    result.append(contentsOf: UnsafeRawBufferPointer(start: output, count: Int(count)))
  }

  private mutating func move(
    _ code: CInt, _ output: UnsafePointer<CChar>?, _ count: UInt32, _ failure: String
  ) throws(LibvirtError) -> SASLMove {
    if code == SASL_INTERACT { return .ask(openQuestions()) }
    guard code == SASL_OK || code == SASL_CONTINUE else { throw .sasl(failure, code, detail: detail()) }
    let bytes = output.map { UnsafeRawBufferPointer(start: $0, count: Int(count)).map(\.self) }
    return .say(bytes, isDone: code == SASL_OK)
  }

  private func openQuestions() -> [SASLQuestion] {
    guard let questions else { return [] }
    var result: [SASLQuestion] = []
    while questions[result.count].id != SASL_CB_LIST_END { result.append(SASLQuestion(questions[result.count])) }
    return result
  }

  /// The library's own words. What a server may have put into them is made harmless.
  private func detail() -> String {
    let text = csasl_detail(pointer).map { String(cString: $0) } ?? ""
    let isHarmless = text.utf8.count < 1000 && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
    return isHarmless ? text : ForeignText(text.utf8).shown
  }

  private static func destroy(_ answer: UnsafeMutableBufferPointer<UInt8>) {
    if let start = answer.baseAddress { explicit_bzero(start, answer.count) }
    answer.deallocate()
  }
}

/// The ends of a connection as Cyrus SASL writes them: `192.0.2.1;16509`.
struct SASLAddresses: Sendable, Hashable {
  let local: String
  let remote: String
}
