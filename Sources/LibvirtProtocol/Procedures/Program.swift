/// A program number of libvirt's wire protocol. All programs are at version 1.
public struct Program: RawRepresentable, Hashable, Sendable {
  /// The number in a message header.
  public let rawValue: UInt32

  /// A program by its number, which may be unknown.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The public API (`REMOTE_PROGRAM`).
  public static let remote = Program(rawValue: 0x2000_8086)
  /// What only the QEMU driver has (`QEMU_PROGRAM`).
  public static let qemu = Program(rawValue: 0x2000_8087)
  /// What only the LXC driver has (`LXC_PROGRAM`).
  public static let lxc = Program(rawValue: 0x0006_8000)
  /// What only Xen's own daemon has. Not a program of libvirt's: no message ever has the number.
  public static let xen = Program(rawValue: 0x7865_6e64)
  /// Signs of life between the two ends (`KEEPALIVE_PROGRAM`).
  public static let keepAlive = Program(rawValue: 0x6b65_6570)

  /// The version that goes with every known program.
  public static let version: UInt32 = 1
}
