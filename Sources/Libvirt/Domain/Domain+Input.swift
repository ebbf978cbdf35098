import LibvirtProtocol
import XDR

extension Domain {
  /// How many keys can be pressed at once (`VIR_DOMAIN_SEND_KEY_MAX_KEYS`).
  public static let mostKeys = 16

  /// Presses keys of the guest's keyboard, all at once, and lets them go after `milliseconds`; 0 leaves the time to the driver.
  ///
  /// There may be up to ``mostKeys`` codes, each of the given code set.
  public func send(keys codes: [UInt32], from set: KeycodeSet, holdingMilliseconds milliseconds: UInt32 = 0) async throws {
    try await connection.call(Remote.domainSendKey, ref, UInt32(bitPattern: set.rawValue), milliseconds, Bounded(codes), 0)
  }

  /// Resets the guest at once, as the button does: its system cannot prepare for it.
  public func reset() async throws { try await connection.call(Remote.domainReset, ref, 0) }
}
