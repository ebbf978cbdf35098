/// A disk, CD-ROM drive or floppy drive.
struct XenDisk: Sendable, Hashable {
  /// What the guest sees.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case disk, cdrom, floppy
  }

  /// What the guest sees.
  var kind: Kind
  /// Its name in the guest, such as `xvda1` or `hdc`.
  var target: String
  /// What serves the disk: `phy`, `file`, `tap`, … Nil for floppies and empty drives.
  var driver: String?
  /// The format of the image in libvirt's words (`raw`, `qcow`, …), only with the drivers `tap` and `tap2`.
  var format: String?
  /// The path on the host; nil for an empty drive.
  var source: String?
  /// What xend has it as (`vbd`, `tap`, `tap2`), where that does not follow from the driver.
  var listedClass: String?
  /// Whether the guest cannot write to it.
  var isReadOnly = false
  /// Whether other domains may use it at the same time, writing.
  var isShareable = false

  /// Whether the driver is the one in user space that knows formats.
  var isTap: Bool { driver == "tap" || driver == "tap2" }

  /// Whether the source is a device; user space and floppies tell only by its path.
  var isBlock: Bool {
    if driver == "phy" { return true }
    return (isTap || driver == nil) && source?.hasPrefix("/dev/") == true
  }

  /// The driver of a path where nothing more is said.
  static func usualDriver(_ path: String) -> String { path.hasPrefix("/dev/") ? "phy" : "file" }

  /// What the disk hangs on, in libvirt's words.
  func bus(isHVM: Bool) -> String {
    if kind == .floppy { return "fdc" }
    if !isHVM || target.hasPrefix("xvd") { return "xen" }
    return target.hasPrefix("sd") ? "scsi" : "ide"
  }

  /// The place among disks: by bus and then by name, `xvdz` before `xvdaa`.
  func order(isHVM: Bool) -> [Int] {
    let bus = ["ide", "scsi", "xen", "fdc"].firstIndex(of: bus(isHVM: isHVM)) ?? 0
    let letters = target.prefix { !$0.isNumber }
    let partition = Int(target.dropFirst(letters.count)) ?? 0
    return [bus, letters.utf8.count] + letters.utf8.map { Int($0) } + [partition]
  }

  /// A CD-ROM is read only, and what is read only may be shared anyway.
  mutating func normalize() {
    if kind == .cdrom { isReadOnly = true }
    if isReadOnly { isShareable = false }
    if source == nil { (driver, format) = (nil, nil) }
    if isTap { format = format ?? "raw" } else { format = nil }
  }
}
