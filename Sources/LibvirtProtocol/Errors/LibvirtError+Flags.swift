extension LibvirtError {
  /// Throws when `flags` has others than `allowed`: `unsupported flags (0x…) in function …`.
  public static func refuse(_ flags: UInt32, allowed: UInt32 = 0, in function: String, _ domain: VirErrorDomain) throws {
    let unknown = flags & ~allowed
    guard unknown == 0 else {
      throw LibvirtError(
        code: .invalidArg, domain: domain, message: "unsupported flags (0x\(String(unknown, radix: 16))) in function \(function)")
    }
  }
}
