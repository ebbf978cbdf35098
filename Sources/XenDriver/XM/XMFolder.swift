import ConnectionURI
import Files
import LibvirtProtocol

/// The folder where Xen up to 3.0.3 has the domains that do not run: a file of settings for each, which only `xm` reads.
struct XMFolder: Sendable, Hashable {
  /// Its path.
  let path: String

  /// The folder of this host: `/etc/xen`, or what `LIBVIRT_XM_CONFIG_DIR` says.
  init(in environment: ConnectionEnvironment) { path = environment["LIBVIRT_XM_CONFIG_DIR"] ?? "/etc/xen" }

  /// The domains that the files describe, in the order of the files' names. What is no such file is passed over, as by libvirt.
  func domains(format: XendFormat) -> [XenDomain] {
    FileContents.names(in: path).filter(Self.isCandidate).prefix(10_000).compactMap { name in
      let file = "\(path)/\(name)"
      guard FileContents.isRegular(file), let bytes = try? FileContents.read(file, limit: 1 << 16),
        let settings = try? XMSettings(parsing: bytes), let document = settings.document(fallback: Self.uuid(of: file))
      else { return nil }
      return try? XenDomain(document: document, format: format)
    }
  }

  /// Other things than domains live there too.
  private static func isCandidate(_ name: String) -> Bool {
    let others = [".", "#", "xend-config.sxp", "xend-pci-", "xmexample", "qemu-ifup"]
    return !name.hasSuffix("~") && !others.contains { name.hasPrefix($0) }
  }

  /// The same UUID each time for a domain that was given none: FNV-1a of the file's path, twice.
  private static func uuid(of file: String) -> UUID {
    func hash(_ seed: UInt64) -> UInt64 { file.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } }
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x8422_2325_cbf2_9ce4))
    return UUID(high: high & ~0xF000 | 0x4000, low: low & ~0 >> 2 | 1 << 63)
  }
}
