import LibvirtProtocol

/// What a server says in the course of a mechanism, as far as it must be looked at before the mechanism does.
enum SASLChallenge {
  /// SCRAM has the client compute as many hashes as the server says, which could go on for hours. Servers ask for thousands.
  static let mostIterations = 5_000_000

  /// Throws for a challenge that would never be answered.
  static func check(_ challenge: [UInt8], of mechanism: String) throws(LibvirtError) {
    guard mechanism.hasPrefix("SCRAM-") else { return }
    for attribute in challenge.split(separator: UInt8(ascii: ",")) where attribute.starts(with: "i=".utf8) {
      let digits = String(decoding: attribute.dropFirst(2).prefix(20), as: UTF8.self)
      guard let count = Int(digits), count <= mostIterations else {
        throw LibvirtError(.authFailed, .rpc, "the server asks for more than \(mostIterations) iterations of \(mechanism)")
      }
    }
  }
}
