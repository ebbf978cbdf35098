/// The drivers that libvirt's documentation names for connection URIs, and the old `http` of Xen's daemon.
///
/// Any other name is still sent to a daemon, as libvirt does: the list is for suggestions only.
public enum KnownDriver: String, Sendable, Hashable, CaseIterable {
  case qemu, lxc, xen, test, remote, vbox, bhyve, vz, ch, openvz, esx, gsx, vpx, vmwareplayer, vmwarews, vmwarefusion, hyperv, http
  case network, storage, interface, nodedev, nwfilter, secret

  /// The driver whose name is at most two typing errors away, the nearest one; nil when none is, or for a very short name.
  public static func nearest(to name: String) -> KnownDriver? {
    let name = Array(PercentEncoding.asciiLowercased(name).utf8)
    guard (2...20).contains(name.count) else { return nil }
    let candidates = allCases.map { (driver: $0, distance: distance(name, Array($0.rawValue.utf8))) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= (name.count < 4 ? 1 : 2) ? best.driver : nil
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
