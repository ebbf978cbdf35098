import LibvirtProtocol

extension Domain {
  /// Adds a device that XML describes.
  ///
  /// Without flags at all the oldest form of the call is made, which changes the running domain.
  public func attachDevice(xml: String, _ impact: DomainModificationImpact? = nil) async throws {
    if let impact {
      try await connection.call(Remote.domainAttachDeviceFlags, ref, xml, impact.rawValue)
    } else {
      try await connection.call(Remote.domainAttachDevice, ref, xml)
    }
  }

  /// Removes the device that XML describes. A guest may take its time to let go of it, or refuse; the call does not wait for that.
  ///
  /// Without flags at all the oldest form of the call is made, which changes the running domain.
  public func detachDevice(xml: String, _ impact: DomainModificationImpact? = nil) async throws {
    if let impact {
      try await connection.call(Remote.domainDetachDeviceFlags, ref, xml, impact.rawValue)
    } else {
      try await connection.call(Remote.domainDetachDevice, ref, xml)
    }
  }

  /// Changes a device to what XML describes, such as the medium in a drive.
  public func updateDevice(xml: String, _ flags: DomainDeviceModifyFlags = []) async throws {
    try await connection.call(Remote.domainUpdateDeviceFlags, ref, xml, flags.rawValue)
  }
}
