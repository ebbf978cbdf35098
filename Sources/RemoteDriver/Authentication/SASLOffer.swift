import LibvirtProtocol

/// The mechanisms that a daemon offers.
struct SASLOffer: Sendable, Hashable {
  /// More would not be a list of mechanisms.
  private static let longestList = 4096

  /// What the daemon says, fit to be shown.
  let shown: String
  /// The names to choose from, with commas.
  let mechanisms: String

  /// Reads the daemon's list. `wanted` is the one that the URI asks for; as with libvirt it need only be somewhere in the list.
  ///
  /// Throws in libvirt's words when it is not.
  init(_ list: String, wanted: String?) throws(LibvirtError) {
    guard list.utf8.count <= Self.longestList else {
      throw LibvirtError(.authFailed, .remote, "the list of SASL mechanisms is too long: \(list.utf8.count) bytes")
    }
    shown = ForeignText(list.utf8).shown
    guard let wanted else {
      mechanisms = list.split(separator: ",").filter { $0.utf8.allSatisfy(Self.isOfName) }.joined(separator: ",")
      return
    }
    guard list.contains(wanted) || wanted.isEmpty else {
      throw LibvirtError(.authFailed, .remote, "SASL mechanism \(wanted) not supported by server").noting(
        "the daemon offers \(shown)")
    }
    mechanisms = wanted
  }

  /// What a name of a mechanism consists of by RFC 4422; small letters are found too.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
