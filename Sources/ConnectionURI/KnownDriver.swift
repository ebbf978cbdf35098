/// The drivers that libvirt's documentation names for connection URIs, and the old `http` of Xen's daemon.
///
/// Any other name is still sent to a daemon, as libvirt does: the list is for suggestions only.
public enum KnownDriver: String, Sendable, Hashable, CaseIterable {
  case qemu, lxc, xen, test, remote, vbox, bhyve, vz, ch, openvz, esx, gsx, vpx, vmwareplayer, vmwarews, vmwarefusion, hyperv, http
  case network, storage, interface, nodedev, nwfilter, secret

  /// Whether libvirt's own library speaks to the hypervisor by itself, so that no daemon serves it.
  public var isForLibraryOnly: Bool {
    switch self {
    case .esx, .gsx, .vpx, .vmwareplayer, .vmwarews, .vmwarefusion, .hyperv: true
    default: false
    }
  }

  /// Whether a daemon may serve domains under the name.
  public var isServed: Bool {
    switch self {
    case .qemu, .lxc, .xen, .test, .vbox, .bhyve, .vz, .ch, .openvz: true
    default: false
    }
  }

  /// The driver whose name is at most two typing errors away, the nearest one; nil when none is, or for a very short name.
  public static func nearest(to name: String) -> KnownDriver? {
    Mistyping.nearest(to: name, among: allCases.map(\.rawValue)).flatMap { KnownDriver(rawValue: $0) }
  }
}

/// Words that somebody may have meant.
enum Mistyping {
  /// The word at most two typing errors away, the nearest one; nil when none is, or for a very short name. Case does not count.
  static func nearest(to name: String, among words: [String]) -> String? {
    let name = Array(PercentEncoding.asciiLowercased(name).utf8)
    guard (2...20).contains(name.count) else { return nil }
    let candidates = words.map { (word: $0, distance: distance(name, Array(PercentEncoding.asciiLowercased($0).utf8))) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= (name.count < 4 ? 1 : 2) ? best.word : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let same = left[row] == right[column]
        var best = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
