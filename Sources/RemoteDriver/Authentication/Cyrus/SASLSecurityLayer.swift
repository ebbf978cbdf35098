import LibvirtProtocol

/// The encryption that SASL has agreed on, for all bytes after the negotiation.
///
/// Blocks of a length and that many bytes, which follow no message's bounds. Cyrus SASL cuts and checks them: one that is longer
/// than was agreed is an error, and no more than one unfinished block is kept.
struct SASLSecurityLayer: Sendable {
  private let client: SASLClient
  private let largestPiece: Int

  /// The layer of a finished negotiation.
  init(_ client: SASLClient) throws(LibvirtError) {
    self.client = client
    largestPiece = try client.with { connection throws(LibvirtError) in try connection.largestPiece() }
  }

  /// The bytes as they travel.
  func wrap(_ bytes: [UInt8]) throws(LibvirtError) -> [UInt8] {
    try client.with { connection throws(LibvirtError) in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 8 + 64)
      var rest = bytes[...]
      while !rest.isEmpty {
        try connection.encode(rest.prefix(largestPiece), into: &result)
        rest = rest.dropFirst(largestPiece)
      }
      return result
    }
  }

  /// The plain bytes of what was received, wherever that was cut.
  func unwrap(_ bytes: some Collection<UInt8>) throws(LibvirtError) -> [UInt8] {
    let bytes = Array(bytes)
    return try client.with { connection throws(LibvirtError) in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var rest = bytes[...]
      while !rest.isEmpty {
        try connection.decode(rest.prefix(SASLConnection.largestBlock), into: &result)
        rest = rest.dropFirst(SASLConnection.largestBlock)
      }
      return result
    }
  }
}
