/// The parts of a URI reference; without a scheme it is a relative one.
struct ParsedURI {
  var scheme: String?
  var user: String?
  var host: String?
  var port: UInt16?
  var path = ""
  var query: String?
  var parameters: [ConnectionURIParameter] = []
  var fragment: String?
  var hasAuthority = false
}

/// Reads RFC 3986 URI references as libxml2, and so libvirt, does; stricter where libvirt would misread or lose a part.
struct URIParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Reads the whole text.
  mutating func parse() throws(ConnectionURIError) -> ParsedURI {
    var parsed = ParsedURI()
    try parseScheme(&parsed)
    if bytes[position...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      position += 2
      parsed.hasAuthority = true
      try parseAuthority(&parsed)
    }
    let pathEnd = end(at: "?#")
    parsed.path = try decode(position..<pathEnd, .path, allowing: "-._~!$&'()*+,;=:@/")
    position = pathEnd
    if next("?") {
      let queryEnd = end(at: "#")
      try check(position..<queryEnd, .query, allowing: "-._~!$&'()*+,;=:@/?")
      parsed.query = String(decoding: bytes[position..<queryEnd], as: UTF8.self)
      for piece in ConnectionURIParameter.split(bytes[position..<queryEnd]) {
        parsed.parameters.append(ConnectionURIParameter(try decode(piece.name, .query), try decode(piece.value, .query)))
      }
      position = queryEnd
    }
    if next("#") {
      parsed.fragment = try decode(position..<bytes.count, .fragment, allowing: "-._~!$&'()*+,;=:@/?[]")
    }
    return parsed
  }

  private mutating func parseScheme(_ parsed: inout ParsedURI) throws(ConnectionURIError) {
    let firstEnd = end(at: "/?#")
    guard let colon = bytes[..<firstEnd].firstIndex(of: UInt8(ascii: ":")) else { return }
    guard let first = bytes.first, colon > 0, PercentEncoding.isLetter(first) else {
      throw error(.scheme, 0, "a scheme must begin with a letter", hint: "write driver://host/path, for example qemu:///system")
    }
    try check(0..<colon, .scheme, allowing: "+-.", escapes: false)
    parsed.scheme = String(decoding: bytes[..<colon], as: UTF8.self)
    position = colon + 1
  }

  private mutating func parseAuthority(_ parsed: inout ParsedURI) throws(ConnectionURIError) {
    let authorityEnd = end(at: "/?#")
    defer { position = authorityEnd }
    if let at = bytes[position..<authorityEnd].firstIndex(of: UInt8(ascii: "@")) {
      let user = try decode(position..<at, .user, allowing: "-._~!$&'()*+,;=:")
      parsed.user = user.isEmpty ? nil : user
      position = at + 1
    }
    var hostEnd = authorityEnd
    if position < authorityEnd, bytes[position] == UInt8(ascii: "[") {
      guard let close = bytes[position..<authorityEnd].firstIndex(of: UInt8(ascii: "]")) else {
        throw error(.host, position, "the [ of the address has no ]", hint: "write an IPv6 address as [::1]")
      }
      parsed.host = try address(position + 1..<close)
      hostEnd = close + 1
      guard hostEnd == authorityEnd || bytes[hostEnd] == UInt8(ascii: ":") else {
        throw error(.host, hostEnd, "only :PORT or / may follow the ] of an address")
      }
    } else {
      hostEnd = bytes[position..<authorityEnd].firstIndex(of: UInt8(ascii: ":")) ?? authorityEnd
      if bytes[hostEnd..<authorityEnd].filter({ $0 == UInt8(ascii: ":") }).count > 1 {
        throw error(.host, position, "the host holds more than one colon", hint: "write an IPv6 address in brackets: [::1]")
      }
      let host = try decode(position..<hostEnd, .host, allowing: "-._~!$&'()*+,;=")
      parsed.host = host.isEmpty ? nil : host
    }
    guard hostEnd < authorityEnd else { return }
    parsed.port = try port(hostEnd + 1..<authorityEnd, hasHost: parsed.host != nil)
  }

  private func address(_ range: Range<Int>) throws(ConnectionURIError) -> String {
    let hint = "between [ and ] stands an IPv6 address, as in [::1] or [fe80::1%25eth0]"
    let zone = bytes[range].firstIndex(of: UInt8(ascii: "%")) ?? range.upperBound
    for index in range.lowerBound..<zone {
      let byte = bytes[index]
      guard PercentEncoding.hexValue(byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") else {
        throw error(.host, index, "\(name(of: byte)) does not belong in an IPv6 address", hint: hint)
      }
    }
    guard bytes[range.lowerBound..<zone].contains(UInt8(ascii: ":")) else {
      throw error(.host, range.lowerBound, "the brackets hold no IPv6 address", hint: hint)
    }
    for index in zone..<range.upperBound where bytes[index] <= 0x20 || bytes[index] >= 0x7f {
      throw error(.host, index, "\(name(of: bytes[index])) does not belong in an IPv6 zone", hint: hint)
    }
    guard let text = PercentEncoding.decode(bytes[range]) else {
      throw error(.host, range.lowerBound, "the zone of the address is not valid text", hint: hint)
    }
    return text
  }

  private func port(_ range: Range<Int>, hasHost: Bool) throws(ConnectionURIError) -> UInt16? {
    let hint = "a port is a number from 1 to 65535; leave out the colon for the default port"
    guard hasHost else { throw error(.port, range.lowerBound, "there is a port but no host", hint: "write localhost before the colon") }
    guard !range.isEmpty else { throw error(.port, range.lowerBound, "the port is missing after the colon", hint: hint) }
    var value = 0
    for index in range {
      guard PercentEncoding.isDigit(bytes[index]) else {
        throw error(.port, index, "\(name(of: bytes[index])) is not a digit of a port", hint: hint)
      }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      guard value <= 65535 else { throw error(.port, range.lowerBound, "the port is above 65535", hint: hint) }
    }
    return value == 0 ? nil : UInt16(value)
  }

  private mutating func next(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func end(at stops: String) -> Int {
    let stops = Array(stops.utf8)
    return bytes[position...].firstIndex { stops.contains($0) } ?? bytes.count
  }

  private func decode(
    _ range: Range<Int>, _ part: ConnectionURIError.Part, allowing allowed: String? = nil
  ) throws(ConnectionURIError) -> String {
    if let allowed { try check(range, part, allowing: allowed) }
    guard let text = PercentEncoding.decode(bytes[range]) else {
      throw error(part, range.lowerBound, "the percent escapes give no valid text (UTF-8 without NUL)")
    }
    return text
  }

  private func check(
    _ range: Range<Int>, _ part: ConnectionURIError.Part, allowing allowed: String, escapes: Bool = true
  ) throws(ConnectionURIError) {
    let allowed = Array(allowed.utf8)
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), escapes {
        guard range.upperBound - index > 2, PercentEncoding.hexValue(bytes[index + 1]) != nil,
          PercentEncoding.hexValue(bytes[index + 2]) != nil
        else { throw error(part, index, "% needs two hexadecimal digits behind it", hint: "write a literal % as %25") }
      } else if !PercentEncoding.isAlphanumeric(byte), !allowed.contains(byte) {
        throw error(part, index, "\(name(of: byte)) is not allowed here", hint: escapes ? "write it as \(escape(byte))" : nil)
      }
    }
  }

  private func name(of byte: UInt8) -> String {
    switch byte {
    case 0x20: "a blank"
    case 0x21..<0x7f: "'\(String(UnicodeScalar(byte)))'"
    case 0x80...: "a character outside ASCII"
    default: "a control character"
    }
  }

  private func escape(_ byte: UInt8) -> String { "%" + PercentEncoding.hex(byte) }

  private func error(
    _ part: ConnectionURIError.Part, _ offset: Int, _ explanation: String, hint: String? = nil
  ) -> ConnectionURIError {
    .unparsable(text, part, at: offset, explanation, hint: hint)
  }
}
