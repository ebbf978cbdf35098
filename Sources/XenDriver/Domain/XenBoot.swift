/// How a domain starts.
struct XenBoot: Sendable, Hashable {
  /// Whether the guest sees a whole computer; otherwise it is a kernel that knows Xen.
  var isHVM: Bool
  /// The kernel that is started directly.
  var kernel: String?
  /// Its initial RAM disk.
  var initrd: String?
  /// Its root device.
  var root: String?
  /// Its command line.
  var commandLine: String?
  /// The firmware of a fully virtualized guest.
  var loader: String?
  /// From what firmware starts, in order: `fd`, `hd`, `cdrom`, `network`.
  var devices: [String] = []
  /// The program that fetches the kernel of a guest that knows Xen; empty for xend's own choice, nil for none.
  var bootloader: String?
  /// Arguments of that program.
  var bootloaderArguments: String?

  /// Nothing to start from yet.
  init(isHVM: Bool) { self.isHVM = isHVM }

  /// Xen's letters.
  static let letters: [(letter: Character, device: String)] = [("a", "fd"), ("c", "hd"), ("d", "cdrom"), ("n", "network")]
}
