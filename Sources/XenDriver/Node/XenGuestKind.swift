/// A kind of guest that a hypervisor runs, one word of `xen_caps` or several of the same architecture: `xen-3.0-x86_64`, `hvm-3.0-x86_32p`.
struct XenGuestKind: Sendable, Hashable {
  /// Whether the guest sees a whole computer (`hvm`); otherwise it knows Xen.
  var isHVM: Bool
  /// The architecture in libvirt's words.
  var architecture: String
  /// Whether guests with physical address extension run.
  var hasPAE = false
  /// Whether 32-bit guests without physical address extension run.
  var hasNonPAE = false

  /// The width of a word in bits.
  var wordSize: Int { architecture == "i686" ? 32 : 64 }

  /// The kinds in the order of their first words. Words that are not understood are skipped.
  static func kinds(_ text: String) -> [Self] {
    var kinds: [Self] = []
    for word in text.split(separator: " ").prefix(64) {
      guard let kind = Self(word) else { continue }
      if let place = kinds.firstIndex(where: { $0.isHVM == kind.isHVM && $0.architecture == kind.architecture }) {
        kinds[place].hasPAE = kinds[place].hasPAE || kind.hasPAE
        kinds[place].hasNonPAE = kinds[place].hasNonPAE || kind.hasNonPAE
      } else {
        kinds.append(kind)
      }
    }
    return kinds
  }

  private init?(_ word: Substring) {
    let parts = word.split(separator: "-")
    guard parts.count == 3, parts[0] == "xen" || parts[0] == "hvm" else { return nil }
    isHVM = parts[0] == "hvm"
    switch parts[2] {
    case "x86_32": (architecture, hasNonPAE) = ("i686", true)
    case "x86_32p": (architecture, hasPAE) = ("i686", true)
    case "x86_64": architecture = "x86_64"
    case "ia64", "ia64be": architecture = "ia64"
    case "powerpc64": architecture = "ppc64"
    default: return nil
    }
  }
}
